/** On Windows, npm runs the scripts of package.json with cmd, which has no `exec`. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtempDisposable, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const asWindows = 'data:text/javascript,Object.defineProperty(process,"platform",{value:"win32"})';

test('npm ci on Windows installs the command with which scripts begin', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-windows-'));
  for (const file of ['package.json', 'scripts', 'src/cli'])
    await cp(path.join(project, file), path.join(folder.path, file), { recursive: true });
  await mkdir(path.join(folder.path, 'node_modules/.bin'), { recursive: true });
  const { scripts } = JSON.parse(await readFile(path.join(folder.path, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  await promisify(execFile)(process.execPath, ['--import', asWindows, 'scripts/prepare.js'], { cwd: folder.path });
  const command = await readFile(path.join(folder.path, 'node_modules/.bin/exec.cmd'), 'utf8');
  expect(command).toContain('\n@%*\n');
  expect(scripts['start']).toMatch(/^exec node /);
});
