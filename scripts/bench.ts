/**
 * `npm run bench`: how fast is it, beside what it could be compared with? Measures both sides in the same run. A figure
 * that is missed is not a failure of the bench, unless `--check` says so.
 */
import { writeFile } from 'node:fs/promises';
import { asJson } from './bench/json.ts';
import { judge } from './bench/judge.ts';
import { describeMachine } from './bench/machine.ts';
import { UnusableOptions, readOptions, usage, type Options } from './bench/options.ts';
import { missingPrograms } from './bench/programs.ts';
import { remarks, table, type Result } from './bench/report.ts';
import { NotMeasurable, type Row } from './bench/row.ts';
import { rows } from './bench/rows.ts';
import { openWorkspace, type Workspace } from './bench/workspace.ts';

process.exit(await main(process.argv.slice(2)));

/** Answers the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  try {
    const options = readOptions(args, ids);
    if (options !== 'help') return await bench(options);
    console.log(`${usage}\nRows:\n${rows.map(({ id, title }) => `  ${id.padEnd(14)}  ${title}`).join('\n')}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableOptions)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}

async function bench(options: Options): Promise<number> {
  const machine = await describeMachine();
  const workspace = openWorkspace();
  const results: Result[] = [];
  for (const row of rows) {
    if (options.only?.includes(row.id) !== false) results.push(await measure(row, workspace, options));
  }
  console.log(`\n${table(results)}\n\n${remarks(results, machine, options)}`);
  if (options.json !== undefined) await writeFile(options.json, asJson(results, machine, options));
  const missed = results.flatMap(({ lines }) => lines).some((line) => judge(line).least === false);
  const failed = results.some(({ notRun = '' }) => notRun.startsWith('failed'));
  return failed || (options.check && missed) ? 1 : 0;
}

async function measure(row: Row, workspace: Workspace, { quick, rounds, seconds }: Options): Promise<Result> {
  const missing = await missingPrograms(row.needs);
  if (missing.length > 0) return { row, lines: [], notRun: `not run: ${missing.join(', ')} is not installed` };
  const begun = performance.now();
  const progress = (text: string): void => {
    console.error(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${row.id}: ${text}`);
  };
  progress('begins');
  try {
    const lines = await row.measure({ quick, rounds, seconds, workspace, progress });
    progress('done');
    return { row, lines };
  } catch (error) {
    if (error instanceof NotMeasurable) return { row, lines: [], notRun: `not run: ${error.message}` };
    // The other rows are worth their while all the same.
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { row, lines: [], notRun: `failed: ${error instanceof Error ? error.message.split('\n', 1)[0] : ''}` };
  }
}
