/** The report of `redocly drift` on recorded traffic, and the parts of the descriptions that were not used in it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../clients/programs.ts';
import { harOf } from './har.ts';
import type { Traffic } from './twins.ts';

export interface Verdict {
  readonly problems: readonly Problem[];
  readonly missing: readonly Missing[];
  /** How much of each kind of part was used. */
  readonly totals: Readonly<Record<string, { readonly covered: number; readonly total: number }>>;
}

export interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly target: string;
  readonly status: number;
  readonly method: string;
  readonly path: string;
}

export interface Missing {
  readonly operationId: string;
  readonly kind: string;
  readonly status?: string;
  /** The name of a parameter. */
  readonly name?: string;
  /** The path of a property. */
  readonly path?: string;
}

const program = path.resolve(import.meta.dirname, '../../node_modules/.bin/redocly');

/** The folder keeps all input and output. */
export async function judgeTraffic({ documents, entries }: Traffic, folder: string): Promise<Verdict> {
  const [descriptions, record] = [path.join(folder, 'descriptions'), path.join(folder, 'record.har')];
  await mkdir(descriptions, { recursive: true });
  for (const [index, document] of documents.entries()) {
    await writeFile(path.join(descriptions, `${index}.json`), JSON.stringify(document));
  }
  await writeFile(record, JSON.stringify(harOf(entries)));
  const report = path.join(folder, 'report.json');
  const coverage = path.join(folder, 'coverage.json');
  const traffic = ['drift', record, '--api', descriptions, '--match-mode', 'basepath'];
  const reports = ['--format', 'json', '--output', report, '--coverage', '--coverage-output', coverage];
  const { output } = await run(program, [...traffic, ...reports]);
  const { problems } = (await read(report, output)) as { readonly problems: readonly Problem[] };
  const { totals, operations } = (await read(coverage, output)) as {
    readonly totals: Verdict['totals'];
    readonly operations: readonly { readonly operationId: string; readonly missing: readonly Missing[] }[];
  };
  const missing = operations.flatMap((one) => one.missing.map((part) => ({ ...part, operationId: one.operationId })));
  return { problems, missing, totals };
}

/** It ends badly whenever it has found something, so only a report that is not there is a failure. */
async function read(file: string, output: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`redocly drift left no report: ${output}`, { cause });
  }
}
