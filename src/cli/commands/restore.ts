/** `larder restore`: restores a withdrawn package of a registry, or data folder and database from a backup. */
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { eachOfVersion } from '../change-version.ts';
import { withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { isPackageId } from '../package-choice.ts';
import { withRegistry, type RegistryOptions } from '../registry-choice.ts';
import { restoreBackup, type BackupOptions } from '../restore-backup.ts';
import { withServerSettings } from '../server-settings.ts';

interface Options extends RegistryOptions, Omit<BackupOptions, 'json'> {}

export function addRestore(program: Command): void {
  const command = withRegistry(program.command('restore'));
  withConnection(command)
    .description('Offer a withdrawn package again; or restore a backup into an empty data folder (and database)')
    .argument('<package-or-folder>', 'name@version or id of a package, or the folder that `larder backup` wrote')
    .action(restore)
    .addHelpText(
      'after',
      '\nThe last two options are for backups. An existing folder, or a name without a version, is a backup unless\n' +
        '--registry is passed.\n\n' +
        'A backup never replaces anything. Exits with 0 if everything was restored, and with 1 if nothing was or if the\n' +
        'backup lacks blobs; they are listed. After an interruption, run the same command again to continue.',
    );
  withServerSettings(command, ['dataDir', 'databaseUrl']);
  examples(command, [
    'larder restore banana@1.1-2 --registry my-registry',
    'larder restore /srv/backup/larder --data-dir /var/lib/larder',
  ]);
}

async function restore(what: string, options: Options): Promise<void> {
  if (await isPackage(what, options)) return await restorePackages(what, options);
  return await restoreBackup(what, options);
}

async function isPackage(what: string, { registry }: Options): Promise<boolean> {
  if (registry !== undefined) return true;
  const isFolder = await stat(what).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return !isFolder && (what.includes('@') || isPackageId(what));
}

async function restorePackages(reference: string, options: Options): Promise<void> {
  await eachOfVersion(reference, options, ({ client }, at) => client.restorePackage(at));
}
