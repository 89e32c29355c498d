/** `larder publish`: publishes files to a registry, several concurrently. A failed file does not stop the others. */
import { stat } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { LarderClient } from '../../client/index.ts';
import { CommandError } from '../command-error.ts';
import { ciToken } from '../ci-token.ts';
import { connect, identity, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { exitCodeOf, type Outcome } from '../exit-codes.ts';
import { explainFailure } from '../explain-failure.ts';
import { inParallel } from '../in-parallel.ts';
import { interruption } from '../interruption.ts';
import { openReport, type FileResult, type PublishReport } from '../publish-report.ts';
import { registryRefOf, withRegistry, type RegistryRef, type RegistryOptions } from '../registry-choice.ts';
import { tell } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options extends RegistryOptions {
  readonly jobs: number;
  readonly presigned?: true;
  readonly skipSame?: true;
  readonly oidc?: true;
}

export function addPublish(program: Command): void {
  const command = withRegistry(program.command('publish'))
    .description('Publish files; --json prints one line per file: {"file", "package"} or {"file", "error"}')
    .argument('<file...>', 'files to publish, one package each')
    .option('-j, --jobs <count>', 'number of files to send concurrently', wholeNumber, 4)
    .option('--skip-same', 'treat an identical existing package as success')
    .addOption(
      new Option('--oidc', 'request an OIDC token from the CI; requires --registry and the organization').conflicts(
        'token',
      ),
    )
    .option('--presigned', 'upload the files with presigned forms, as some hosted servers require');
  withConnection(command).action(publish);
  examples(command, [
    'larder publish banana_1.1-2_amd64.deb --registry my-registry',
    'larder publish dist/*.whl --registry my-python --skip-same',
    'larder publish banana_1.1-2_amd64.deb --organization my-org --registry my-registry --oidc',
  ]);
}

async function publish(files: readonly string[], options: Options): Promise<void> {
  const connection = await connect(options.oidc ? await withCiToken(options) : options);
  const place = await registryRefOf(connection, options);
  const signal = interruption();
  const report = await openReport(options);
  const send = sender(connection.client, place, options, signal);
  const outcomes: Outcome[] = [];
  try {
    await inParallel(files, options.jobs, async (file) => {
      const result = await send(file, report);
      outcomes.push('failure' in result ? result.failure.outcome : 'done');
      await report.end(result);
    });
  } finally {
    report.close();
  }
  const published = outcomes.filter((outcome) => outcome === 'done').length;
  if (files.length > 1) tell(`${published} of ${files.length} files published.`);
  process.exitCode = exitCodeOf(outcomeOf(outcomes));
}

/** An OIDC token names one registry by its URL, and cannot look up a default. */
async function withCiToken(options: Options): Promise<Options> {
  const { url, organization } = await identity(options);
  const { registry } = options;
  if (organization === undefined || registry === undefined) {
    throw new CommandError(
      'usage',
      'An OIDC token is valid for one registry.\nSpecify it with --registry, and the organization with --organization or LARDER_ORGANIZATION.',
    );
  }
  return { ...options, token: await ciToken(`${url}/${organization}/${registry}`) };
}

type Send = (file: string, report: PublishReport) => Promise<FileResult>;

function sender(client: LarderClient, place: RegistryRef, options: Options, signal: AbortSignal): Send {
  const method = options.presigned ? client.publishPresigned : client.publish;
  return async (file, report) => {
    try {
      signal.throwIfAborted();
      await checkFile(file);
      const { unwrap } = await import('../../client/index.ts');
      const more = { onProgress: report.begin(file), signal, sameIsSuccess: options.skipSame };
      return { file, published: unwrap(await method(place, { path: file }, more)) };
    } catch (error) {
      return { file, failure: await explainFailure(error), problem: problemOf(error) };
    }
  };
}

/** Throws a readable error if the file cannot be read; opening it as a Blob does not. */
async function checkFile(file: string): Promise<void> {
  const stats = await stat(file);
  if (!stats.isFile()) throw new CommandError('failed', `${file} is not a file.`);
}

function problemOf(error: unknown): unknown {
  return error instanceof Error && 'problem' in error ? error.problem : undefined;
}

/** Returns the outcome that all failures share, or "failed" if they differ. */
function outcomeOf(outcomes: readonly Outcome[]): Outcome {
  const failures = new Set(outcomes.filter((outcome) => outcome !== 'done'));
  if (failures.has('interrupted')) return 'interrupted';
  const [only = 'done', ...others] = failures;
  return others.length === 0 ? only : 'failed';
}
