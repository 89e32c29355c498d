/** `larder registry rotate-key`. */
import { InvalidArgumentError, type Command } from 'commander';
import description from '../../../../generated/openapi.json' with { type: 'json' };
import { reply } from '../../reply.ts';
import { connect, withConnection, type ConnectionOptions } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { signingKeysTable } from '../../signing-keys.ts';

interface Options extends ConnectionOptions {
  readonly oldKeysExpireIn: number;
}

const { minimum, maximum, example } = description.components.schemas.KeyRotation.properties.old_keys_expire_in_days;

export function addRegistryRotateKey(group: Command): void {
  const command = group
    .command('rotate-key')
    .description('Replace the key that signs the index of a registry; the old one also signs until it expires')
    .argument('<registry>', 'its slug')
    .option('--old-keys-expire-in <days>', 'days that clients have to get the new key; 0 for none', days, example);
  withConnection(command).action(rotate);
  examples(command, [
    'larder registry rotate-key my-registry',
    'larder registry rotate-key my-registry --old-keys-expire-in 0',
  ]);
}

function days(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= maximum) return number;
  throw new InvalidArgumentError(`Must be a whole number from ${minimum} to ${maximum}.`);
}

async function rotate(registry: string, { oldKeysExpireIn, ...options }: Options): Promise<void> {
  const { client, organization } = await connect(options);
  const at = { organization: await organization(), registry };
  const rotated = await client.createSigningKey({ ...at, old_keys_expire_in_days: oldKeysExpireIn });
  await reply(options, rotated, signingKeysTable);
}
