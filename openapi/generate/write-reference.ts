/** Makes the reference from the bundled contract by Redoc: one HTML file that asks nobody for anything. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { contractMark, referenceFile } from '../../src/web/reference-file.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = path.join(root, 'generated/openapi.json');

/** Answers the file. One that is there is replaced as a whole. */
export async function writeReference(): Promise<string> {
  // On the same disk, so that the file can be moved into its place.
  const folder = await mkdtemp(path.join(root, 'generated/.reference-'));
  try {
    const draft = path.join(folder, 'reference.html');
    const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
    const options = ['--inlineBundle', '--title', 'Larder: reference', '--output', draft];
    await promisify(execFile)(process.execPath, [redocly, 'build-docs', bundle, ...options], { cwd: root });
    const contract = JSON.parse(await readFile(bundle, 'utf8')) as object;
    await writeFile(draft, selfContained(await readFile(draft, 'utf8'), contract));
    await rename(draft, referenceFile);
  } finally {
    await rm(folder, { recursive: true });
  }
  return referenceFile;
}

/** Throws when Redoc's page is not what this was written for. */
function selfContained(page: string, contract: object): string {
  const replaced = page
    .replace('<head>', `<head>\n  ${contractMark(contract)}\n  <link rel="icon" href="data:,">`)
    .replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, wordmark);
  if (!replaced.includes(wordmark) || replaced.includes('cdn.redoc.ly'))
    throw new Error(
      'Redoc loads other things from elsewhere than before; look at openapi/generate/write-reference.ts.',
    );
  return replaced;
}

/** Stands in for Redoc's logo, which would come from its makers' servers. */
const wordmark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#555">Redoc</text></svg>',
).replaceAll("'", '%27')}`;
