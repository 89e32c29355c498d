/**
 * The index that apt fetches: lists of packages, of their files and of sources, and a signed `Release` with the digests of
 * the lists.
 */
import { clearSign, detachedSignature } from '../../formats/openpgp-signing.ts';
import type {
  About,
  Documents,
  Fragments,
  ListedEntry,
  Output,
  OverviewPart,
  Source,
  WrittenDocument,
} from '../../registry/documents.ts';
import { contentsLines, lengthOfContents } from './contents-entry.ts';
import { partName, partOfName } from './index-parts.ts';
import type { PackageKind } from './package-kind.ts';
import { documentsOfPart, partOfDocument, type PartDocuments } from './part-documents.ts';
import { releaseText } from './release-file.ts';
import { sourceStanzas, SOURCE_PART } from './sources/entries.ts';
import { indexPath } from './urls.ts';

/** Debian's release architectures: a machine finds packages of architecture `all` in the list of its own architecture. */
const usualArchitectures = [
  'all',
  'amd64',
  'arm64',
  'armel',
  'armhf',
  'i386',
  'loong64',
  'ppc64el',
  'riscv64',
  's390x',
];

/**
 * The names of documents are their URLs, relative to `Release`. Packages of architecture `all` are listed in the
 * `Packages` of every architecture, as in Debian's own archive. Only apt also reads that of `all`, unless `Release`
 * excludes it. Their files are in `Contents-all` alone, again as in Debian's, which apt-file reads too.
 */
export const aptDocuments: Documents = {
  together: 'registry',
  // The list of sources exists without sources, because source lists may have `deb-src` lines.
  parts: [...packagesParts('deb'), ...packagesParts('udeb'), SOURCE_PART],
  // Debian has about twenty architectures, including ports, with up to four lists each.
  mostParts: 64,
  companionEndings: ['.gpg'],
  partOf,
  reads: readsOf,
  render,
  renderOverview,
};

const OVERVIEW: ReadonlySet<string> = new Set(['Release', 'InRelease', 'Release.gpg']);
/** The index of sources. */
const SOURCES: PartDocuments = { plain: indexPath(SOURCE_PART, 'Sources'), gzip: indexPath(SOURCE_PART, 'Sources.gz') };

function packagesParts(kind: PackageKind): readonly string[] {
  return usualArchitectures.map((architecture) => partName({ list: 'packages', kind, architecture }));
}

function partOf(name: string): string | undefined {
  if (OVERVIEW.has(name)) return '';
  if (name === SOURCES.plain || name === SOURCES.gzip) return SOURCE_PART;
  const part = partOfDocument(name);
  return part && partName(part);
}

function readsOf(name: string): readonly string[] {
  if (name === SOURCE_PART) return [name];
  const part = partOfName(name);
  if (part.list === 'contents' || part.architecture === 'all') return [name];
  return [name, partName({ ...part, architecture: 'all' })];
}

async function render(name: string, source: Source, output: Output): Promise<string> {
  if (name === SOURCE_PART) {
    await writeList(SOURCES, source.fragments('Sources', sourceStanzas, { wholeNames: true }), output);
    return '';
  }
  const part = partOfName(name);
  const list =
    part.list === 'packages'
      ? source.fragments('Packages', stanzas)
      : source.fragments('Contents', contentsLines, { lengthOf: lengthOfContents });
  // Clients look for the lists of debs of every architecture, but most registries have no udebs.
  if (part.kind === 'udeb' && !(await hasEntries(source))) return '';
  await writeList(documentsOfPart(part), list, output);
  return '';
}

/** apt fetches a compressed list only if `Release` has the digest of the plain one, too. */
async function writeList({ plain, gzip }: PartDocuments, list: Fragments, output: Output): Promise<void> {
  await Promise.all([output.write(plain, list.text()), output.write(gzip, list.gzip())]);
}

async function hasEntries(source: Source): Promise<boolean> {
  for await (const { standing } of source.entries()) if (standing === 'offered') return true;
  return false;
}

/** deb822(5): stanzas are separated by a blank line. */
function stanzas(entries: readonly ListedEntry[]): string {
  return entries.map(({ text, standing }) => (standing === 'offered' ? `${text}\n` : '')).join('');
}

async function renderOverview(parts: AsyncIterable<OverviewPart>, output: Output, about: About): Promise<void> {
  const architectures = new Set<string>();
  const files: WrittenDocument[] = [];
  for await (const { part, isListed, documents } of parts) {
    if (!isListed) continue;
    if (part !== SOURCE_PART) architectures.add(partOfName(part).architecture);
    files.push(...(await documents()));
  }
  const release = releaseText(files, [...architectures], about);
  const keys = about.signingKeys.map(({ privateKey }) => privateKey);
  await writeText('Release', release, output);
  await writeText('InRelease', await clearSign(release, keys, about.date), output);
  await writeText('Release.gpg', await detachedSignature(release, keys, about.date), output);
}

async function writeText(name: string, text: string, output: Output): Promise<void> {
  await output.write(name, onePiece(new TextEncoder().encode(text)));
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
