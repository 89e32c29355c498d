/** `Prefer: wait=SECONDS` (RFC 7240, section 4.3): a slow server for frontends. */
import { expect, test } from 'vitest';
import { registries, useMock } from './use-mock.ts';

const mock = useMock();

const ask = (Prefer: string, signal: AbortSignal | null = null): Promise<Response> =>
  mock().ask(registries, { headers: { Prefer }, signal });

test('waits before the response, while other requests get theirs', async () => {
  const abort = new AbortController();
  const slow = ask('wait=60', abort.signal).then(
    () => 'done',
    () => 'aborted',
  );
  expect((await ask('code=404')).status).toBe(404);
  abort.abort();
  expect(await slow).toBe('aborted');
});

test('names the preferences that it applied (RFC 7240, section 3)', async () => {
  const reply = await ask('code=404, wait=0.01, respond-async, seed="a b"');
  expect([reply.status, reply.headers.get('Preference-Applied')]).toEqual([404, 'code=404, seed="a b", wait=0.01']);
  expect((await ask('respond-async')).headers.get('Preference-Applied')).toBe(null);
});

test.each(['61', '-1', 'x', '1e1', '', '0x1'])('rejects wait=%s', async (wait) => {
  const reply = await ask(`wait=${wait}`);
  expect([reply.status, await reply.json()]).toMatchObject([
    400,
    { errors: [{ path: 'headers.prefer', message: `wait=${wait} is not a number of seconds; use 0 to 60` }] },
  ]);
});
