/** The server's settings as flags. The server validates them and has the defaults. */
import type { Command } from 'commander';

const flags = {
  host: ['LARDER_HOST', '<address>', 'address to listen on'],
  port: ['LARDER_PORT', '<port>', 'port to listen on; 0 picks a free port'],
  url: ['LARDER_PUBLIC_URL', '<url>', 'public base URL, used in all links'],
  dataDir: ['LARDER_DATA_DIR', '<folder>', 'folder for database and blobs'],
  databaseUrl: [
    'LARDER_DATABASE_URL',
    '<url>',
    'PostgreSQL database, instead of one in the data folder; its password is visible in the process list, so prefer the environment variable',
  ],
  organization: ['LARDER_ORGANIZATION', '<slug>', 'slug of the organization that is created in an empty database'],
  token: [
    'LARDER_ADMIN_TOKEN',
    '<token>',
    'secret of a token with all scopes; visible in the process list, so prefer the environment variable',
  ],
  logLevel: ['LARDER_LOG_LEVEL', '<level>', 'level of the log on standard error'],
} as const;

export type SettingFlag = keyof typeof flags;

export type SettingOptions = Readonly<Partial<Record<SettingFlag, string>>>;

/** All flags, in the order of the help. */
export const settingFlags = Object.keys(flags) as readonly SettingFlag[];

export function withServerSettings(command: Command, names: readonly SettingFlag[]): Command {
  for (const name of names) {
    const [variable, value, meaning] = flags[name];
    command.option(`--${kebab(name)} ${value}`, `${meaning} (${variable})`);
  }
  return command;
}

/** Returns the values of the flags in the form of an environment. */
export function serverSettingsOf(options: SettingOptions): Record<string, string> {
  return Object.fromEntries(
    settingFlags.flatMap((name) => {
      const value = options[name];
      return value === undefined ? [] : [[flags[name][0], value]];
    }),
  );
}

/** Returns a message about settings in which each setting that a flag has set is replaced by that flag. */
export function withFlags(message: string, options: SettingOptions): string {
  return message.replaceAll(/\bLARDER_\w+/g, (variable) => {
    const flag = settingFlags.find((name) => flags[name][0] === variable && options[name] !== undefined);
    return flag === undefined ? variable : `--${kebab(flag)}`;
  });
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
