/** The index that apt fetches: a `Packages` file per architecture, and a signed `Release` that lists them. */
import type { IndexContext, IndexFile, IndexOutput, NativeIndex } from '../../registry/ecosystem.ts';
import { clearSign, detachedSignature } from '../../formats/openpgp-signing.ts';
import { writeCompressedPair } from './compressed-pair.ts';
import { releaseText } from './release-file.ts';

const SUITE_FOLDER = 'dists/any';

/**
 * The suite is `any`, the component `main`, and the parts are architectures. Packages of architecture `all` are listed
 * in every part, as in Debian's own archive. Only apt also reads the list of `all`, unless `Release` excludes it.
 */
export const aptIndex: NativeIndex = {
  // Debian's release architectures: a machine finds packages of architecture `all` in the list of its own architecture.
  parts: ['all', 'amd64', 'arm64', 'armel', 'armhf', 'i386', 'loong64', 'ppc64el', 'riscv64', 's390x'],
  // Debian has about twenty, including ports.
  mostParts: 32,
  common: { part: 'all', pathIn: (architecture, path) => path.replace('/binary-all/', `/binary-${architecture}/`) },
  writePart,
  writeWhole,
};

async function writePart(architecture: string, entries: AsyncIterable<string>, output: IndexOutput): Promise<void> {
  await writeCompressedPair(`${SUITE_FOLDER}/main/binary-${architecture}/Packages`, stanzas(entries), output);
}

/** The source index is always empty, but it must exist, because source lists may have `deb-src` lines. */
async function writeWhole(parts: readonly IndexFile[], context: IndexContext, output: IndexOutput): Promise<void> {
  const sources = await writeCompressedPair(`${SUITE_FOLDER}/main/source/Sources`, stanzas(none()), output);
  const release = releaseText(SUITE_FOLDER, [...parts, ...sources], context);
  const { privateKey } = context.signingKey;
  await writeText('Release', release, output);
  await writeText('InRelease', await clearSign(release, privateKey, context.date), output);
  await writeText('Release.gpg', await detachedSignature(release, privateKey, context.date), output);
}

/** deb822(5): stanzas are separated by a blank line. */
async function* stanzas(entries: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${entry}\n`;
}

async function* none(): AsyncGenerator<never> {}

async function writeText(name: string, text: string, output: IndexOutput): Promise<void> {
  await output.write(`${SUITE_FOLDER}/${name}`, onePiece(text));
}

async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
