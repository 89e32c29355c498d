import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '100000' });
  await createRegistry(server, 'debs', 'debian');
  await createRegistry(server, 'plain', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

const deb = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await buildDeb({ control: { Package: name, Version: '1:2.0-1', Architecture: 'amd64' } }));

describe('publishPackage', () => {
  it('returns the package with its URLs, its metadata and the digests of its bytes', async () => {
    const bytes = await deb('banana');
    const pkg = await bodyOf(publish(server, 'debs', 'banana.deb', bytes), 'Package');
    const registry = await bodyOf(server.ask(server.in('debs')), 'Registry');
    const organization = await bodyOf(server.ask('/v2/organizations/acme'), 'Organization');
    const { uuid } = await bodyOf(server.ask('/v2/access-token'), 'AccessToken');
    expect(pkg).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      url: server.url + server.in('debs', 'packages', pkg.id),
      web_url: `${server.url}/organizations/acme/packages/registries/debs/packages/${pkg.id}`,
      name: 'banana',
      version: '1:2.0-1',
      variant: 'amd64',
      metadata: {
        architecture: 'amd64',
        maintainer: 'Tess Tester <tess@example.test>',
        description: 'Says hello\nIn more than one line.\n\nAnd after a blank one.',
      },
      digests: digestsOf(bytes),
      standing: 'offered',
      notice: null,
      tags: [],
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      published_by: { id: uuid, description: 'Set by the operator', issuer: null },
      organization: {
        id: organization.id,
        slug: 'acme',
        url: organization.url,
        web_url: organization.web_url,
      },
      registry: {
        id: registry.id,
        graphql_id: registry.graphql_id,
        slug: 'debs',
        url: registry.url,
        web_url: registry.web_url,
      },
    });
  });

  it('keeps who published when the token is deleted or described again', async () => {
    const secret = await storeToken(server.larder, { description: 'Nightly builds' });
    const headers = { Authorization: `Bearer ${secret}` };
    const form = new FormData();
    form.set('file', new Blob(['bytes']), 'signed-1.0.0.txt');
    const init = { method: 'POST', body: form, headers };
    const { id, published_by: publisher } = await bodyOf(server.ask(server.in('plain', 'packages'), init), 'Package');
    await fetch(`${server.url}/v2/access-token`, { method: 'DELETE', headers });
    const { items } = await bodyOf(server.ask(`${server.in('plain', 'packages')}?name=signed`), 'PackageList');
    const found = await bodyOf(server.ask(server.in('plain', 'packages', id)), 'Package');
    expect(publisher?.description).toBe('Nightly builds');
    expect([found.published_by, items.at(0)?.published_by]).toEqual([publisher, publisher]);
  });

  it('reads name, version and variant of a plain file from its name', async () => {
    const { name, version, variant, metadata } = await bodyOf(
      publish(server, 'plain', 'my-app-1.2.3-rc.1+build.5.tar.gz', 'bytes'),
      'Package',
    );
    expect({ name, version, variant, metadata }).toEqual({
      name: 'my-app',
      version: '1.2.3-rc.1+build.5',
      variant: 'tar.gz',
      metadata: {},
    });
  });

  it('returns the same as getPackage afterwards', async () => {
    const published = await bodyOf(publish(server, 'debs', 'later.deb', await deb('later')), 'Package');
    expect(await bodyOf(server.ask(server.in('debs', 'packages', published.id)), 'Package')).toEqual(published);
  });

  it('ignores parts that are not described', async () => {
    const form = new FormData();
    form.set('package[distro_version_id]', 'any/any');
    form.set('file', new Blob(['bytes']), 'parts-1.0.0.txt');
    form.set('more', new Blob(['other bytes']), 'more.txt');
    const pkg = await bodyOf(post('plain', form), 'Package');
    expect([pkg.name, pkg.digests]).toEqual(['parts', digestsOf(Buffer.from('bytes'))]);
  });

  it('takes the same version as another variant', async () => {
    await publish(server, 'plain', 'variants-1.0.0.txt', 'bytes');
    const { variant } = await bodyOf(publish(server, 'plain', 'variants-1.0.0.zip', 'bytes'), 'Package');
    expect(variant).toBe('zip');
  });

  it('takes the same version in another registry', async () => {
    await createRegistry(server, 'plain two', 'files');
    const one = await bodyOf(publish(server, 'plain', 'both-1.0.0.txt', 'bytes'), 'Package');
    const two = await bodyOf(publish(server, 'plain-two', 'both-1.0.0.txt', 'bytes'), 'Package');
    expect([two.id === one.id, two.digests]).toEqual([false, one.digests]);
  });
});

