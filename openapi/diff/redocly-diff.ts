/** Runs `redocly diff` on two descriptions, with its own rules and those of `rules.ts`. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The part of Redocly's report that is read here. */
export interface RatedChange {
  readonly kind: 'added' | 'removed' | 'modified';
  readonly typeName: string;
  /** The keyword that differs, if the kind is `modified`. */
  readonly property?: string;
  readonly impact: 'patch' | 'minor' | 'major';
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  /** The locations as JSON Pointers in URI fragments; undefined on a side without it. */
  readonly base?: { readonly pointer: string };
  readonly revision?: { readonly pointer: string };
}

/** Throws Redocly's message if it cannot read a description. */
export async function redoclyDiff(base: object, revision: object): Promise<readonly RatedChange[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-contract-diff-'));
  try {
    await writeFile(path.join(folder, 'base.json'), JSON.stringify(base));
    await writeFile(path.join(folder, 'revision.json'), JSON.stringify(revision));
    const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
    const config = path.join(import.meta.dirname, 'redocly.yaml');
    const options = ['--config', config, '--fail-on', 'none', '--format', 'json', '--output', 'report.json'];
    const command = [redocly, 'diff', 'base.json', 'revision.json', ...options];
    await promisify(execFile)(process.execPath, command, { cwd: folder });
    const report = JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8')) as Report;
    return report.changes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Report {
  readonly changes: readonly RatedChange[];
}
