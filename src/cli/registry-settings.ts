/** The settings of a registry that can be specified at creation and changed later, and their output. */
import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { Registry, RegistryChanges } from '../client/index.ts';
import { details } from './reply.ts';
import type { ConnectionOptions } from './connection.ts';

export interface RegistrySettings extends ConnectionOptions {
  readonly description?: string;
  readonly emoji?: string;
  readonly color?: string;
  readonly public?: true;
  readonly private?: true;
  readonly oidcPolicy?: string;
}

export function withSettings(command: Command): Command {
  return command
    .option('--description <text>', 'purpose of the registry; "" clears it')
    .option('--emoji <emoji>', 'such as :banana:; "" clears it')
    .option('--color <color>', 'such as #f0ccff; "" clears it')
    .option('--oidc-policy <file>', 'a file with the OIDC policy, which specifies the accepted tokens; "" clears it')
    .addOption(new Option('--public', 'anyone can install packages from it').conflicts('private'))
    .addOption(new Option('--private', 'installing packages requires a token'));
}

type Settings = Pick<RegistryChanges, 'description' | 'emoji' | 'color' | 'oidc_policy' | 'public'>;

/** Returns the specified settings in the form of the API. */
export async function settingsOf(options: RegistrySettings): Promise<Settings> {
  const { description, emoji, color, oidcPolicy } = options;
  return {
    ...(description === undefined ? {} : { description: description || null }),
    ...(emoji === undefined ? {} : { emoji: emoji || null }),
    ...(color === undefined ? {} : { color: color || null }),
    ...(oidcPolicy === undefined ? {} : { oidc_policy: oidcPolicy === '' ? null : await readFile(oidcPolicy, 'utf8') }),
    ...(options.public || options.private ? { public: options.public === true } : {}),
  };
}

export function registryDetails(registry: Registry): string {
  return details([
    ['name', registry.name],
    ['slug', registry.slug],
    ['ecosystem', registry.ecosystem],
    ['visible to', visibilityOf(registry)],
    ['description', registry.description],
    ['emoji', registry.emoji],
    ['color', registry.color],
    ['OIDC policy', registry.oidc_policy],
    ['teams (stored, not enforced)', registry.team_ids.join(', ') || null],
    ['created', registry.created_at],
    ['id', registry.id],
    ['page', registry.web_url],
  ]);
}

export function visibilityOf({ public: all }: Registry): string {
  return all ? 'everyone' : 'tokens';
}
