/** The output of commands about the signing keys of a registry. */
import type { SigningKeys } from '../client/index.ts';
import { table } from './reply.ts';

export function signingKeysTable(keys: SigningKeys): string {
  return table(
    ['FINGERPRINT', 'FORMAT', 'CREATED', 'EXPIRES'],
    keys.map((key) => [key.fingerprint, key.format, key.created_at, key.expires_at ?? 'never']),
    'No signing keys: clients of this ecosystem check no signatures.',
  );
}
