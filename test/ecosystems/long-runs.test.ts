/** Every reader of published content takes time in proportion to its input. */
import { expect, test } from 'vitest';
import { loneSurrogateIn } from '../../src/contract/bodies/lone-surrogates.ts';
import { watchPartNames } from '../../src/contract/bodies/part-names.ts';
import { controlMetadata } from '../../src/ecosystems/debian/control-metadata.ts';
import { parseControl } from '../../src/ecosystems/debian/control.ts';
import { checkFieldValues } from '../../src/ecosystems/debian/field-values.ts';
import { packageIdentity } from '../../src/ecosystems/debian/package-identity.ts';
import { packagesEntry } from '../../src/ecosystems/debian/packages-entry.ts';
import { compareDebianVersions, isDebianVersion } from '../../src/ecosystems/debian/version.ts';
import { parseFileName } from '../../src/ecosystems/files/file-name.ts';
import { quoted } from '../../src/formats/quoted.ts';
import { parseCoreMetadata } from '../../src/ecosystems/python/core-metadata.ts';
import { isSameRelease, isStemOf, parseDistributionName } from '../../src/ecosystems/python/file-name.ts';
import { parseHeaders } from '../../src/ecosystems/python/headers.ts';
import { pageMediaType } from '../../src/ecosystems/python/page-media-type.ts';
import { shownMetadata } from '../../src/ecosystems/python/shown-metadata.ts';
import { comparePythonVersions } from '../../src/ecosystems/python/version-order.ts';
import { parseVersion } from '../../src/ecosystems/python/version.ts';
import { UnacceptableFile } from '../../src/registry/unacceptable-file.ts';
import { Failure } from '../../src/model/failure.ts';
import { keptFileName } from '../../src/registry/file-name.ts';
import { organizationSlug } from '../../src/model/limits.ts';
import { slugOf } from '../../src/model/slug.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { controlFile } from '../fixtures/deb-package.ts';
import { slowInput } from '../fixtures/linear-time.ts';
import { coreMetadata } from '../fixtures/python-package.ts';

const deb = { name: 'demo.deb', path: '', size: 1, digests: digestsOf(Buffer.from('')) };

const readers: Readonly<Record<string, (input: string) => unknown>> = {
  'a control file': (input) => readControl(input),
  'a field of a control file': (input) => readControl(controlFile({ Depends: input })),
  'a description': (input) => readControl(controlFile({ Description: `d\n ${input}` })),
  'the continuation of a field': (input) => readControl(controlFile({ Depends: input.replaceAll('\n', '\n .') })),
  'the name of a control field': (input) => readControl(`${controlFile()}${input}: x\n`),
  'the fields that say which package it is': (input) =>
    readControl(controlFile({ Package: input, Version: input, Architecture: input })),
  'a Debian version': (input) => isDebianVersion(`1${input}`),
  'two Debian versions': (input) => compareDebianVersions(`1${input}`, `1${input}~`),
  METADATA: (input) => readMetadata(input),
  'a field of METADATA': (input) => readMetadata(coreMetadata('demo', '1', { Summary: input, Author: input })),
  'the lists of METADATA': (input) =>
    readMetadata(coreMetadata('demo', '1', { Keywords: input, Classifier: input, 'Project-URL': input })),
  'a continuation in METADATA': (input) => readMetadata(coreMetadata('demo', '1', { License: folded(input) })),
  'Requires-Python': (input) => readMetadata(coreMetadata('demo', '1', { 'Requires-Python': `>=${input}` })),
  'name and version in METADATA': (input) => readMetadata(coreMetadata(`a${input}`, `1${input}`)),
  WHEEL: (input) => parseHeaders(Buffer.from(input), 'WHEEL'),
  'the name of a wheel': (input) => parseDistributionName(`demo-1-${input}-py3-none-any.whl`),
  'the name of a source distribution': (input) => parseDistributionName(`demo-${input}-1.tar.gz`),
  'the folder in a source distribution': (input) => isStemOf(`demo${input}-1`, { name: 'demo', version: '1' }),
  'the names of a release': (input) => isSameRelease({ name: input, version: '1' }, { name: 'demo', version: '1' }),
  'a Python version': (input) => parseVersion(`1${input}`),
  'the local part of a Python version': (input) => parseVersion(`1+${input}`),
  'the local part of a Python version, but for its last characters': (input) => parseVersion(`1+${input.slice(0, -1)}`),
  'two Python versions': (input) => comparePythonVersions(`1.${input.slice(0, -2)}`, `1.${input.slice(0, -2)}`),
  'the name of a plain file': (input) => parseFileName(`demo-1.0.0-${input}.txt`),
  'the extension of a plain file': (input) => parseFileName(`demo-1.0.0.${input}`),
  'the version of a plain file': (input) => parseFileName(`demo-1.${input}.0.txt`),
  'the name of any file': (input) => keptFileName(input),
  'the name of a registry': (input) => slugOf(input),
  'the name of an organization': (input) => organizationSlug.test(input),
  'what is quoted': (input) => quoted(input),
  'text in JSON': (input) => loneSurrogateIn({ text: input.toWellFormed(), [input]: 1 }),
  'the content of a form': (input) => watchParts(`--x\r\n\r\n${input}`),
  'the header of a part': (input) => watchParts(`--x\r\nContent-Disposition: form-data; name="${input}`),
  'the headers of many parts': (input) =>
    watchParts(`--x\r\nA: b\r\n\r\n${input.slice(0, 9)}\r\n`.repeat(input.length / 26)),
  'the media types of a page': (input) => pageMediaType(input),
};

test.each(Object.entries(readers))('%s', (_, read) => {
  expect(slowInput((input) => unlessRejected(() => read(input)))).toBeUndefined();
});

function readControl(text: string): void {
  const fields = parseControl(Buffer.from(text));
  controlMetadata(fields);
  checkFieldValues(fields);
  packagesEntry(packageIdentity(fields, 'deb'), fields, deb);
}

function readMetadata(text: string): void {
  shownMetadata(parseCoreMetadata(Buffer.from(text), 'METADATA'));
}

/** In pieces, since the network chooses where they end. */
function watchParts(form: string): void {
  const watch = watchPartNames('multipart/form-data; boundary=x', () => undefined);
  const bytes = Buffer.from(form);
  for (let at = 0; at < bytes.length; at += 1000) watch(bytes.subarray(at, at + 1000));
}

function folded(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\n ');
}

function unlessRejected(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    const rejected = error instanceof UnacceptableFile || error instanceof Failure || error instanceof TypeError;
    if (!rejected) throw error;
  }
}
