import { expect, test } from 'vitest';
import { startServerProcess } from '../fixtures/server-process.ts';

test('A line of the log has its level by name, and its time as in RFC 3339', async () => {
  await using server = await startServerProcess();
  await server.ready();
  const [line] = server.logs();
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    pid: server.process.pid,
    url: expect.any(String),
    dataDir: server.dataDir,
    msg: 'ready',
  });
  expect(Math.abs(Date.now() - Date.parse(String(line?.['time'])))).toBeLessThan(240_000);
});
