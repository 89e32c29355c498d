/** A request for a response of the mock, made from the examples of the description, as a command for curl. */
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import { fillTemplate } from '../contract/path-template.ts';
import { shownBodies, shownParameters } from './described-examples.ts';

/** The preferred response; the usual one if it is absent. */
export interface SampleOf {
  readonly prefer?: string;
}

/** Returns the path and the query of an operation, with the examples of its parameters. */
export function samplePath(document: OpenApiDocument, operation: DescribedOperation): string {
  const { path, parameters } = operation;
  const values = shownParameters(document, operation);
  const spanning = new Set(parameters.filter(({ spansSegments }) => spansSegments).map(({ name }) => name));
  const filled = fillTemplate(
    path,
    (name) => values[name] ?? '',
    (name) => spanning.has(name),
  );
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const pairs = query.map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? '')}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

/** Returns the command. `url` is that of the mock, without a slash at its end. */
export function sampleCommand(
  document: OpenApiDocument,
  operation: DescribedOperation,
  url: string,
  { prefer }: SampleOf = {},
): string {
  const { method } = operation;
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...credentials(operation),
    ...(prefer === undefined ? [] : [`-H ${quoted(`Prefer: ${prefer}`)}`]),
    ...body(document, operation),
    quoted(url + samplePath(document, operation)),
  ];
  return parts.join(' ');
}

function credentials({ access }: DescribedOperation): string[] {
  const [way] = access.ways;
  if (!way) return [];
  const { header, prefix, isPair } = way.scheme;
  if (isPair) return ['-u any:any'];
  return [`-H ${quoted(`${header}: ${prefix === undefined ? '' : `${prefix} `}any`)}`];
}

function body(document: OpenApiDocument, operation: DescribedOperation): string[] {
  const [shown] = shownBodies(document, operation);
  if (!shown) return [];
  const { type, value } = shown;
  if (type !== 'multipart/form-data')
    return [`-H ${quoted(`Content-Type: ${type}`)}`, `-d ${quoted(JSON.stringify(value))}`];
  const files = operation.body?.media.get(type)?.fileParts ?? new Set<string>();
  return Object.entries(value).map(([name, text]) =>
    files.has(name)
      ? // The mock does not read files, so the command needs none on this machine.
        `-F ${quoted(`${name}=any;filename=package.tar.gz`)}`
      : `--form-string ${quoted(`${name}=${String(text)}`)}`,
  );
}

/** Quotes text for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
