/** Checks the limits of releases. They are the same for all ecosystems. */
import { isMediaType } from '../contract/media-types.ts';
import { Failure } from '../model/failure.ts';
import { longest } from '../model/limits.ts';
import { tagRefusal } from './check-tag.ts';
import type { Ecosystem, Incoming, Release } from './ecosystem.ts';
import { checkFileName } from './file-name.ts';

/** The maximum numbers of parts of a release, which is stored in one transaction that others wait for. */
const most = { files: 1000, entries: 100, tags: 100, needs: 1000 } as const;

/** In characters. */
const longestMediaType = 255;

/** In bytes of JSON, because they are stored with the package. */
const largestClaims = 2 ** 20;

/** Throws `unacceptable-file`. */
export function checkClaims(claims: Incoming['claims']): void {
  const size = Buffer.byteLength(JSON.stringify(claims));
  if (size <= largestClaims) return;
  throw unacceptable(`The data about the package has ${size} bytes of JSON; the maximum is ${largestClaims}.`);
}

/** Throws `unacceptable-file`. */
export function checkRelease(ecosystem: Ecosystem, release: Release): void {
  checkLength('name', release.name, longest.packageName);
  checkLength('version', release.version, longest.version);
  checkLength('variant', release.variant ?? '', longest.variant);
  checkNumber('files', release.files);
  checkNumber('entries', release.entries);
  checkNumber('tags', release.tags);
  checkNumber('needs', release.needs);
  for (const { tag } of release.tags) {
    const refusal = tagRefusal(ecosystem, tag);
    if (refusal !== undefined) throw unacceptable(refusal);
  }
  for (const { name, role, mediaType } of release.files) {
    // The reader adds to a checked name, so a derived file may have a longer one: the publisher could not change it.
    if (role !== 'derived') checkFileName(name);
    if (mediaType !== null) checkMediaType(name, mediaType);
  }
  const repeated = findRepeated(release.files.map(({ name }) => name));
  if (repeated !== undefined) throw unacceptable(`The package has two files named "${repeated}". Rename one of them.`);
  if (release.files.filter(({ role }) => role === 'main').length > 1)
    throw new Error('The reader of the ecosystem returns more than one main file.');
  if (findRepeated(release.entries.map(({ part }) => part)) !== undefined)
    throw new Error('The reader of the ecosystem returns two entries for one part.');
}

function checkLength(what: string, value: string, maximum: number): void {
  if (value.length <= maximum) return;
  throw unacceptable(`The package's ${what} has ${value.length} characters; the maximum is ${maximum}.`);
}

function checkNumber(what: keyof typeof most, { length }: readonly unknown[]): void {
  if (length > most[what]) throw unacceptable(`The package has ${length} ${what}; the maximum is ${most[what]}.`);
}

/** Media types become headers (RFC 9110, section 8.3). */
function checkMediaType(name: string, mediaType: string): void {
  if (mediaType.length <= longestMediaType && isMediaType(mediaType)) return;
  throw unacceptable(`The media type of "${name}" is invalid. Use one such as application/json.`);
}

function findRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}

function unacceptable(detail: string): Failure {
  return new Failure('unacceptable-file', detail);
}
