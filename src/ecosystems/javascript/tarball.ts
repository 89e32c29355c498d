/** Reads the tarball of a package: its package.json, and the facts that registries compute. */
import { isObject } from '../../formats/json-values.ts';
import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decompress } from '../../formats/decompress.ts';
import { contentOf } from '../../formats/file-content.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries, type TarEntry } from '../../formats/tar-entries.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface TarballContent {
  readonly packageJson: JsonObject;
  readonly fileCount: number;
  /** The sizes of all files, in bytes. */
  readonly unpackedSize: number;
  /** Whether npm compiles it with node-gyp unless a script replaces that. */
  readonly hasBindingGyp: boolean;
  readonly hasShrinkwrap: boolean;
}

const MOST_ENTRIES = 200_000;
/** In bytes. */
const MOST_UNPACKED = 4 * 1024 ** 3;
const LONGEST_PACKAGE_JSON = 1024 ** 2;

/**
 * Reads the whole archive, because a later entry overwrites an earlier one when it is unpacked. Clients drop the first
 * segment of each path, whose name is `package` by convention only. Throws `UnacceptableFile` unless it is a tar archive
 * compressed with gzip with exactly one `package/package.json`, which is a JSON object.
 */
export async function readTarball(path: string): Promise<TarballContent> {
  await using handle = await open(path, 'r');
  try {
    return await readEntries(tarEntries(decompress(contentOf(handle), 'gz', MOST_UNPACKED), MOST_ENTRIES));
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}

async function readEntries(entries: AsyncIterable<TarEntry>): Promise<TarballContent> {
  let packageJson: JsonObject | undefined;
  let fileCount = 0;
  let unpackedSize = 0;
  const names = new Set<string>();
  for await (const entry of entries) {
    if (entry.type !== 'file') continue;
    fileCount += 1;
    unpackedSize += entry.size;
    const name = nameAtTop(entry.path);
    if (name === undefined) continue;
    if (name === PACKAGE_JSON) {
      if (packageJson) throw new UnacceptableFile('The tarball has two files "package.json". Pack it again.');
      packageJson = await readPackageJson(entry);
    } else if (TOLD_BY_NAME.has(name)) names.add(name);
  }
  if (!packageJson) {
    throw new UnacceptableFile('The tarball has no "package.json" in its folder. Create it with "npm pack".');
  }
  const hasBindingGyp = names.has(BINDING_GYP);
  return { packageJson, fileCount, unpackedSize, hasBindingGyp, hasShrinkwrap: names.has(SHRINKWRAP) };
}

const PACKAGE_JSON = 'package.json';
const BINDING_GYP = 'binding.gyp';
const SHRINKWRAP = 'npm-shrinkwrap.json';
const TOLD_BY_NAME: ReadonlySet<string> = new Set([BINDING_GYP, SHRINKWRAP]);

/** Returns the name of a file in the folder of the package; undefined for other files. */
function nameAtTop(path: string): string | undefined {
  const [, name, ...deeper] = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return deeper.length === 0 ? name : undefined;
}

async function readPackageJson({ size, content }: TarEntry): Promise<JsonObject> {
  if (size > LONGEST_PACKAGE_JSON) {
    throw new UnacceptableFile(`The file "package.json" has ${size} bytes; the maximum is ${LONGEST_PACKAGE_JSON}.`);
  }
  const value = parse(await buffer(content));
  if (isObject(value)) return value;
  throw new UnacceptableFile('The file "package.json" is not a JSON object.');
}

function parse(bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue;
  } catch (error) {
    const reason = error instanceof SyntaxError ? `: ${quoted(error.message)}` : '';
    throw new UnacceptableFile(`The file "package.json" is not JSON in UTF-8${reason}.`, { cause: error });
  }
}
