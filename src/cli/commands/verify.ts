/** `larder verify URL`: checks a server against the contract. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CheckResult } from '../../verify/findings.ts';
import { CommandError } from '../command-error.ts';
import { connect, identity, type ConnectionOptions } from '../connection.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { interruption } from '../interruption.ts';
import { openProgressLine } from '../progress-line.ts';
import { jsonOf, printable, write } from '../terminal.ts';
import { table } from '../reply.ts';

interface Options extends Omit<ConnectionOptions, 'url'> {
  readonly write?: true;
  readonly junit?: string;
}

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('Check a server against the contract: statuses, headers, bodies, pages, files and failures')
    .argument('[url]', "the server's address (default: LARDER_URL, then the saved login)")
    .option('--token <token>', 'access token (visible in the process list; prefer LARDER_TOKEN or `larder login`)')
    .option('--organization <slug>', "slug of the organization (default: LARDER_ORGANIZATION, then the token's)")
    .option('--write', 'also publish into a registry of its own, which is deleted at the end; without it, only read')
    .option('--json', 'print all checks as JSON')
    .option('--junit <file>', 'write a JUnit report to a file')
    .action(verifyServer)
    .addHelpText('after', '\nExits with 0 if all checks pass, with 1 if one fails.');
  examples(command, ['larder verify http://127.0.0.1:8080', 'larder verify --write --junit report.xml']);
}

async function verifyServer(
  address: string | undefined,
  { junit, write: mayWrite, json, ...flags }: Options,
): Promise<void> {
  const connection = { ...flags, ...(address !== undefined && { url: address }) };
  const { url, token } = await connect(connection);
  const { organization } = await identity(connection);
  const { default: document } = await import('../../../generated/openapi.json', { with: { type: 'json' } });
  const { NotThisApi, TokenRejected, verify } = await import('../../verify/verify.ts');
  const progress = openProgressLine();
  const results = await verify({
    document,
    url,
    token,
    organization,
    write: mayWrite ?? false,
    progress: (checks) => progress.show(() => `${checks} checks`),
    signal: interruption(),
  })
    .catch((error: unknown) => {
      if (error instanceof NotThisApi) throw new CommandError('unreachable', error.message);
      if (error instanceof TokenRejected) throw new CommandError('notAllowed', error.message);
      throw error;
    })
    .finally(() => progress.clear());
  if (junit !== undefined) {
    const { junitOf } = await import('../../verify/junit.ts');
    await writeFile(junit, junitOf(url, results));
  }
  await write(json ? `${jsonOf({ url, passed: allPassed(results), checks: results }, 2)}\n` : report(url, results));
  if (!allPassed(results)) process.exitCode = exitCodeOf('failed');
}

function allPassed(results: readonly CheckResult[]): boolean {
  return results.every(({ outcome }) => outcome !== 'failed');
}

/** Returns one row for each kind of check, then each failure. */
function report(url: string, results: readonly CheckResult[]): string {
  const kinds = [...Map.groupBy(results, ({ aspect }) => aspect)].map(([aspect, own]) => {
    const count = (outcome: CheckResult['outcome']): string =>
      String(own.filter((one) => one.outcome === outcome).length);
    return [aspect, count('passed'), count('failed'), count('skipped')];
  });
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const lines = failed.flatMap(({ name, failures }) =>
    failures.map(({ request, message }) => `  ${printable(name)}: ${printable(`${message} (${request})`)}\n`),
  );
  const verdict =
    failed.length === 0
      ? `${url} does what the contract describes.\n`
      : `${failed.length} of ${results.length} checks failed:\n${lines.join('')}`;
  return `${table(['CHECK', 'PASSED', 'FAILED', 'SKIPPED'], kinds, '')}\n${verdict}`;
}
