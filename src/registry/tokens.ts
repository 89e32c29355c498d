/** Access tokens: secrets that are shown once and kept only as a digest. */
import { createHash, randomBytes } from 'node:crypto';
import type { Token } from '../storage/catalog.ts';
import type { Larder } from './larder.ts';

/** A new secret: 256 random bits behind a prefix that lets scanners for leaked secrets know it. */
export function newSecret(): string {
  return `larder_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret. It is random, or the operator's own long one, so a fast digest does. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The token with this secret; undefined when there is none, or it has expired. */
export async function findToken({ catalog }: Larder, secret: string): Promise<Token | undefined> {
  const token = await catalog.tokens.findByDigest(digestOf(secret));
  const expired = token?.expiresAt && token.expiresAt <= new Date();
  return expired ? undefined : token;
}
