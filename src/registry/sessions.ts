/** Sessions of browsers: secrets for cookies, each made with a token, that never allow more than it and end with it. */
import { randomBytes } from 'node:crypto';
import type { Token } from '../model/records.ts';
import type { SignedIn } from './callers.ts';
import type { Larder } from './larder.ts';
import { digestOf } from './tokens.ts';
import { writable } from './writable.ts';

/** In milliseconds: how long a session lasts, and how long it lasts without being used. */
export const sessionLifetime = 7 * 24 * 60 * 60 * 1000;
const idleLifetime = 12 * 60 * 60 * 1000;

/** In milliseconds: a use is stored if the stored one is older. */
const usesApart = 5 * 60 * 1000;

/** Returns the secret of a new session; undefined if the token was deleted. */
export async function startSession({ [writable]: catalog }: Larder, token: Token): Promise<string | undefined> {
  const secret = `larder_session_${randomBytes(32).toString('base64url')}`;
  const session = { digest: digestOf(secret), tokenId: token.id, createdAt: new Date() };
  return (await catalog.sessions.insert(session)) ? secret : undefined;
}

/** Returns the caller with a session; undefined if it does not exist, or has ended. */
export async function findSession(
  { catalog, [writable]: changes }: Larder,
  secret: string,
): Promise<SignedIn | undefined> {
  const digest = digestOf(secret);
  const session = await catalog.sessions.find(digest);
  if (session === undefined) return undefined;
  const { token, createdAt, usedAt } = session;
  const now = new Date();
  const ends = Math.min(
    createdAt.getTime() + sessionLifetime,
    usedAt.getTime() + idleLifetime,
    token.expiresAt?.getTime() ?? Infinity,
  );
  if (now.getTime() >= ends) return undefined;
  if (now.getTime() - usedAt.getTime() > usesApart) await noteUse(changes, digest, now);
  return { ...token, session: digest };
}

/** Ends the session of a caller. */
export async function endSession({ [writable]: catalog }: Larder, { session }: SignedIn): Promise<void> {
  await catalog.sessions.delete(session);
}

/** Deletes the sessions that have ended. */
export async function forgetSessions({ [writable]: catalog }: Larder): Promise<void> {
  const now = Date.now();
  await catalog.sessions.deleteEnded(new Date(now - sessionLifetime), new Date(now - idleLifetime));
}

/** A full or read-only disk must not fail requests that only read: the session then ends earlier. */
async function noteUse(catalog: Larder[typeof writable], digest: string, at: Date): Promise<void> {
  try {
    await catalog.sessions.used(digest, at);
  } catch {
    // The next request tries again.
  }
}
