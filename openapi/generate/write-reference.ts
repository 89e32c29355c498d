/** Builds the API reference from the bundled contract with Redoc: one HTML file that loads nothing from other sites. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { contractMark, referenceFile } from '../../src/web/reference-file.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = path.join(root, 'generated/openapi.json');

/** Returns the path of the file. An existing one is replaced atomically. */
export async function writeReference(): Promise<string> {
  // On the same disk, so that the file can be renamed to its final path.
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

/** Throws if Redoc's page differs from the expected one. */
function selfContained(page: string, contract: object): string {
  const replaced = page
    .replace('<head>', `<head>\n  ${contractMark(contract)}\n  <link rel="icon" href="data:,">`)
    .replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, wordmark);
  if (!replaced.includes(wordmark) || replaced.includes('cdn.redoc.ly'))
    throw new Error('Redoc loads other resources than expected. Adapt openapi/generate/write-reference.ts.');
  return replaced;
}

/** Replaces Redoc's logo, which would be loaded from another server. */
const wordmark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#555">Redoc</text></svg>',
).replaceAll("'", '%27')}`;
