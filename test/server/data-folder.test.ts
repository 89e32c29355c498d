/** A data folder that other users may write to: they could replace the database. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/server/log.ts';
import { readSettings } from '../../src/server/settings.ts';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { newFolder } from '../fixtures/process-client.ts';

const start = async (dataDir: string): Promise<RunningServer> => {
  const server = await startServer(readSettings({ LARDER_PORT: '0', LARDER_DATA_DIR: dataDir }), createLog('silent'));
  onTestFinished(() => server.stop());
  return server;
};

it.each([0o777, 0o775, 0o702, 0o2770, 0o1777])(
  'ends the start if its mode is %o, and the command of the message fixes it',
  async (mode) => {
    const dataDir = path.join(await newFolder(), "it's $HOME");
    await mkdir(dataDir);
    await chmod(dataDir, mode);
    const message = await start(dataDir).then(String, ({ message: text }: Error) => text);
    const [, command = ''] = /^LARDER_DATA_DIR is ".+", .+ Run `(.+)`, or /.exec(message) ?? [];
    expect([command, await readdir(dataDir)]).toEqual([expect.stringMatching(/^chmod go-w /), []]);
    await promisify(execFile)('sh', ['-c', command]);
    expect((await start(dataDir)).url).toMatch(/^http:/);
  },
);

it.each([0o755, 0o750, 0o700])('starts the server if its mode is %o', async (mode) => {
  const dataDir = await newFolder();
  await chmod(dataDir, mode);
  expect((await start(dataDir)).url).toMatch(/^http:/);
});
