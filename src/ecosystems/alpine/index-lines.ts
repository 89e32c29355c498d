/** The lines of a record in `APKINDEX`, and what apk accepts in them (apk-package(5)). */
import { quoted } from '../../formats/quoted.ts';
import { isArchitecture } from './architecture.ts';
import { dependenciesIn, dependencyRefusal, provisionRefusal } from './dependencies.ts';
import { isPackageName } from './package-file-name.ts';
import { isApkVersion } from './version.ts';

export interface IndexLine {
  readonly title: string;
  /** `apk index` writes some lines even if they are empty. */
  readonly isWritten: 'always' | 'unless empty';
  /** Returns why apk cannot read a value, as `is "x"; it must be a number`; undefined if it can. */
  refusal(value: string): string | undefined;
}

/** By their letters, in the order of `apk index`. */
export const indexLines = {
  /** `Q1` and the base64 of the SHA-1 of the control section, as it is in the file. */
  C: line('checksum', 'always', matching(/^Q1[A-Za-z0-9+/]{27}=$/, 'a SHA-1')),
  P: line(
    'pkgname',
    'always',
    that(isPackageName, 'letters, digits, "+", "-", "." and "_", the first a letter or a digit'),
  ),
  V: line('pkgver', 'always', that(isApkVersion, 'a version such as 1.2.3_rc1-r0')),
  A: line('arch', 'always', that(isArchitecture, '"noarch" or one architecture such as "x86_64"')),
  /** The size of the file, in bytes. */
  S: line('file size', 'always', number(15)),
  /** The installed size, in bytes. apk does not download a package of 0 bytes: there is nothing to install. */
  I: line('size', 'always', number(15)),
  T: line('pkgdesc', 'always', anyText),
  U: line('url', 'always', anyText),
  L: line('license', 'always', anyText),
  o: line('origin', 'unless empty', anyText),
  m: line('maintainer', 'unless empty', anyText),
  /** The time of the build, in seconds since 1970. */
  t: line('builddate', 'unless empty', number(15)),
  c: line('commit', 'unless empty', anyText),
  // apk stores it in 16 bits.
  k: line(
    'provider_priority',
    'unless empty',
    that((value) => /^\d{1,5}$/.test(value) && Number(value) < 65_536, 'a number below 65536'),
  ),
  D: line('depend', 'unless empty', each(dependencyRefusal)),
  p: line('provides', 'unless empty', each(provisionRefusal)),
  i: line('install_if', 'unless empty', each(dependencyRefusal)),
} as const satisfies Readonly<Record<string, IndexLine>>;

export type IndexLetter = keyof typeof indexLines;

function line(title: string, isWritten: IndexLine['isWritten'], refusal: IndexLine['refusal']): IndexLine {
  return { title, isWritten, refusal };
}

function that(isValid: (value: string) => boolean, expected: string): IndexLine['refusal'] {
  return (value) => (isValid(value) ? undefined : `is ${quoted(value)}; it must be ${expected}`);
}

function matching(pattern: RegExp, expected: string): IndexLine['refusal'] {
  return that((value) => pattern.test(value), expected);
}

function number(digits: number): IndexLine['refusal'] {
  return that((value) => /^\d+$/.test(value) && value.length <= digits, `a number of at most ${digits} digits`);
}

function anyText(): undefined {
  return undefined;
}

/** Checks a list. */
function each(refusalOf: (item: string) => string | undefined): IndexLine['refusal'] {
  return (value) => {
    for (const item of dependenciesIn([value])) {
      const refusal = refusalOf(item);
      if (refusal !== undefined) return `has ${quoted(item)}; ${refusal}`;
    }
    return undefined;
  };
}
