/** Packuments as JSON text, written version by version, so that one with thousands of versions is never in memory. */
import type { JsonObject } from '../../model/values.ts';

/** In characters. Each chunk is hashed, compressed in another thread, and cut into pieces. */
const CHUNK = 32 * 1024;

/** Text of the versions that a packument lists, oldest first. */
export type VersionTexts = AsyncIterable<readonly [version: string, manifest: JsonObject]>;

/**
 * Yields a packument: the members of `first`, the versions, then the members that `last` returns after all versions were
 * read. Everything that changes with each publication is at the end, so that its beginning is stored once.
 */
export async function* packumentText(
  first: JsonObject,
  versions: VersionTexts,
  last: () => JsonObject,
): AsyncGenerator<Uint8Array> {
  let text = `{${membersOf(first)},"versions":{`;
  let separator = '';
  for await (const [version, manifest] of versions) {
    text += `${separator}${JSON.stringify(version)}:${JSON.stringify(manifest)}`;
    separator = ',';
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}},${membersOf(last())}}`);
}

/** Returns the text of the members of an object that is not empty. */
function membersOf(object: JsonObject): string {
  return JSON.stringify(object).slice(1, -1);
}
