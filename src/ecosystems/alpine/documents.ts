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

const DOCUMENT = /^([^/]+)\/signed-index$/;

/** Returns the name of the index of an architecture. */
export function indexName(architecture: string): string {
  return `${architecture}/signed-index`;
}

async function render(architecture: string, source: Source, output: Output, about: About): Promise<string> {
  const index = source.fragments('APKINDEX', records, { frame: archiveAround(about) });
  const signatures = await signatureMembers(index.gzip(), about.signingKeys, about);
  await output.write(indexName(architecture), index.gzip(signatures));
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
