import { CommandError } from './command-error.ts';

/** The settings of this command. */
const ownSettings: readonly string[] = ['LARDER_URL', 'LARDER_TOKEN', 'LARDER_ORGANIZATION'];

/**
 * Throws `CommandError` if an environment variable looks like a setting, but is not one of this command or of a server.
 */
export async function checkSettingNames(): Promise<void> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('LARDER_'));
  // Loading the settings of a server takes longer than many commands.
  if (names.every((name) => ownSettings.includes(name))) return;
  const [{ unknownSettings }, { serverSettings }] = await Promise.all([
    import('../server/setting-names.ts'),
    import('../server/settings.ts'),
  ]);
  const mistakes = unknownSettings(process.env, serverSettings);
  if (mistakes.length > 0) throw new CommandError('usage', mistakes.join('\n'));
}
