/** The server's settings as flags. What they mean, and what they are without it, is the server's to say. */
import type { Command } from 'commander';

const flags = {
  host: ['LARDER_HOST', '<address>', 'where to listen'],
  port: ['LARDER_PORT', '<port>', 'where to listen; 0 takes any free one'],
  url: ['LARDER_PUBLIC_URL', '<url>', 'the public base URL, which all answers name'],
  dataDir: ['LARDER_DATA_DIR', '<folder>', 'database and blobs'],
  databaseUrl: [
    'LARDER_DATABASE_URL',
    '<url>',
    'a PostgreSQL database in place of one in the data folder; other users see its password here, so set the environment variable instead',
  ],
  organization: ['LARDER_ORGANIZATION', '<slug>', 'the organization that is made if there is none'],
  token: [
    'LARDER_ADMIN_TOKEN',
    '<token>',
    'exactly this token works, with all scopes; other users see it here, so set the environment variable instead',
  ],
  logLevel: ['LARDER_LOG_LEVEL', '<level>', 'how much to log on standard error'],
} as const;

export type SettingFlag = keyof typeof flags;

export type SettingOptions = Readonly<Partial<Record<SettingFlag, string>>>;

/** All of them, in this order. */
export const settingFlags = Object.keys(flags) as readonly SettingFlag[];

export function withServerSettings(command: Command, names: readonly SettingFlag[]): Command {
  for (const name of names) {
    const [variable, value, meaning] = flags[name];
    command.option(`--${kebab(name)} ${value}`, `${meaning} (${variable})`);
  }
  return command;
}

/** What the flags say, in the form of an environment. */
export function serverSettingsOf(options: SettingOptions): Record<string, string> {
  return Object.fromEntries(
    settingFlags.flatMap((name) => {
      const value = options[name];
      return value === undefined ? [] : [[flags[name][0], value]];
    }),
  );
}

/** Returns a message about settings with the flags in place of those settings that flags have set. */
export function withFlags(message: string, options: SettingOptions): string {
  return message.replaceAll(/\bLARDER_\w+/g, (variable) => {
    const flag = settingFlags.find((name) => flags[name][0] === variable && options[name] !== undefined);
    return flag === undefined ? variable : `--${kebab(flag)}`;
  });
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
