/** `larder unlist`, `larder offer` and `larder withdraw`: change whether clients find a package. */
import type { Command } from 'commander';
import { eachOfVersion, type PackageChange } from '../change-version.ts';
import { withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { versionArgument } from '../package-choice.ts';
import { withRegistry, type RegistryOptions } from '../registry-choice.ts';

interface Options extends RegistryOptions {
  readonly notice?: string;
}

export function addUnlist(program: Command): void {
  addStanding(program, 'unlist', {
    description: 'Stop offering a package; clients still install it if they request exactly its version',
    example: 'larder unlist banana@1.1-2 --notice "Broken on arm64"',
    change: setStanding('unlisted'),
  });
}

export function addOffer(program: Command): void {
  addStanding(program, 'offer', {
    description: 'Offer an unlisted package again',
    example: 'larder offer banana@1.1-2',
    change: setStanding('offered'),
  });
}

export function addWithdraw(program: Command): void {
  addStanding(program, 'withdraw', {
    description: 'Make a package unavailable; its version cannot be published again',
    example: 'larder withdraw banana@1.1-2 --notice "Has a security hole"',
    change:
      ({ notice }) =>
      ({ client }, at) =>
        client.withdrawPackage({ ...at, notice }),
  });
}

interface StandingCommand {
  readonly description: string;
  readonly example: string;
  readonly change: (options: Options) => PackageChange;
}

function addStanding(program: Command, name: string, { description, example, change }: StandingCommand): void {
  const command = withRegistry(program.command(name))
    .description(description)
    .argument('<package>', versionArgument)
    .option('--notice <text>', 'the reason, or a warning, which clients such as pip print; without it, there is none');
  withConnection(command).action((reference: string, options: Options) =>
    eachOfVersion(reference, options, change(options)),
  );
  examples(command, [example]);
}

function setStanding(standing: 'offered' | 'unlisted'): StandingCommand['change'] {
  return ({ notice }) =>
    ({ client }, at) =>
      client.setPackageStanding({ ...at, standing, notice });
}
