/** A copy of the project in a temporary folder, in which mutants can be compiled and tested without harm. */
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { OpenApiDocument } from '../../../src/contract/description.ts';
import { describedAnswers } from '../../../openapi/generate/described-answers.ts';
import { typesOf } from '../../../openapi/generate/types-of-description.ts';
import { root } from './bundles.ts';

export interface WorkingCopy extends AsyncDisposable {
  readonly folder: string;
  /** Writes bundles with all that is generated from them, as `npm run generate` does. */
  write(bundles: ReadonlyMap<string, OpenApiDocument>): Promise<void>;
}

const copied = ['src', 'test', 'scripts', 'openapi', 'generated', 'package.json', 'tsconfig.json', 'redocly.yaml'];
const alsoCopied = ['vitest.config.ts', 'README.md', '.npmrc'];

export async function makeWorkingCopy(): Promise<WorkingCopy> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-mutants-'));
  for (const one of [...copied, ...alsoCopied]) {
    await cp(path.join(root, one), path.join(folder, one), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const generated = path.join(folder, 'generated');
  return {
    folder,
    write: async (bundles) => {
      for (const [name, document] of bundles) {
        const text = JSON.stringify(document, undefined, 2);
        await writeFile(path.join(generated, `${name}.json`), text);
        const isApi = name === 'openapi';
        const types = await typesOf(text, name);
        await writeFile(path.join(generated, isApi ? 'api.ts' : `${name}.ts`), types);
        if (isApi) await writeFile(path.join(generated, 'answers.ts'), describedAnswers(JSON.parse(text)));
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
