/** Name, epoch, version, release and architecture: what identifies a package. */
import { quoted } from '../../formats/quoted.ts';
import type { RpmHeader } from '../../formats/rpm-header.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { sourcePart } from './architectures.ts';
import type { Evr } from './evr.ts';
import { TAG } from './tags.ts';

export interface Identity extends Evr {
  readonly name: string;
  /** `src` for a source package. */
  readonly architecture: string;
}

/** The limit of Linux's file systems, in bytes. */
const LONGEST_FILE_NAME = 255;

/** The characters that rpmbuild allows (rpm's `build/parsePreamble.c`). They are part of URLs. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/;
const VERSION = /^[A-Za-z0-9._+~^]+$/;
const ARCHITECTURE = /^[A-Za-z0-9_]{1,64}$/;

/** Throws `UnacceptableFile` if a value is missing or invalid. */
export async function readIdentity(header: RpmHeader): Promise<Identity> {
  const [epoch = 0] = await header.integers(TAG.epoch);
  const identity: Identity = {
    name: await valid(header, 'name', TAG.name, NAME, 'letters, digits and "._+-"'),
    epoch: String(epoch),
    version: await valid(header, 'version', TAG.version, VERSION, 'letters, digits and "._+~^"'),
    release: await valid(header, 'release', TAG.release, VERSION, 'letters, digits and "._+~^"'),
    architecture: await architectureOf(header),
  };
  const fileName = canonicalFileName(identity);
  if (fileName.length <= LONGEST_FILE_NAME) return identity;
  throw new UnacceptableFile(
    `The package's file name would be ${quoted(fileName)} with ${fileName.length} characters; the maximum is ${LONGEST_FILE_NAME}.`,
  );
}

/** Returns the usual file name, such as `bash-5.2.26-3.fc40.x86_64.rpm`, without the epoch. */
export function canonicalFileName({ name, version, release, architecture }: Identity): string {
  return `${name}-${version}-${release}.${architecture}.rpm`;
}

/** Returns the parts of a usual file name; undefined for others. Versions, releases and architectures have no hyphen. */
export function parseFileName(fileName: string): { readonly name: string; readonly version: string } | undefined {
  const [, name, version] = /^(.+)-([^-]+-[^-]+)\.[^.-]+\.rpm$/.exec(fileName) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

async function architectureOf(header: RpmHeader): Promise<string> {
  const [isSource = 0] = await header.integers(TAG.sourcePackage);
  if (isSource !== 0 || !header.has(TAG.sourceRpm)) return sourcePart;
  return await valid(header, 'architecture', TAG.architecture, ARCHITECTURE, 'one such as "x86_64" or "noarch"');
}

async function valid(header: RpmHeader, what: string, tag: number, pattern: RegExp, expected: string): Promise<string> {
  const [value] = await header.strings(tag);
  if (value === undefined) throw new UnacceptableFile(`The RPM header has no ${what}. Build the package again.`);
  if (pattern.test(value)) return value;
  throw new UnacceptableFile(`The package's ${what} is ${quoted(value)}; it should be ${expected}.`);
}
