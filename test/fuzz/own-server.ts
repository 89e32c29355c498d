/** A server of the fuzz's own: in this process, in a folder that goes away, with every answer checked before it goes out. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createLog } from '../../src/server/log.ts';
import { readSettings } from '../../src/server/settings.ts';
import { startServer } from '../../src/server/start-server.ts';
import { organization, type Target } from './things.ts';

export async function startOwnServer(): Promise<Target & AsyncDisposable> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'larder-fuzz-'));
  const token = randomUUID();
  const settings = readSettings({
    LARDER_PORT: '0',
    LARDER_DATA_DIR: dataDir,
    LARDER_ORGANIZATION: organization,
    LARDER_ADMIN_TOKEN: token,
    // What goes wrong inside is told by the log alone.
    LARDER_LOG_LEVEL: 'error',
    LARDER_ANSWER_CHECKS: '1',
  });
  const server = await startServer(settings, createLog(settings.logLevel));
  return {
    url: server.url,
    token,
    violations: server.violations,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
