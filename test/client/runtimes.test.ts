/** The scenarios of all runtimes in the Node of the project. `runtimes.ci.test.ts` runs them in the others. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as client from '../../src/client/index.ts';
import { startTestServer } from '../fixtures/server.ts';
import { runScenarios, sampleBytes } from './runtimes/scenarios.ts';

it('publishes and reads', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-runtimes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'sample.bin'), sampleBytes());
  // After a body that was cut off, `fetch` connects again and sends nothing; the server would wait for it.
  await using server = await startTestServer({ LARDER_STOP_TIMEOUT_MS: '100' });
  const { names, failures } = await runScenarios(client, {
    baseUrl: server.url,
    token: server.token,
    organization: 'acme',
    registry: 'shelf',
    path: path.join(folder, 'sample.bin'),
    progress: true,
  });
  expect(failures).toEqual({});
  expect(names.length).toBeGreaterThan(20);
  expect(server.violations()).toBe(0);
});
