/** The use of a token cannot be recorded: requests that only read are not rejected for it. */
import { expect, it, vi } from 'vitest';
import { testToken } from '../fixtures/server.ts';
import { useFailingSteps } from './failing-steps.ts';
import { startQuietServer } from './quiet-server.ts';

it.each(['full', 'failed'] as const)('requests with a token succeed if its use cannot be stored: %s', async (fault) => {
  const server = await startQuietServer();
  const failing = useFailingSteps(server.dataDir);
  const reached = failing.arm({ step: ({ name }) => /^(begin immediate|update tokens)/.test(name), fault });
  // Another minute, in which the use of the token is not stored yet.
  vi.setSystemTime(Date.now() + 60_000);
  const asked = ['/v2/access-token', server.in('shelf'), '/acme/shelf/files/none-1.0.0.txt'];
  const replies = await Promise.all(asked.map((path) => server.ask(path)));
  await reached;
  const after = await fetch(`${server.url}/v2/user`, { headers: { Authorization: `Bearer ${testToken}` } });
  expect([replies.map(({ status }) => status), after.status]).toEqual([[200, 200, 404], 200]);
});
