/** The documents that dnf and zypper fetch: three lists per part, and a signed description of them per `$basearch`. */
import { createHash } from 'node:crypto';
import { detachedSignature } from '../../formats/openpgp-signing.ts';
import { zstdFrame } from '../../formats/zstd.ts';
import type {
  About,
  Documents,
  Fragments,
  IndexCompression,
  Output,
  OverviewPart,
  Source,
} from '../../registry/documents.ts';
import { anyPart, readsOf, usualBases } from './architectures.ts';
import { descriptionDocument, listDocument, partOfDocument, SIGNATURE } from './document-names.ts';
import { lists, type List } from './lists.ts';
import { elementsOf, lengthOfElement } from './package-entry.ts';
import { repomdText, type DescribedList, type DescribedPart } from './repomd.ts';
import { packageUrl } from './urls.ts';

/**
 * The parts are values of `$basearch`. A part lists all packages that its machines can install. The overview has the
 * descriptions, so that those of bases without packages of their own, with equal texts, have the lists of other parts.
 */
export const rpmDocuments: Documents = {
  together: 'registry',
  parts: [anyPart, 'x86_64'],
  // Fedora has had fewer than twenty.
  mostParts: 32,
  companionEndings: [SIGNATURE],
  partOf: partOfDocument,
  reads: readsOf,
  render,
  renderOverview,
};

async function render(part: string, source: Source, output: Output, about: About): Promise<string> {
  const { date, indexCompression } = about;
  // Concurrently, because most of the time is that of the disk.
  const described = await Promise.all(
    lists.map((list) => writeList(list, { part, compression: indexCompression }, source, output)),
  );
  const line: DescribedPart = { changedAt: Math.floor(date.getTime() / 1000), lists: described };
  return JSON.stringify(line);
}

async function writeList(
  { name, frame }: List,
  { part, compression }: { readonly part: string; readonly compression: IndexCompression },
  source: Source,
  output: Output,
): Promise<DescribedList> {
  const fragments = source.fragments(name, (entries) => elementsOf(name, entries, packageUrl), {
    frame,
    lengthOf: (entry) => lengthOfElement(name, entry),
  });
  const content = compression === 'gzip' ? fragments.gzip() : zstdFrame(fragments.text());
  const { digests, size } = await output.write(listDocument(part, name, compression), content);
  return { name, compression, sha256: digests.sha256, size, ...(await measureText(fragments)) };
}

async function measureText(fragments: Fragments): Promise<Pick<DescribedList, 'openSha256' | 'openSize'>> {
  const sum = createHash('sha256');
  let openSize = 0;
  for await (const chunk of fragments.text()) {
    sum.update(chunk);
    openSize += chunk.byteLength;
  }
  return { openSha256: sum.digest('hex'), openSize };
}

async function renderOverview(parts: AsyncIterable<OverviewPart>, output: Output, about: About): Promise<void> {
  const keys = about.signingKeys.map(({ privateKey }) => privateKey);
  const signed = new Map<string, SignedDescription>();
  for await (const { part, isListed, line } of parts) {
    // Only `render` writes lines.
    if (isListed) signed.set(part, await signDescription(JSON.parse(await line()) as DescribedPart, keys));
  }
  const ofAny = signed.get(anyPart);
  for (const base of usualBases) if (!signed.has(base) && ofAny !== undefined) signed.set(base, ofAny);
  for (const [base, { text, signature }] of signed) {
    await writeText(descriptionDocument(base), text, output);
    await writeText(descriptionDocument(base) + SIGNATURE, signature, output);
  }
}

interface SignedDescription {
  readonly text: string;
  readonly signature: string;
}

/** The date is that of the lists, so that an unchanged description has an unchanged signature. */
async function signDescription(described: DescribedPart, keys: readonly string[]): Promise<SignedDescription> {
  const text = repomdText(described);
  return { text, signature: await detachedSignature(text, keys, new Date(described.changedAt * 1000)) };
}

async function writeText(name: string, text: string, output: Output): Promise<void> {
  await output.write(name, onePiece(new TextEncoder().encode(text)));
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
