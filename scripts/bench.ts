/**
 * `npm run bench`: measures Larder and its peers in the same run, in alternating order, and prints their ratios. A
 * missed target is not a failure.
 */
import { writeFile } from 'node:fs/promises';
import { describeMachine } from './bench/machine.ts';
import { readOptions, usage, type Options } from './bench/options.ts';
import { missingPrograms } from './bench/programs.ts';
import type { Row } from './bench/row.ts';
import { rows } from './bench/rows.ts';
import { summarize } from './bench/summary.ts';
import { table, type Result } from './bench/table.ts';
import { openWorkspace, type Workspace } from './bench/workspace.ts';

process.exit(await main(process.argv.slice(2)));

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, rows);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage(rows)}`);
    return 2;
  }
  const machine = await describeMachine();
  const workspace = openWorkspace();
  const results: Result[] = [];
  for (const row of rows) {
    if (options.only?.includes(row.id) !== false) results.push(await measure(row, workspace, options));
  }
  console.log(`\n${table(results, machine, options)}`);
  if (options.json !== undefined) {
    const figures = results.map((result) => ({
      ...result,
      lines: result.lines.map((line) => ({ ...line, summary: summarize(line) })),
    }));
    await writeFile(options.json, `${JSON.stringify({ machine, options, rows: figures }, null, 2)}\n`);
  }
  return results.some(({ failure = '' }) => failure.startsWith('failed')) ? 1 : 0;
}

async function measure({ id, title, needs, measure }: Row, workspace: Workspace, options: Options): Promise<Result> {
  const missing = await missingPrograms(needs);
  if (missing.length > 0) return { id, title, lines: [], failure: `not run: ${missing.join(', ')} is missing` };
  const begun = performance.now();
  const progress = (text: string): void => {
    console.error(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${id}: ${text}`);
  };
  progress('starts');
  try {
    const lines = await measure({ ...options, workspace, progress });
    progress('done');
    return { id, title, lines };
  } catch (error) {
    // The other rows are still measured.
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return {
      id,
      title,
      lines: [],
      failure: `failed: ${error instanceof Error ? error.message.split('\n', 1)[0] : ''}`,
    };
  }
}
