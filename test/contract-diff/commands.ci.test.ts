/** `npm run contract:diff` and `npm run contract:release`, on a small project. */
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releasesIn } from '../../openapi/diff/changelog.ts';
import { bookShop } from './book-shop.ts';
import { changedShop } from './changed-shops.ts';
import { newProject } from './new-project.ts';

const longerLimit = { at: 'components parameters Limit schema maximum', to: 60 };
const shorterTitles = { at: 'components schemas Title maxLength', to: 70 };

test('a breaking change fails, and prints the missing entry, which is enough', async () => {
  const project = await newProject('## 1.0.0\n', { openapi: bookShop, 'native/debian': bookShop });
  expect(await run('release', project.folder)).toEqual([0, 'openapi/released/1.0.0.json is written.\n']);
  expect(await run('diff', project.folder)).toEqual([0, 'The contract is the same as in 1.0.0.\n']);
  const changelog = await readFile(path.join(project.folder, 'openapi/CHANGELOG.md'), 'utf8');
  const released = await readFile(path.join(project.folder, 'openapi/released/1.0.0.json'));
  expect(releasesIn(changelog)).toEqual([{ version: '1.0.0', sha256: hash('sha256', released) }]);

  const shorter = changedShop(bookShop, shorterTitles);
  await project.writeBundle('openapi', changedShop(shorter, longerLimit));
  await project.writeBundle('native/debian', shorter);
  const [code, output] = await run('diff', project.folder);
  expect(code).toBe(1);
  // A change in a part that both descriptions share is reported once.
  const [compatible, breaking] = output.split('\n').filter((line) => line.startsWith('- '));
  expect([compatible, breaking]).toEqual([
    '- `parameters/Limit/schema/maximum` changed (request; openapi)',
    expect.stringMatching(/^- `schemas\/Title\/maxLength` changed \(request and answer; native\/debian, openapi\): ./),
  ]);

  await project.writeBundle('native/debian', bookShop);
  await project.writeChangelog(`## Unreleased\n\n### Breaking\n\n${breaking}\n\n## 1.0.0\n`);
  expect(await run('diff', project.folder)).toEqual([0, expect.stringContaining('and announced (1)')]);
  expect(await run('release', project.folder)).toEqual([
    1,
    expect.stringContaining('1.0.0 was released with different'),
  ]);
});

test('a missing release is reported', async () => {
  const { folder } = await newProject('# Changelog\n', { openapi: bookShop });
  expect(await run('release', folder)).toEqual([
    1,
    expect.stringMatching(/^openapi\/CHANGELOG.md has no heading "## 1/),
  ]);
  expect(await run('diff', folder)).toEqual([1, expect.stringMatching(/^openapi\/released\/ is empty/)]);
});

async function run(command: 'diff' | 'release', folder: string): Promise<[code: number, output: string]> {
  const script = path.resolve(import.meta.dirname, `../../scripts/contract-${command}.ts`);
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number];
  return [code, output];
}
