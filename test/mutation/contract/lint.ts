/** Redocly's linter with all rules of the project over many mutants in one process: most of its time is its start. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../../../src/contract/description.ts';
import { bundleName, root } from './bundles.ts';

/** For each set of bundles, the rules that it breaks; none where the linter sees nothing wrong. */
export async function lint(sets: readonly ReadonlyMap<string, OpenApiDocument>[]): Promise<string[][]> {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-lint-'));
  const { apis, plugins, ...rest } = parse(await readFile(path.join(root, 'redocly.yaml'), 'utf8')) as Configuration;
  const files = sets.flatMap((bundles, index) =>
    [...bundles].map(([name, document]) => ({ index, name, document, file: `${index}/${name}.json` })),
  );
  // A description keeps the rules that are its own.
  const settings = new Map(Object.values(apis).map((api) => [bundleName(api.root), api]));
  const ours = files.map(({ name, file }) => [file, { ...settings.get(name), root: file }] as const);
  const config = { ...rest, apis: Object.fromEntries(ours), plugins: plugins.map((one) => path.resolve(root, one)) };
  await writeFile(path.join(folder.path, 'redocly.yaml'), JSON.stringify(config));
  for (const { file, document } of files) {
    await mkdir(path.dirname(path.join(folder.path, file)), { recursive: true });
    await writeFile(path.join(folder.path, file), JSON.stringify(document));
  }
  const problems = await run(folder.path);
  return sets.map((_, index) => {
    const own = problems.filter(({ location: [place] }) => place?.source.ref.startsWith(`${index}/`));
    return [...new Set(own.map(({ ruleId }) => ruleId))];
  });
}

interface Configuration {
  readonly apis: Readonly<Record<string, { readonly root: string }>>;
  readonly plugins: readonly string[];
}

interface Reported {
  readonly ruleId: string;
  readonly location: readonly { readonly source: { readonly ref: string } }[];
}

/** It exits with 1 when it has found something, and then has written what. */
function run(cwd: string): Promise<readonly Reported[]> {
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const args = [redocly, 'lint', '--format', 'json', '--max-problems', '100000'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 30 }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(new Error(stderr, { cause: error }));
      // One JSON text for each file, with nothing between them.
      const reports = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, '},{')}]`) as { problems: Reported[] }[];
      resolve(reports.flatMap(({ problems }) => problems));
    });
  });
}
