/** `larder download`: saves the files of a package after comparing them with their digests. */
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { PackageFile, PackageHandle } from '../../client/index.ts';
import { CommandError } from '../command-error.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { existsMessage } from '../explain-failure.ts';
import { interruption } from '../interruption.ts';
import { packageArgument, packageIdOf } from '../package-choice.ts';
import { openBars, type Bars } from '../progress-bars.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';
import { sizeOf } from '../size.ts';
import { isTerminal, jsonOf, printable, write } from '../terminal.ts';

interface Options extends RegistryOptions {
  readonly output: string;
  readonly file?: string;
  readonly force?: true;
}

export function addDownload(program: Command): void {
  const command = withRegistry(program.command('download'))
    .description('Download the files of a package and verify their digests')
    .argument('<package>', packageArgument)
    .option('-o, --output <path>', 'an existing folder, or a file name; - writes to standard output', '.')
    .option('-f, --file <name>', 'download only this file of the package')
    .option('--force', 'replace existing files');
  withConnection(command).action(download);
  examples(command, [
    'larder download banana@1.1-2 --registry my-registry',
    'larder download manual --registry my-files --output - > manual.tar.gz',
  ]);
}

interface Download {
  readonly pkg: PackageHandle;
  readonly signal: AbortSignal;
  readonly bars: Bars | undefined;
  readonly replace: boolean;
}

async function download(reference: string, options: Options): Promise<void> {
  const { output, json } = options;
  if (output === '-' && json)
    throw new CommandError(
      'usage',
      'Standard output cannot have both the file and the JSON.\nOmit --json, or specify a file name with --output.',
    );
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const { client } = connection;
  const pkg = client.registry(place.registry, place).package(await packageIdOf(client, place, reference));
  const files = chosen(await pkg.files(), options);
  const targets = await targetsOf(files, output);
  const replace = options.force === true;
  // Checked before the first byte, so that no file is downloaded if one of them cannot be saved.
  if (output !== '-') for (const [, target] of targets) await checkTarget(target, replace);
  const bars = isTerminal('stderr') && output !== '-' && !json ? await openBars() : undefined;
  const downloading = { pkg, signal: interruption(), bars, replace };
  try {
    for (const [file, target] of targets) await fetchFile(downloading, file, target);
  } finally {
    bars?.close();
  }
  if (json) await write(`${jsonOf({ items: files }, 2)}\n`);
  else if (output !== '-')
    for (const [file, target] of targets) await write(`${printable(target)} (${sizeOf(file.size)})\n`);
}

function chosen(files: readonly PackageFile[], { file: name }: Options): readonly PackageFile[] {
  // Referrers are files of other packages.
  const named = files.filter((file) => (name === undefined ? file.role !== 'referrer' : file.name === name));
  if (named.length > 0) return named;
  const names = files.map((file) => file.name).join(', ');
  throw new CommandError('notFound', `The package has no file ${JSON.stringify(name)}.\nSpecify one of: ${names}`);
}

/** Returns the path to save each file at. */
async function targetsOf(
  files: readonly PackageFile[],
  output: string,
): Promise<readonly (readonly [PackageFile, string])[]> {
  const isFolder = output !== '-' && (await stat(output).catch(() => undefined))?.isDirectory() === true;
  if (isFolder) return files.map((file) => [file, path.join(output, plainName(file))]);
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return [[only, output]];
  const names = files.map(({ name }) => name).join(', ');
  throw new CommandError(
    'usage',
    `The package has several files: ${names}.\nSpecify one with --file, or an existing folder.`,
  );
}

/**
 * The publisher chooses the name, so it must not contain a path, nor be a hidden file that programs read by default.
 */
function plainName({ name }: PackageFile): string {
  if (name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name)) return name;
  throw new CommandError(
    'failed',
    `The file is not saved under its name ${JSON.stringify(name)}.\nSpecify another name with --output.`,
  );
}

/** Throws `CommandError` if nothing can be saved under this name. Folders, devices and links are never replaced. */
async function checkTarget(target: string, replace: boolean): Promise<void> {
  const existing = await lstat(target).catch(() => undefined);
  if (existing === undefined) return;
  if (!replace) throw new CommandError('exists', existsMessage(target));
  if (!existing.isFile())
    throw new CommandError('failed', `${target} exists and is not a file, so it is not replaced.`);
}

async function fetchFile({ pkg, signal, bars, replace }: Download, file: PackageFile, target: string): Promise<void> {
  const options = { file, signal, replace, onProgress: bars?.begin(file.name) };
  if (target === '-') for await (const piece of await pkg.download(options)) await write(piece);
  else await pkg.downloadTo(target, options);
  bars?.end(file.name);
}
