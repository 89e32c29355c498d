/** The lines that a registry's page shows for apt, pasted into a shell. */
import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { setUpLines } from '../web/page-lines.ts';
import { useMachines } from './apt-machines.ts';
import { present, run } from './programs.ts';

const addresses = Object.values(os.networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);

describe.skipIf(!present('apt-get', 'dpkg', 'curl', 'sh'))('apt-get: the lines of a page', () => {
  const machine = useMachines();

  test.each(['127.0.0.1', '::1'].filter((address) => addresses.includes(address)))(
    'read a private registry at %s, and leave the token to root alone',
    async (LARDER_HOST) => {
      const server = await startTestServer({ LARDER_HOST });
      onTestFinished(() => server[Symbol.asyncDispose]());
      await createRegistry(server, 'debs', 'debian');
      await publish(server, 'debs', 'demo.deb', Buffer.from(await buildDeb()));
      const apt = await machine();
      const { ok, output } = await run('sh', ['-ec', await linesOf(server, apt.root)], {
        environment: { TOKEN: server.token, APT_CONFIG: path.join(apt.root, 'apt.conf') },
      });
      expect([ok, output.match(/^[WE]:.*$/gm) ?? []], output).toEqual([true, []]);
      expect(await apt.versions('demo')).toEqual(['1.0.0']);
      const { mode } = await stat(path.join(apt.root, 'etc/apt/auth.conf.d/debs.conf'));
      expect((mode & 0o777).toString(8)).toBe('600');
    },
  );
});

/** The lines to set up apt, changed only to leave the machine alone. */
async function linesOf(server: TestServer, root: string): Promise<string> {
  return (await setUpLines(server, 'debs')).replaceAll('/etc/apt', `${root}/etc/apt`);
}
