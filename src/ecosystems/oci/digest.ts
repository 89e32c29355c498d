/** Digests as OCI writes them: `sha256:` or `sha512:`, and hexadecimal digits (image-spec, descriptor.md, "Digests"). */
import type { Digests } from '../../model/values.ts';

export interface Digest {
  readonly algorithm: 'sha256' | 'sha512';
  readonly hex: string;
}

const form = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;

/** Returns undefined if the text is not a digest, or has another algorithm. */
export function parseDigest(text: string): Digest | undefined {
  const [, sha256, hex256, , hex512] = form.exec(text) ?? [];
  if (hex256 !== undefined && sha256 !== undefined) return { algorithm: 'sha256', hex: hex256 };
  return hex512 === undefined ? undefined : { algorithm: 'sha512', hex: hex512 };
}

/** Returns whether a reference is meant to be a digest, valid or not: tags have no colon. */
export function isDigest(reference: string): boolean {
  return reference.includes(':');
}

/** Returns the digest of a file, in the algorithm of another digest. */
export function digestLike(digests: Digests, { algorithm }: Pick<Digest, 'algorithm'>): string {
  return `${algorithm}:${digests[algorithm]}`;
}
