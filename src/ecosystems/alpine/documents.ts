/** The indexes that apk fetches: a signed `APKINDEX.tar.gz` per architecture (apk-v2(5), apk-index(8)). */
import { archiveEnd, fileHeader, padding } from '../../formats/ustar-header.ts';
import type { About, Documents, Frame, ListedEntry, Output, Source } from '../../registry/documents.ts';
import { NOARCH, usualArchitectures } from './architecture.ts';
import { signatureMembers } from './signing.ts';

/** The parts are architectures. Packages of `noarch` are listed in every part, and machines request them there. */
export const apkDocuments: Documents = {
  together: 'part',
  parts: usualArchitectures,
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => DOCUMENT.exec(name)?.[1],
  reads: (architecture) => (architecture === NOARCH ? [NOARCH] : [architecture, NOARCH]),
  render,
  renderOverview: () => Promise.resolve(),
};

const DOCUMENT = /^([^/]+)\/APKINDEX(?:\.tar\.gz)?$/;

/** Returns the name of the document that clients fetch. */
export function indexName(architecture: string): string {
  return `${unsignedName(architecture)}.tar.gz`;
}

/** The index without signatures. This document is not served: it keeps the fragments for the next rendering. */
function unsignedName(architecture: string): string {
  return `${architecture}/APKINDEX`;
}

async function render(architecture: string, source: Source, output: Output, about: About): Promise<string> {
  const index = source.fragments('APKINDEX', records, { frame: archiveAround(about) });
  await output.write(unsignedName(architecture), index.gzip());
  const signatures = await signatureMembers(index.gzip(), about.signingKeys, about);
  await output.write(indexName(architecture), joined(signatures, index.gzip()));
  return '';
}

/** An empty line ends each record. */
function records(entries: readonly ListedEntry[]): string {
  return entries.map(({ text, standing }) => (standing === 'offered' ? `${text}\n` : '')).join('');
}

/** In bytes: apk ignores a longer description. */
const LONGEST_DESCRIPTION = 160;

/** The tar archive of two files, the second of which has the records. All of it is ASCII, as slugs are. */
function archiveAround({ organization, registry }: About): Frame {
  const description = `${organization}/${registry}`.slice(0, LONGEST_DESCRIPTION);
  const first = [fileHeader('DESCRIPTION', description.length), description, padding(description.length)]
    .map(String)
    .join('');
  return {
    head: ({ size }) => `${first}${fileHeader('APKINDEX', size).toString()}`,
    tail: ({ size }) => `${padding(size).toString()}${archiveEnd.toString()}`,
  };
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
