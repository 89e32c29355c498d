/** `larder show`: shows one package and its files. */
import type { Command } from 'commander';
import type { Package, PackageFileList } from '../../client/index.ts';
import { aligner, reply } from '../reply.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { packageDetails } from '../package-details.ts';
import { packageArgument, packageIdOf } from '../package-choice.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';
import { sizeOf } from '../size.ts';

interface Options extends RegistryOptions {
  readonly files?: true;
}

export function addShow(program: Command): void {
  const command = withRegistry(program.command('show'))
    .description('Show a package and its files')
    .argument('<package>', packageArgument)
    .option('--files', 'with --json: print the list of its files instead');
  withConnection(command).action(show);
  examples(command, ['larder show banana@1.1-2 --registry my-registry', 'larder show banana --json']);
}

async function show(reference: string, options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const at = { ...place, package: await packageIdOf(connection.client, place, reference) };
  const found = (): Promise<Package> => connection.client.getPackage(at);
  const files = (): Promise<PackageFileList> => connection.client.listPackageFiles(at);
  if (options.json) await reply(options, await (options.files ? files() : found()), () => '');
  else await reply(options, await found(), described(await files()));
}

function described({ items }: PackageFileList): (shown: Package) => string {
  return (shown) => {
    const files = aligner()(
      items.map(({ name, size, digests }) => [`  ${name}`, sizeOf(size), `sha256:${digests.sha256}`]),
    );
    return `${packageDetails(shown)}files\n${files}`;
  };
}
