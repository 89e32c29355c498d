/**
 * The signatures of the versions of a package. Each signing of one text results in other bytes, so they are kept in a
 * document of their own: otherwise, each publication would change every version of a packument.
 */
import { buffer } from 'node:stream/consumers';
import type { SigningKey } from '../../model/entries.ts';
import { createSigner, publishedKey } from './signing.ts';
import type { RegistrySignature } from './version-view.ts';

export interface KeptSignatures {
  /** Returns the kept signature of a text, or signs it. */
  sign(text: string): RegistrySignature;
  /** Returns the signatures that were requested, to keep them. */
  text(): string;
}

interface KeptText {
  readonly keyid: string;
  /** By the signed text. */
  readonly signatures: Readonly<Record<string, string>>;
}

/** `previous` is the text that was kept; undefined if there is none. */
export async function keptSignatures(
  key: SigningKey,
  previous: AsyncIterable<Uint8Array> | undefined,
): Promise<KeptSignatures> {
  const sign = createSigner(key);
  const { keyid } = publishedKey(key);
  const kept = previous && parseKept(await buffer(previous));
  const known = new Map(kept?.keyid === keyid ? Object.entries(kept.signatures) : []);
  const used = new Map<string, string>();
  return {
    sign: (text) => {
      const sig = used.get(text) ?? known.get(text) ?? sign(text).sig;
      used.set(text, sig);
      return { keyid, sig };
    },
    text: () => JSON.stringify({ keyid, signatures: Object.fromEntries(used) } satisfies KeptText),
  };
}

function parseKept(bytes: Buffer): KeptText {
  // Only `text` writes them.
  return JSON.parse(bytes.toString()) as KeptText;
}
