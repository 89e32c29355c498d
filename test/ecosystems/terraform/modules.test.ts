/** The traps of the module protocol, without Terraform. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { components } from '../../../generated/native/terraform.ts';
import { joinNamespace, splitNamespace } from '../../../src/serving/namespace.ts';
import { organizationSlug } from '../../../src/model/limits.ts';
import { slugOf } from '../../../src/model/slug.ts';
import { findListed } from '../registries.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { bodyOf } from '../../fixtures/replies.ts';
import { publish } from '../../fixtures/server.ts';
import { buildModule, moduleText } from '../../fixtures/terraform-module.ts';
import { useServer } from '../../native/watched-server.ts';
import { addressOf, getModules, openRegistry, publishModule, versionsOf } from './wire.ts';

const server = useServer();

test('anyone finds the services at the host', async () => {
  const reply = await server().native('.well-known/terraform.json');
  expect(await reply.json()).toMatchObject({ 'modules.v1': '/v1/modules/' });
});

test('T-TF-1: the archive of a private registry has a signature in its path, and is served without a token', async () => {
  const registry = await openRegistry(server(), false);
  await publishModule(server(), registry, '1.0.0');
  const address = await addressOf(server(), registry, '1.0.0');
  expect(address).toMatch(/^\/v1\/archives\/[^/?]+\/terraform-aws-vpc-1\.0\.0\.tgz$/);
  expect((await server().native(address.slice(1))).status).toBe(200);
  const logged = server().replies.findLast(({ path }) => path.startsWith('/v1/archives/'));
  expect(logged?.path).toBe('/v1/archives/…/terraform-aws-vpc-1.0.0.tgz');
  expect((await getModules(server(), registry, 'vpc/aws/1.0.0/download')).headers.get('Cache-Control')).toBe(
    'no-store',
  );
});

test('T-TF-1: a signature is for one file, and is not a token', async () => {
  const registry = await openRegistry(server(), false);
  await publishModule(server(), registry, '1.0.0');
  await publishModule(server(), registry, '2.0.0');
  const address = await addressOf(server(), registry, '1.0.0');
  expect((await server().native(address.replace('1.0.0', '2.0.0').slice(1))).status).toBe(404);
  const [, , , signature = ''] = address.split('/');
  const [head, payload] = signature.split('.');
  expect((await server().native(`v1/archives/${head}.${payload}.x/terraform-aws-vpc-1.0.0.tgz`)).status).toBe(404);
  expect((await getModules(server(), { ...registry, token: signature }, 'vpc/aws/versions')).status).toBe(403);
});

test('T-TF-1: a signature ends with the token that it was made from', async () => {
  const registry = await openRegistry(server(), false);
  await publishModule(server(), registry, '1.0.0');
  const made = await bodyOf(
    server().ask(server().in(registry.slug, 'tokens'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ description: 'machines' }),
    }),
    'RegistryTokenWithSecret',
  );
  const address = await addressOf(server(), { ...registry, token: made.token }, '1.0.0');
  await server().ask(server().in(registry.slug, 'tokens', made.id), { method: 'DELETE' });
  expect((await server().native(address.slice(1))).status).toBe(404);
});

test('T-TF-2: a module in the only folder of its archive is at the root for clients', async () => {
  const registry = await openRegistry(server());
  const entries = ['main.tf', 'modules/subnet/main.tf'].map((name) => ({ name: `aws-vpc-1.0.0/${name}`, content: '' }));
  await publishModule(server(), registry, '1.0.0', await buildModule(entries));
  expect(await addressOf(server(), registry, '1.0.0')).toMatch(/\.tgz\/\/aws-vpc-1\.0\.0$/);
  const module = (await (await getModules(server(), registry, 'vpc/aws')).json()) as components['schemas']['Module'];
  expect(module.submodules).toEqual([{ path: 'modules/subnet' }]);
});

test('T-TF-2: a module that has submodules only is not in a folder', async () => {
  const registry = await openRegistry(server());
  await publishModule(server(), registry, '1.0.0', await buildModule([{ name: 'modules/a/main.tf', content: '' }]));
  expect(await addressOf(server(), registry, '1.0.0')).toMatch(/\.tgz$/);
});

test('T-TF-4: tools that ignore discovery find a module with all of its versions below /v1/modules', async () => {
  const registry = await openRegistry(server());
  for (const version of ['1.10.0', '1.9.0', '2.0.0-rc.1']) await publishModule(server(), registry, version);
  const reply = await server().native(`v1/modules/${registry.namespace}/vpc/aws`);
  expect(await reply.json()).toMatchObject({
    id: `${registry.namespace}/vpc/aws/1.10.0`,
    namespace: registry.namespace,
    name: 'vpc',
    provider: 'aws',
    version: '1.10.0',
    versions: ['1.9.0', '1.10.0', '2.0.0-rc.1'],
  });
  const older = await getModules(server(), registry, 'vpc/aws/1.9.0');
  expect(await older.json()).toMatchObject({ id: `${registry.namespace}/vpc/aws/1.9.0`, version: '1.9.0' });
});

test('T-TF-5: pre-releases are listed, and are the latest version only if there are no others', async () => {
  const registry = await openRegistry(server());
  await publishModule(server(), registry, '1.0.0-rc.1');
  const latest = async (): Promise<string | null> =>
    (await getModules(server(), registry, 'vpc/aws/download')).headers.get('X-Terraform-Get');
  expect(await latest()).toContain('1.0.0-rc.1');
  await publishModule(server(), registry, '0.9.0');
  expect(await versionsOf(server(), registry)).toEqual(['0.9.0', '1.0.0-rc.1']);
  expect(await latest()).toContain('0.9.0');
});

test('T-TF-6: a deleted version is neither listed nor downloaded', async () => {
  const registry = await openRegistry(server());
  for (const version of ['1.0.0', '1.1.0']) await publishModule(server(), registry, version);
  const home = { server: server(), url: '', ...registry };
  const { id } = await findListed(home, {
    name: 'vpc/aws',
    version: '1.1.0',
    files: [{ name: '', bytes: Buffer.of() }],
  });
  await server().ask(server().in(registry.slug, 'packages', id), { method: 'DELETE' });
  expect(await versionsOf(server(), registry)).toEqual(['1.0.0']);
  expect((await getModules(server(), registry, 'vpc/aws/1.1.0/download')).status).toBe(404);
  expect((await getModules(server(), registry, 'vpc/aws/download')).headers.get('X-Terraform-Get')).toContain('1.0.0');
});

test('T-TF-7: OpenTofu gets the same responses as Terraform', async () => {
  const registry = await openRegistry(server());
  await publishModule(server(), registry, '1.0.0');
  const get = async (agent: string, path: string): Promise<readonly unknown[]> => {
    const reply = await server().native(path, { headers: { 'User-Agent': agent } });
    return [reply.status, reply.headers.get('X-Terraform-Get'), digestsOf(await reply.bytes()).sha256];
  };
  const base = `v1/modules/${registry.namespace}/vpc/aws`;
  const archive = (await addressOf(server(), registry, '1.0.0')).slice(1);
  for (const path of ['.well-known/terraform.json', `${base}/versions`, `${base}/1.0.0/download`, archive]) {
    const [status, ...response] = await get('OpenTofu/1.12.6', path);
    expect([200, 204]).toContain(status);
    expect([status, ...response]).toEqual(await get('Terraform/1.15.5', path));
  }
});

test('T-TF-8: a namespace means one organization and one registry, for any slugs', () => {
  const organization = fc.stringMatching(organizationSlug, { maxLength: 20 });
  const registry = fc
    .string()
    .map(slugOf)
    .filter((slug) => slug !== '');
  fc.assert(
    fc.property(organization, registry, (...[one, other]) => {
      const slugs = { organization: one, registry: other };
      expect(splitNamespace(joinNamespace(slugs))).toEqual(slugs);
    }),
  );
});

test('T-TF-8: a namespace of another form is not found', async () => {
  const registry = await openRegistry(server());
  await publishModule(server(), registry, '1.0.0');
  for (const namespace of ['nowhere', `acme--${registry.slug}`, `acme----${registry.slug}`, '---'])
    expect((await getModules(server(), { ...registry, namespace, token: server().token }, 'vpc/aws')).status).toBe(404);
});

test('names of modules are equal in upper and lower case', async () => {
  const registry = await openRegistry(server());
  const archive = await buildModule([{ name: 'main.tf', content: moduleText('1.0.0') }]);
  expect((await publish(server(), registry.slug, 'terraform-aws-VPC-1.0.0.tar.gz', archive)).status).toBe(200);
  expect(await versionsOf(server(), registry)).toEqual(['1.0.0']);
  const address = await addressOf(server(), registry, '1.0.0');
  expect((await server().native(address.slice(1))).status).toBe(200);
});
