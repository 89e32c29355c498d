/** Adds missing standard responses to the files of a description. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMap, type Document, type YAMLMap } from 'yaml';
import type { Operation, Parameter, SecurityRequirement } from '../rules/rule.ts';
import { standardResponses, type StandardResponse } from '../rules/standard-responses.ts';
import { follow, keysOf, type Place, type SourceFiles } from './source-files.ts';

/**
 * Adds a reference for each status that `openapi/rules/standard-responses.ts` computes and that is not described. An
 * existing response is never changed. The component is the nearest one: in `components/responses/` in the folder of the
 * operation's file, or in a folder above it up to `top`, or in a folder of one of these. So a description can have its
 * own. A failure has the media types that the description lists in `x-failure`. Throws if there is no component.
 */
export async function addStandardResponses(description: string, top: string, files: SourceFiles): Promise<void> {
  const document = await files.read(description);
  const { security = [], 'x-failure': types = [problem] } = (document.toJS() ?? {}) as Root;
  const operations = await operationsOf(description, document, files);
  const limited = operations.some(({ operation }) => '429' in (operation.responses ?? {}));
  for (const found of operations) {
    for (const response of standardResponses({ ...found, security, limited }))
      if (!(String(response.status) in (found.operation.responses ?? {})))
        await add(response, found, { top, types }, files);
  }
}

interface Root {
  readonly security?: readonly SecurityRequirement[];
  readonly 'x-failure'?: readonly string[];
}

const problem = 'application/problem+json';

/** The folders of components, and the media types of failures. */
interface Choice {
  readonly top: string;
  readonly types: readonly string[];
}

interface FoundOperation {
  readonly place: Place;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
}

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

async function operationsOf(file: string, document: Document, files: SourceFiles): Promise<FoundOperation[]> {
  const found: FoundOperation[] = [];
  for (const url of keysOf(document.get('paths'))) {
    const item = await follow({ file, keys: ['paths', url] }, files);
    const node = (await files.read(item.file)).getIn(item.keys);
    const shared = await parametersAt(item, files);
    for (const method of keysOf(node).filter((key) => methods.has(key))) {
      const place = { file: item.file, keys: [...item.keys, method] };
      const parameters = [...shared, ...(await parametersAt(place, files))];
      found.push({ place, method, path: url, operation: await valueAt<Operation>(place, files), parameters });
    }
  }
  return found;
}

/** The parameters of a path item or an operation, without references. */
async function parametersAt({ file, keys }: Place, files: SourceFiles): Promise<Parameter[]> {
  const { parameters = [] } = await valueAt<{ readonly parameters?: readonly unknown[] }>({ file, keys }, files);
  const found: Parameter[] = [];
  for (const index of parameters.keys())
    found.push(await valueAt<Parameter>(await follow({ file, keys: [...keys, 'parameters', index] }, files), files));
  return found;
}

/** The linter checks the structure of descriptions. */
async function valueAt<T>({ file, keys }: Place, files: SourceFiles): Promise<T> {
  const document = await files.read(file);
  const node = document.getIn(keys);
  return (isMap(node) ? node.toJS(document) : {}) as T;
}

async function add(
  { status, component }: StandardResponse,
  { place, method, path: url }: FoundOperation,
  choice: Choice,
  files: SourceFiles,
): Promise<void> {
  // The linter requires a response that only the author can write.
  if (component === undefined) return;
  const document = await files.read(place.file);
  const responses = document.getIn([...place.keys, 'responses']);
  if (!isMap(responses)) throw new Error(`${method.toUpperCase()} ${url} in ${place.file} has no responses. Add one.`);
  const target = await nearest(`${component}.yaml`, place.file, { isFailure: status >= 400, ...choice }, files);
  const reference = path.relative(path.dirname(place.file), target).split(path.sep).join('/');
  insert(responses, document.createPair(String(status), { $ref: reference }));
}

/** By ascending status. */
function insert(responses: YAMLMap, pair: YAMLMap['items'][number]): void {
  const status = Number(pair.key);
  const after = keysOf(responses).findIndex((key) => Number(key) > status);
  responses.items.splice(after === -1 ? responses.items.length : after, 0, pair);
}

async function nearest(
  name: string,
  file: string,
  { top, types, isFailure }: Choice & { readonly isFailure: boolean },
  files: SourceFiles,
): Promise<string> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    for (const candidate of await candidates(path.join(folder, 'components/responses'), name)) {
      const content = keysOf((await files.read(candidate)).get('content'));
      if (!isFailure || content.length === 0 || content.toSorted().join() === types.toSorted().join()) return candidate;
    }
    if (folder === top || folder === path.dirname(folder)) {
      const what = `components/responses/${name}`;
      const of = isFailure ? ` with ${types.join(' and ')}` : '';
      throw new Error(`${file} needs ${what}${of} in its folder or in a folder above, up to ${top}. Add that file.`);
    }
  }
}

/** Returns the files with a name in a folder, and then in its subfolders. */
async function candidates(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inFolder = entries.filter((entry) => entry.name === name).map(() => path.join(folder, name));
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
  const deeper = await Promise.all(below.toSorted().map((one) => candidates(one, name)));
  return [...inFolder, ...deeper.flat()];
}
