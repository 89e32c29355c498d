/** The index that apt fetches: a `Packages` file per architecture, and a signed `Release` that lists them. */
import { clearSign, detachedSignature } from '../../formats/openpgp-signing.ts';
import type {
  About,
  Documents,
  ListedEntry,
  Output,
  OverviewPart,
  Source,
  WrittenDocument,
} from '../../registry/documents.ts';
import { releaseText } from './release-file.ts';
import { indexesFolder, indexPath } from './urls.ts';

/**
 * The parts are architectures, and the names of documents are their URLs, relative to `Release`. Packages of
 * architecture `all` are listed in every part, as in Debian's own archive. Only apt also reads the list of `all`, unless
 * `Release` excludes it.
 */
export const aptDocuments: Documents = {
  together: 'registry',
  // Debian's release architectures: a machine finds packages of architecture `all` in the list of its own architecture.
  parts: ['all', 'amd64', 'arm64', 'armel', 'armhf', 'i386', 'loong64', 'ppc64el', 'riscv64', 's390x'],
  // Debian has about twenty, including ports.
  mostParts: 32,
  companionEndings: ['.gpg'],
  partOf,
  reads: (architecture) => (architecture === 'all' ? ['all'] : [architecture, 'all']),
  render,
  renderOverview,
};

const SOURCES = indexPath('source', 'Sources');
const SOURCES_GZ = indexPath('source', 'Sources.gz');
const OVERVIEW: ReadonlySet<string> = new Set(['Release', 'InRelease', 'Release.gpg', SOURCES, SOURCES_GZ]);

function partOf(name: string): string | undefined {
  if (OVERVIEW.has(name)) return '';
  if (!name.startsWith(indexesFolder)) return undefined;
  return /^binary-([^/]+)\/Packages(?:\.gz)?$/.exec(name.slice(indexesFolder.length))?.[1];
}

/** Returns the names of the index of an architecture. */
function packagesOf(architecture: string): { readonly plain: string; readonly gzip: string } {
  const directory = `binary-${architecture}`;
  return { plain: indexPath(directory, 'Packages'), gzip: indexPath(directory, 'Packages.gz') };
}

async function render(architecture: string, source: Source, output: Output): Promise<string> {
  const list = source.fragments('Packages', stanzas);
  const { plain, gzip } = packagesOf(architecture);
  await Promise.all([output.write(plain, list.text()), output.write(gzip, list.gzip())]);
  return '';
}

/** deb822(5): stanzas are separated by a blank line. */
function stanzas(entries: readonly ListedEntry[]): string {
  return entries.map(({ text, standing }) => (standing === 'offered' ? `${text}\n` : '')).join('');
}

/** The source index is always empty, but it must exist, because source lists may have `deb-src` lines. */
async function renderOverview(parts: AsyncIterable<OverviewPart>, output: Output, about: About): Promise<void> {
  const architectures: string[] = [];
  const files: WrittenDocument[] = [];
  for await (const { part, isListed, documents } of parts) {
    if (!isListed) continue;
    architectures.push(part);
    files.push(...(await documents()));
  }
  files.push(await output.write(SOURCES, onePiece(new Uint8Array())));
  files.push(await output.write(SOURCES_GZ, onePiece(EMPTY_GZIP)));
  const release = releaseText(files, architectures, about);
  const keys = about.signingKeys.map(({ privateKey }) => privateKey);
  await writeText('Release', release, output);
  await writeText('InRelease', await clearSign(release, keys, about.date), output);
  await writeText('Release.gpg', await detachedSignature(release, keys, about.date), output);
}

/** RFC 1952: a member with an empty last block. */
const EMPTY_GZIP = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);

async function writeText(name: string, text: string, output: Output): Promise<void> {
  await output.write(name, onePiece(new TextEncoder().encode(text)));
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
