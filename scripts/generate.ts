/**
 * Adds computed parts to the files of `openapi/`, and writes `generated/` from them: each description as one file, its
 * types, and the data that the client needs at run time. Deterministic: the same contract results in the same bytes.
 * With a folder as the argument, it writes there instead and does not change `openapi/`, for the comparison in tests.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { completeSources } from '../openapi/generate/complete-sources.ts';
import { descriptionFiles, nameOfDescription } from '../openapi/generate/description-files.ts';
import { describedAnswers } from '../openapi/generate/described-answers.ts';
import { typesOf } from '../openapi/generate/types-of-description.ts';
import { writeReference } from '../openapi/generate/write-reference.ts';

const root = path.resolve(import.meta.dirname, '..');
const output = path.resolve(process.argv[2] ?? path.join(root, 'generated'));

const sources = await descriptionFiles(root);
// The tests compare the sources separately.
if (process.argv[2] === undefined)
  for (const [file, text] of await completeSources(
    path.join(root, 'openapi'),
    sources.map((source) => path.join(root, source)),
  ))
    await writeFile(file, text);

for (const source of sources) {
  const name = nameOfDescription(source);
  const text = await bundled(source, path.join(output, `${name}.json`));
  const isApi = name === 'openapi';
  await writeFile(path.join(output, isApi ? 'api.ts' : `${name}.ts`), await typesOf(text, source));
  if (isApi) await writeFile(path.join(output, 'answers.ts'), describedAnswers(JSON.parse(text)));
}

// The reference is not committed, so it is not compared.
if (process.argv[2] === undefined) await writeReference();

async function bundled(source: string, target: string): Promise<string> {
  await mkdir(path.dirname(target), { recursive: true });
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  await promisify(execFile)(process.execPath, [redocly, 'bundle', source, '--output', target], { cwd: root });
  return readFile(target, 'utf8');
}
