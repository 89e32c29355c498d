/** The protocol of providers, without Terraform. */
import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { expect, test } from 'vitest';
import type { components } from '../../../generated/native/terraform.ts';
import { bodyOf } from '../../fixtures/replies.ts';
import { publish } from '../../fixtures/server.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { buildProvider, manifestOf, type ProviderRecipe } from '../../fixtures/terraform-provider.ts';
import { useServer } from '../../native/watched-server.ts';
import { openRegistry, type Registry } from './wire.ts';

const server = useServer();

async function publishProvider({ slug }: Registry, recipe: ProviderRecipe = {}): Promise<void> {
  const { name, bytes } = buildProvider(recipe);
  expect((await publish(server(), slug, name, bytes)).status).toBe(200);
}

async function publishManifest({ slug }: Registry, protocols: readonly string[]): Promise<void> {
  const name = 'terraform-provider-fruit_1.0.0_manifest.json';
  expect((await publish(server(), slug, name, manifestOf(protocols))).status).toBe(200);
}

function ask({ slug, token }: Registry, path: string): Promise<Response> {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return server().native(`v1/providers/${slug}/fruit/${path}`, { headers });
}

async function versionsOf(registry: Registry): Promise<unknown> {
  return ((await (await ask(registry, 'versions')).json()) as components['schemas']['ProviderVersions']).versions;
}

async function downloadOf(registry: Registry): Promise<components['schemas']['ProviderDownload']> {
  const reply = await ask(registry, '1.0.0/download/linux/amd64');
  expect(reply.status).toBe(200);
  return (await reply.json()) as components['schemas']['ProviderDownload'];
}

/** Fetches a URL of a download as clients do: without a token. */
async function fetchOf(path: string): Promise<Buffer> {
  const reply = await server().native(path.slice(1));
  expect(reply.status).toBe(200);
  return Buffer.from(await reply.arrayBuffer());
}

test('the files of a version arrive in any order', async () => {
  const platforms = [
    { os: 'darwin', arch: 'arm64' },
    { os: 'linux', arch: 'amd64' },
  ];
  const [one, other] = [await openRegistry(server()), await openRegistry(server())];
  for (const { os, arch } of platforms) await publishProvider(one, { platform: `${os}_${arch}` });
  expect(await versionsOf(one)).toMatchObject([{ version: '1.0.0', protocols: ['5.0'] }]);
  await publishManifest(one, ['6.0']);
  await publishManifest(other, ['6.0']);
  expect((await ask(other, 'versions')).status).toBe(404);
  for (const { os, arch } of platforms.toReversed()) await publishProvider(other, { platform: `${os}_${arch}` });
  const listed = { version: '1.0.0', protocols: ['6.0'], platforms: expect.arrayContaining(platforms) };
  expect(await versionsOf(one)).toEqual([listed]);
  expect(await versionsOf(other)).toEqual([listed]);
});

test.each([true, false])(
  'the list of digests has all archives, and the key of the registry (public: %s)',
  async (isPublic) => {
    const registry = await openRegistry(server(), isPublic);
    for (const platform of ['linux_amd64', 'windows_amd64']) await publishProvider(registry, { platform });
    const found = await downloadOf(registry);
    const archive = await fetchOf(found.download_url);
    expect([found.shasum, digestsOf(archive).sha256]).toEqual([
      digestsOf(buildProvider({}).bytes).sha256,
      found.shasum,
    ]);
    const list = await fetchOf(found.shasums_url);
    const files = ['linux_amd64', 'windows_amd64'].map((platform) => buildProvider({ platform }));
    const lines = files.map(({ name, bytes }) => `${digestsOf(bytes).sha256}  ${name}\n`);
    expect(list.toString().split(/(?<=\n)/)).toEqual(lines.toSorted());
    const [key] = found.signing_keys.gpg_public_keys;
    const verificationKeys = await readKey({ armoredKey: key?.ascii_armor ?? '' });
    expect(verificationKeys.getKeyID().toHex().toUpperCase()).toBe(key?.key_id);
    const signature = await readSignature({ binarySignature: await fetchOf(found.shasums_signature_url) });
    const { signatures } = await verify({
      message: await createMessage({ binary: list }),
      signature,
      verificationKeys,
    });
    expect(await signatures[0]?.verified).toBe(true);
  },
);

test('a signature belongs to the list that the client got, also if an archive was added since', async () => {
  const registry = await openRegistry(server());
  await publishProvider(registry);
  const { shasums_url: list, shasums_signature_url: signature, signing_keys: keys } = await downloadOf(registry);
  const got = await fetchOf(list);
  await publishProvider(registry, { platform: 'linux_arm64' });
  const verificationKeys = await readKey({ armoredKey: keys.gpg_public_keys[0]?.ascii_armor ?? '' });
  const binarySignature = await fetchOf(signature);
  const { signatures } = await verify({
    message: await createMessage({ binary: got }),
    signature: await readSignature({ binarySignature }),
    verificationKeys,
  });
  expect(await signatures[0]?.verified).toBe(true);
});

test('T-TF-10: a download has no empty members', async () => {
  const registry = await openRegistry(server());
  await publishProvider(registry);
  const found = await downloadOf(registry);
  expect([...Object.values(found), ...found.signing_keys.gpg_public_keys.flatMap(Object.values)]).not.toContain('');
});

test('a withdrawn archive is neither listed nor among the digests', async () => {
  const registry = await openRegistry(server());
  for (const platform of ['linux_amd64', 'linux_arm64']) await publishProvider(registry, { platform });
  const { items } = await bodyOf(server().ask(server().in(registry.slug, 'packages')), 'PackageList');
  const { id = '' } = items.find(({ variant }) => variant === 'linux_arm64') ?? {};
  expect(
    (await server().ask(`${server().in(registry.slug, 'packages', id)}/withdraw`, { method: 'POST' })).status,
  ).toBe(200);
  expect(await versionsOf(registry)).toMatchObject([{ platforms: [{ os: 'linux', arch: 'amd64' }] }]);
  expect((await fetchOf((await downloadOf(registry)).shasums_url)).toString()).not.toContain('arm64');
  expect((await ask(registry, '1.0.0/download/linux/arm64')).status).toBe(404);
});

test('a copy is signed with the key of its registry', async () => {
  const [from, to] = [await openRegistry(server()), await openRegistry(server())];
  await publishProvider(from);
  const { items } = await bodyOf(server().ask(server().in(from.slug, 'packages')), 'PackageList');
  const path = `${server().in(from.slug, 'packages', items[0]?.id ?? '')}/copy?to=${to.slug}`;
  expect((await server().ask(path, { method: 'POST' })).status).toBe(200);
  const [original, copy] = [await downloadOf(from), await downloadOf(to)];
  expect(copy.shasum).toBe(original.shasum);
  expect(copy.signing_keys).not.toEqual(original.signing_keys);
});

test('a namespace without an organization means that of the token, and without a token the first one', async () => {
  const registry = await openRegistry(server(), false);
  await publishProvider(registry);
  expect((await ask(registry, 'versions')).status).toBe(200);
  expect((await ask({ ...registry, token: undefined }, 'versions')).status).toBe(401);
  expect((await ask({ ...registry, token: 'wrong' }, 'versions')).status).toBe(401);
  const open = await openRegistry(server());
  await publishProvider(open);
  expect((await ask(open, 'versions')).status).toBe(200);
});
