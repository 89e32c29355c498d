import { describe, expect, test } from 'vitest';
import { issueToken } from '../native/tokens.ts';
import { newRegistry } from '../native/watched-server.ts';
import type { Apt } from './apt.ts';
import { useMachines } from './apt-machines.ts';
import { useCustomerServer } from './customer-server.ts';
import { addSource, homeOf, publishWithCurl, update } from './debian-customer.ts';
import { present } from './programs.ts';

describe.skipIf(!present('apt-get', 'dpkg-deb', 'curl'))('apt-get: private registries', () => {
  const server = useCustomerServer();
  const machine = useMachines();

  /** A machine that has the key and the address of a private registry with one package, but no password. */
  async function newPrivateSource(): Promise<{ apt: Apt; registry: string }> {
    const registry = await newRegistry(server(), 'debian', { isPublic: false });
    await publishWithCurl(server(), registry, {});
    const apt = await machine();
    await addSource(apt, homeOf(server(), registry), withPassword(homeOf(server(), registry), server().token));
    return { apt, registry };
  }

  function addPassword(apt: Apt, machineName: string, password: string, login = 'buildkite'): Promise<string> {
    return apt.write('etc/apt/auth.conf.d/acme.conf', `machine ${machineName} login ${login} password ${password}\n`);
  }

  test('without a password are rejected', async () => {
    const { apt } = await newPrivateSource();
    const { ok, output } = await apt.get('update');
    expect([ok, /401 {2}Authentication required\. Send a valid access token/.test(output)], output).toEqual([
      false,
      true,
    ]);
  });

  test.each(['buildkite', 'anybody'])('are read with a token as the password of %s', async (login) => {
    const { apt, registry } = await newPrivateSource();
    await addPassword(apt, `${homeOf(server(), registry)}/`, server().token, login);
    await update(apt);
    expect(await apt.versions('demo')).toEqual(['1.0.0']);
  });

  test('are downloaded from with a token as the password', async () => {
    const { apt, registry } = await newPrivateSource();
    await addPassword(apt, `${homeOf(server(), registry)}/`, server().token);
    await update(apt);
    await apt.get('download', 'demo');
    expect(await apt.list('.')).toContain('demo_1.0.0_all.deb');
  });

  test('are read with a token that may read packages and nothing else', async () => {
    const { apt, registry } = await newPrivateSource();
    await addPassword(apt, homeOf(server(), registry), await issueToken(server()));
    await expect(update(apt)).resolves.toContain('Packages');
  });

  test.each([
    [
      'an unknown token',
      async () => 'unknown-token-0123456789',
      '401 {2}The credentials in Authorization are not valid',
    ],
    [
      'a token that may not read packages',
      () => issueToken(server(), { scopes: ['write_packages'] }),
      "403 {2}Your access token doesn't have the read_packages scope",
    ],
    [
      "another organization's token",
      () => issueToken(server(), { organization: 'rivals' }),
      '404 {2}Organization "acme" not found',
    ],
  ])('are rejected to %s', async (_, token, reason) => {
    const { apt, registry } = await newPrivateSource();
    await addPassword(apt, homeOf(server(), registry), await token());
    const { ok, output } = await apt.get('update');
    expect([ok, new RegExp(reason).test(output)], output).toEqual([false, true]);
  });

  test('are read with the password in the address', async () => {
    const registry = await newRegistry(server(), 'debian', { isPublic: false });
    await publishWithCurl(server(), registry, {});
    const apt = await machine();
    await addSource(apt, withPassword(homeOf(server(), registry), server().token));
    await apt.get('update');
    expect(await apt.versions('demo')).toEqual(['1.0.0']);
  });

  test('that become public are read without a password', async () => {
    const { apt, registry } = await newPrivateSource();
    await server().ask(server().in(registry), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ public: true }),
    });
    await expect(update(apt)).resolves.toContain('Packages');
  });
});

function withPassword(home: string, token: string): string {
  return home.replace('://', `://buildkite:${token}@`);
}