describe('publishPackage rejects', () => {
  it.each([
    ['equal', 'bytes'],
    ['other', 'other bytes'],
  ])('a version that exists already with 409, naming that one: %s bytes', async (kind, bytes) => {
    const there = await bodyOf(publish(server, 'plain', `again-1.0.0.${kind}`, 'bytes'), 'Package');
    const detail = `again 1.0.0 (${kind}) already exists in registry "plain". Publish another version, or delete it first.`;
    expect(await bodyOf(publish(server, 'plain', `again-1.0.0.${kind}`, bytes), 'PackageExistsProblem', 409)).toEqual({
      type: 'urn:larder:problem:package-exists',
      title: 'Package exists',
      status: 409,
      detail,
      message: detail,
      request_id: expect.any(String),
      url: there.url,
      digests: there.digests,
    });
  });

  it.each(['app.txt', 'app-1.0.txt', 'app-v1.0.0.txt', 'app_x-1.0.0.txt'])(
    'the plain file %s with 422, telling the form expected',
    async (name) => {
      expect(await detailOf(publish(server, 'plain', name, 'bytes'), 422)).toMatch(
        /^Invalid filename format\. Expected: \{BASENAME\}-\{SEMVER\}\.\{EXT\}, but /,
      );
    },
  );

  it('an invalid deb with 422', async () => {
    expect(await rejectionOf(publish(server, 'debs', 'x.deb', 'not a deb'))).toEqual({
      status: 422,
      type: 'unacceptable-file',
    });
  });

  it('an empty file with 422', async () => {
    expect(await detailOf(publish(server, 'plain', 'empty-1.0.0.txt', ''), 422)).toBe(
      'The file is empty. Publish a file with content.',
    );
  });

  it.each(['..', '.', 'folder/', 'two\twords.deb', `${'ä'.repeat(126)}.deb`])(
    'the file name %j with 422',
    async (name) => {
      expect(await detailOf(publish(server, 'debs', name, await deb('named')), 422)).toMatch(/^The file's name /);
    },
  );

  it('a form without a file with 400', async () => {
    const form = new FormData();
    form.set('other', 'text');
    const { errors } = await bodyOf(post('plain', form), 'InvalidRequestProblem', 400);
    expect(errors).toContainEqual({ path: 'body', message: 'must have exactly one of `file` and `package_url`' });
  });

  it('a file that was sent as text with 400, telling how to send it', async () => {
    const form = new FormData();
    form.set('file', 'path/to/app-1.0.0.txt');
    const { message } = await bodyOf(post('plain', form), 'InvalidRequestProblem', 400);
    expect(message).toContain("write -F 'file=@path'");
  });

  it('two files with 400', async () => {
    const form = new FormData();
    form.append('file', new Blob(['one']), 'one-1.0.0.txt');
    form.append('file', new Blob(['two']), 'two-1.0.0.txt');
    expect(await rejectionOf(post('plain', form))).toEqual({ status: 400, type: 'invalid-request' });
  });

  it.each(['application/json', 'application/octet-stream'])('a body of %s with 415', async (type) => {
    expect(await rejectionOf(post('plain', '{}', { 'Content-Type': type }))).toEqual({
      status: 415,
      type: 'unsupported-media-type',
    });
  });

  it('a file that is larger than the limit with 413, naming the limit', async () => {
    expect(await detailOf(publish(server, 'plain', 'large-1.0.0.txt', 'a'.repeat(100_001)), 413)).toBe(
      'The file is larger than 100000 bytes, the limit of this server.',
    );
  });

  it('nothing that is just as large as the limit', async () => {
    const response = await publish(server, 'plain', 'full-1.0.0.txt', 'a'.repeat(100_000));
    expect((await bodyOf(response, 'Package')).name).toBe('full');
  });

  it('a file for a missing registry with 404', async () => {
    expect(await rejectionOf(publish(server, 'nowhere', 'app-1.0.0.txt', 'bytes'))).toEqual({
      status: 404,
      type: 'not-found',
    });
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});

function post(registry: string, body: FormData | string, headers: Record<string, string> = {}): Promise<Response> {
  return server.ask(server.in(registry, 'packages'), { method: 'POST', body, headers });
}
