/** The values of a package in `APKINDEX`, from `.PKGINFO` and from the file. */
import { dependenciesIn } from './dependencies.ts';
import type { IndexRecord } from './index-entry.ts';
import type { PkgInfo } from './pkginfo.ts';
import type { Sections } from './sections.ts';

/** In bytes of UTF-8: apk 3 cuts longer descriptions. */
const LONGEST_DESCRIPTION = 512;

/** Returns the values, which are not yet checked. Missing ones are empty. */
export function indexRecord(info: PkgInfo, sections: Sections, fileSize: number): IndexRecord {
  const one = (key: string): string => info.one(key) ?? '';
  const list = (key: string): string => dependenciesIn(info.all(key)).join(' ');
  return {
    C: `Q1${sections.identity}`,
    P: one('pkgname'),
    V: one('pkgver'),
    A: one('arch'),
    S: String(fileSize),
    I: installedSize(one('size'), sections),
    T: cutText(one('pkgdesc')),
    U: one('url'),
    L: one('license'),
    o: one('origin'),
    m: one('maintainer'),
    t: one('builddate'),
    c: one('commit'),
    k: one('provider_priority'),
    D: list('depend'),
    p: list('provides'),
    i: list('install_if'),
  };
}

/** apk does not download packages of size 0, so those with files or scripts must not have it. */
function installedSize(declared: string, { data, hasScripts }: Sections): string {
  if (!/^0*$/.test(declared)) return declared;
  return data.entries > 0 || hasScripts ? String(Math.max(data.size, 1)) : '0';
}

/** Cuts a text between two characters. */
function cutText(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.byteLength <= LONGEST_DESCRIPTION) return text;
  return new TextDecoder().decode(bytes.subarray(0, LONGEST_DESCRIPTION), { stream: true });
}
