/** The documents that dnf and zypper fetch: three lists per part, and a signed description of them per `$basearch`. */
import { createHash } from 'node:crypto';
import { detachedSignature } from '../../formats/openpgp-signing.ts';
import type { About, Documents, Fragments, Output, OverviewPart, Source } from '../../registry/documents.ts';
import { anyPart, readsOf, usualBases } from './architectures.ts';
import { descriptionDocument, listDocument, partOfDocument, SIGNATURE } from './document-names.ts';
import { lists } from './lists.ts';
import { elementsOf } from './package-entry.ts';
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

async function render(part: string, source: Source, output: Output, { date }: About): Promise<string> {
  const described: DescribedList[] = [];
  for (const { name, frame } of lists) {
    const fragments = source.fragments(name, (entries) => elementsOf(name, entries, packageUrl), frame);
    const { digests, size } = await output.write(listDocument(part, name), fragments.gzip());
    described.push({ name, sha256: digests.sha256, size, ...(await measureText(fragments)) });
  }
  const line: DescribedPart = { changedAt: Math.floor(date.getTime() / 1000), lists: described };
  return JSON.stringify(line);
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
  const texts = new Map<string, string>();
  for await (const { part, isListed, line } of parts) {
    // Only `render` writes lines.
    if (isListed) texts.set(part, repomdText(JSON.parse(await line()) as DescribedPart));
  }
  const ofAny = texts.get(anyPart);
  for (const base of usualBases) if (!texts.has(base) && ofAny !== undefined) texts.set(base, ofAny);
  const keys = about.signingKeys.map(({ privateKey }) => privateKey);
  const signatures = new Map<string, string>();
  for (const [base, text] of texts) {
    const signature = signatures.get(text) ?? (await detachedSignature(text, keys, about.date));
    signatures.set(text, signature);
    await writeText(descriptionDocument(base), text, output);
    await writeText(descriptionDocument(base) + SIGNATURE, signature, output);
  }
}

async function writeText(name: string, text: string, output: Output): Promise<void> {
  await output.write(name, onePiece(new TextEncoder().encode(text)));
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
