/**
 * What Chart.yaml specifies, as far as helm reads it. Helm reads the index into the same types, and a value of another
 * type would make the whole index unreadable for everyone, so such a chart is rejected. Unknown fields are left out.
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { fields, flag, list, quotedText, text, textMap, texts, type FieldType, type Fields } from './field-types.ts';
import { isChartVersion } from './version.ts';
import { isMap, parseYaml } from './yaml.ts';

const CHART_YAML = 'Chart.yaml';

/** The value that a chart imports from a dependency: its name, or its names in both charts. */
const importedValue: FieldType<string | Fields<{ child: typeof text; parent: typeof text }>> = (value, at) =>
  isMap(value) ? importedNames(value, at) : text(value, at);

const importedNames = fields({ child: text, parent: text });

const dependency = fields({
  name: text,
  version: text,
  repository: text,
  condition: text,
  tags: texts,
  enabled: flag,
  'import-values': list(importedValue),
  alias: text,
});

/** In the order of the index. */
const chart = fields({
  apiVersion: text,
  name: quotedText,
  version: quotedText,
  description: text,
  type: text,
  appVersion: text,
  kubeVersion: text,
  deprecated: flag,
  home: text,
  icon: text,
  keywords: texts,
  sources: texts,
  maintainers: list(fields({ name: text, email: text, url: text })),
  annotations: textMap,
  dependencies: list(dependency),
  condition: text,
  tags: text,
});

export type ChartMetadata = ReturnType<typeof chart> & {
  readonly apiVersion: string;
  readonly name: string;
  readonly version: string;
};

/** Throws `UnacceptableFile` if helm would not load the chart. */
export function parseChartYaml(bytes: Uint8Array): ChartMetadata {
  const { apiVersion, ...more } = chart(parseYaml(bytes, CHART_YAML), CHART_YAML);
  if (apiVersion === undefined || !/^v[1-9]$/.test(apiVersion))
    throw unacceptable(`must have the apiVersion v2 or v1, not ${quoted(apiVersion ?? '')}`);
  if (!['application', 'library'].includes(more.type ?? 'application'))
    throw unacceptable(`has the type ${quoted(more.type ?? '')}; it must be "application" or "library"`);
  for (const { name } of more.dependencies ?? [])
    if (name === undefined) throw unacceptable('has a dependency without a name');
  return { apiVersion, ...more, ...checkedIdentity(more, CHART_YAML) };
}

/** In characters: names are parts of file names. */
const LONGEST = 250;

/** `file` is the name of the file for messages. Throws `UnacceptableFile` if helm would not load the chart. */
export function checkedIdentity(
  { name = '', version = '' }: { readonly name?: string; readonly version?: string },
  file: string,
): { readonly name: string; readonly version: string } {
  if (!/^[A-Za-z0-9._-]+$/.test(name) || /^\.+$/.test(name) || name.length > LONGEST)
    throw unacceptable(
      `has the name ${quoted(name)}; it must have 1 to ${LONGEST} letters, digits, ".", "_" and "-"`,
      file,
    );
  if (isChartVersion(version) && version.length <= LONGEST) return { name, version };
  throw unacceptable(`has the version ${quoted(version)}, which is not a Semantic Version such as 1.2.3`, file);
}

function unacceptable(reason: string, file = CHART_YAML): UnacceptableFile {
  return new UnacceptableFile(`${file} ${reason}. Change it, and package the chart again.`);
}
