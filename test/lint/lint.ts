/** Redocly's linter with our rules alone, over many descriptions in one process: most of its time is its start. */
import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../openapi/rules/plugin.ts';

export interface Problem {
  readonly rule: string;
  /** A JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
}

/** The problems of each description, in the order of the descriptions. */
export async function lint(descriptions: readonly object[]): Promise<readonly (readonly Problem[])[]> {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'larder-lint-'));
  const file = (index: number): string => `${index}.json`;
  const plugin = path.resolve(import.meta.dirname, '../../openapi/rules/plugin.ts');
  const severities = Object.fromEntries(Object.keys(rules).map((name) => [`larder/${name}`, 'error']));
  const config = { telemetry: 'off', plugins: [plugin], rules: severities };
  await writeFile(path.join(folder.path, 'redocly.yaml'), JSON.stringify(config));
  for (const [index, description] of descriptions.entries())
    await writeFile(path.join(folder.path, file(index)), JSON.stringify(description));
  const problems = await run(
    folder.path,
    descriptions.map((_, index) => file(index)),
  );
  return descriptions.map((_, index) =>
    problems
      .filter(({ location: [place] }) => place?.source.ref === file(index))
      .map(({ ruleId, message, location: [place] }) => ({
        rule: ruleId.replace('larder/', ''),
        pointer: place?.pointer.replace('#', '') ?? '',
        message,
      })),
  );
}

interface Reported {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer: string }[];
}

/** It exits with 1 when it has found something, and then has written what. */
export function run(cwd: string, files: readonly string[]): Promise<readonly Reported[]> {
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const args = [redocly, 'lint', '--format', 'json', '--max-problems', '1000', ...files];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(new Error(stderr, { cause: error }));
      // One JSON text for each file, with nothing between them.
      const reports = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, '},{')}]`) as { problems: Reported[] }[];
      resolve(reports.flatMap(({ problems }) => problems));
    });
  });
}
