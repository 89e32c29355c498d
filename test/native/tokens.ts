/** More callers than the server's settings make. */
import { v7 as uuid } from 'uuid';
import { digestOf, newSecret } from '../../src/registry/tokens.ts';
import type { NewToken } from '../../src/model/records.ts';
import type { TestServer } from '../fixtures/server.ts';
import { writable } from '../../src/registry/writable.ts';

export interface TokenRecipe {
  /** Its slug; made when it is not there. */
  readonly organization?: string;
  readonly scopes?: NewToken['scopes'];
  readonly expiresAt?: Date | null;
}

/** Returns the secret of a new token. */
export async function issueToken(
  { larder }: TestServer,
  { organization: slug = 'acme', scopes = ['read_packages'], expiresAt = null }: TokenRecipe = {},
): Promise<string> {
  const createdAt = new Date();
  const { organization, owner } = await larder[writable].organizations.ensure(
    { id: uuid(), slug, name: slug, createdAt },
    { id: uuid(), name: 'Olive Owner', email: `olive@${slug}.test`, createdAt },
  );
  const secret = newSecret();
  await larder[writable].tokens.insert({
    id: uuid(),
    digest: digestOf(secret),
    description: 'For a test',
    scopes,
    createdAt,
    expiresAt,
    registryId: null,
    parentId: null,
    organizationId: organization.id,
    userId: owner.id,
  });
  return secret;
}
