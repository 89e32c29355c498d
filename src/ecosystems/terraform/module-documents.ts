/** The list of the versions of a module for installers, and the document about its latest version. */
import compare from 'semver/functions/compare.js';
import prerelease from 'semver/functions/prerelease.js';
import type { components } from '../../../generated/native/terraform.ts';
import type { About, ListedEntry, Output, Source } from '../../registry/documents.ts';
import { joinNamespace } from '../../serving/namespace.ts';
import { asTime } from '../../serving/time.ts';
import { jsonText } from './document-text.ts';
import { readModuleEntry } from './module-entry.ts';

type Schemas = components['schemas'];

export type ModuleForm = 'versions' | 'latest';

/** Returns the name of a document about a module, which is given in lower case. */
export function moduleDocument(form: ModuleForm, project: string): string {
  return `${project} ${form}`;
}

export async function renderModule(project: string, source: Source, output: Output, about: About): Promise<void> {
  const listed: ListedEntry[] = [];
  for await (const entry of source.entries()) if (entry.standing === 'offered') listed.push(entry);
  listed.sort((a, b) => compare(a.version, b.version));
  const latest = listed.findLast(({ version }) => prerelease(version) === null) ?? listed.at(-1);
  if (latest === undefined) return;
  const namespace = joinNamespace(about);
  await output.write(moduleDocument('versions', project), jsonText(versionsOf(`${namespace}/${project}`, listed)));
  await output.write(moduleDocument('latest', project), jsonText(moduleOf(namespace, latest, listed)));
}

function versionsOf(source: string, listed: readonly ListedEntry[]): Schemas['ModuleVersions'] {
  const versions = listed.map(({ version, text }) => ({ version, submodules: submodulesOf(text) }));
  return { modules: [{ source, versions }] };
}

function moduleOf(
  namespace: string,
  { nameKey, version, publishedAt, text }: ListedEntry,
  listed: readonly ListedEntry[],
): Schemas['Module'] {
  const [name = '', provider = ''] = nameKey.split('/');
  return {
    id: `${namespace}/${nameKey}/${version}`,
    namespace,
    name,
    provider,
    version,
    published_at: asTime(publishedAt),
    versions: listed.map((one) => one.version),
    submodules: submodulesOf(text),
  };
}

function submodulesOf(text: string): Schemas['Submodule'][] {
  return readModuleEntry(text).submodules.map((path) => ({ path }));
}
