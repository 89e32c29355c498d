/** The configuration that a registry has for apt, used as it is. */
import { describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { useMachines } from './apt-machines.ts';
import { present } from './programs.ts';

const server = useServer();
const machine = useMachines();

async function download(registry: string, headers = server().authorized): Promise<Response> {
  return server().native(`acme/${registry}/any/any.sources`, { headers });
}

describe.skipIf(!present('apt-get', 'dpkg-deb'))('apt-get: the configuration of a registry', () => {
  test.each([true, false])('is all that apt needs, beside a token (public: %s)', async (isPublic) => {
    const registry = await newRegistry(server(), 'debian', { isPublic });
    await publish(server(), registry, 'demo.deb', Buffer.from(await buildDeb()));
    const rotated = await server().ask(server().in(registry, 'signing-keys'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ old_keys_expire_in_days: 30 }),
    });
    expect(rotated.status).toBe(200);
    const apt = await machine();
    await apt.write('etc/apt/sources.list.d/larder.sources', await (await download(registry)).text());
    const login = `machine ${server().url}/acme/${registry}/ login any password ${server().token}\n`;
    if (!isPublic) await apt.write('etc/apt/auth.conf.d/larder.conf', login);
    const { ok, output } = await apt.get('update');
    expect([ok, output.match(/^[WE]:.*$/gm) ?? []], output).toEqual([true, []]);
    expect(await apt.versions('demo')).toEqual(['1.0.0']);
  });

  test('has the name of the registry, and is not sent to clients without access', async () => {
    const registry = await newRegistry(server(), 'debian', { isPublic: false });
    const reply = await download(registry);
    expect(reply.headers.get('Content-Disposition')).toContain(`${registry}.sources`);
    expect((await server().native(`acme/${registry}/any/any.sources`)).status).toBe(401);
  });
});
