import { expect, test } from 'vitest';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { run } from '../clients/programs.ts';
import { script } from './larder.ts';

test('larder mark sets the status of a project and prints it', async () => {
  await using server = await startTestServer();
  await createRegistry(server, 'snakes', 'python');
  await publish(server, 'snakes', wheelName('demo', '1.0.0'), buildWheel());
  const environment = { LARDER_URL: server.url, LARDER_TOKEN: server.token };
  const mark = (...parameters: readonly string[]): ReturnType<typeof run> =>
    run(process.execPath, [script, 'mark', 'Demo', ...parameters, '-r', 'snakes'], { environment });
  expect(await mark('archived', '--reason', 'Use kit')).toMatchObject({
    ok: true,
    stdout: 'demo is archived: Use kit\n',
  });
  expect(await mark('active')).toMatchObject({ ok: true, stdout: 'demo is active\n' });
  expect((await mark('asleep')).ok).toBe(false);
});
