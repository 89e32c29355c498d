import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { issueToken } from '../native/tokens.ts';
import { downloadsIn, idOf, pageOf, password, pathOf, textOf, urlsIn } from './people.ts';

const server = useServer();

describe('the page of a deb', () => {
  let bytes: Buffer<ArrayBuffer>;
  let registry = '';
  let page = '';

  beforeAll(async () => {
    registry = await newRegistry(server(), 'debian', { isPublic: false });
    bytes = Buffer.from(await buildDeb({ control: { Homepage: 'https://demo.test' } }));
    const older = Buffer.from(await buildDeb({ control: { Version: '0.9.0' } }));
    await publish(server(), registry, 'demo.deb', older);
    const id = await idOf(await publish(server(), registry, 'demo.deb', bytes));
    page = await pageOf(server(), pathOf.package(registry, id));
  });

  test('shows its name and its metadata', () => {
    expect(textOf(page)).toMatch(
      /demo 1\.0\.0 latest .*Says hello .* Homepage https:\/\/demo\.test .*Version 1\.0\.0 .*all /,
    );
    expect(page).toContain('<a href="https://demo.test" rel="nofollow noopener noreferrer">');
  });

  test('has a unique title', () => {
    expect(page).toContain(`<title>demo 1.0.0 (all) · ${registry}`);
  });

  test('shows size and digests of its file', () => {
    const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
    expect(textOf(page)).toContain(`SHA-256 ${digest('sha256')} SHA-512 ${digest('sha512')}`);
    expect(textOf(page)).toMatch(
      new RegExp(`Size ${bytes.length} bytes|\\(${bytes.length.toLocaleString('en')} bytes\\)`),
    );
  });

  test('has the lines that install it, with a variable for the token', () => {
    const text = textOf(page);
    expect(text).toContain(`curl -fsS -u "any:$TOKEN" "${server().url}/acme/${registry}/gpgkey"`);
    expect(text).toContain('apt-get install demo=1.0.0');
    expect(text).toContain(`larder token create --registry ${registry} --description NAME`);
    expect(text).not.toContain(server().token);
  });

  test('links to the other versions of its name', () => {
    expect(page).toMatch(/<a href="[^"]*\/packages\/[0-9a-f-]{36}"[^>]*>0\.9\.0<\/a/);
  });

  test('links to the bytes of its file', async () => {
    const url = urlsIn(page).find((one) => one.endsWith('.deb')) ?? '';
    const reply = await fetch(url, { headers: server().authorized });
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true);
  });
});

describe('with which token a package was published', () => {
  const shown = 'Published by Set by the operator';

  test('is shown to a token of the organization', async () => {
    const registry = await newRegistry(server(), 'files');
    const id = await idOf(await publish(server(), registry, 'app-1.0.0.txt', 'bytes'));
    expect(textOf(await pageOf(server(), pathOf.package(registry, id)))).toContain(shown);
  });

  test('is not shown to those who read a public registry without one, or with one of another organization', async () => {
    const registry = await newRegistry(server(), 'files');
    const id = await idOf(await publish(server(), registry, 'app-1.0.0.txt', 'bytes'));
    const elsewhere = await issueToken(server(), { organization: 'elsewhere' });
    for (const headers of [{}, password(elsewhere)]) {
      const reply = await server().native(pathOf.package(registry, id), { headers });
      expect([reply.status, textOf(await reply.text()).includes('Published by')]).toEqual([200, false]);
    }
  });
});

test('the page of a package has the status of its project, and the reason as text', async () => {
  const registry = await newRegistry(server(), 'python');
  const id = await idOf(await publish(server(), registry, 'demo-1.0.0-py3-none-any.whl', buildWheel()));
  expect(await pageOf(server(), pathOf.package(registry, id))).not.toContain('project:');
  const set = await server().ask(server().in(registry, 'projects', 'demo', 'status'), {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: 'archived', reason: 'Use <apple>' }),
  });
  expect(set.status).toBe(200);
  const page = await pageOf(server(), pathOf.package(registry, id));
  expect(page).toContain('<p>Use &#60;apple&#62;</p>');
  expect(textOf(page)).toContain('Archived project: no version can be added.');
});

describe('the page of a package that is not offered', () => {
  async function changed(ecosystem: 'debian' | 'files', path: string, body: object): Promise<string> {
    const registry = await newRegistry(server(), ecosystem);
    const bytes = ecosystem === 'debian' ? Buffer.from(await buildDeb({})) : 'bytes';
    const id = await idOf(await publish(server(), registry, 'app-1.0.0.txt', bytes));
    const { status } = await server().ask(`${server().in(registry, 'packages', id)}/${path}`, {
      method: path === 'standing' ? 'PUT' : 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(status).toBe(200);
    expect(await pageOf(server(), pathOf.registry(registry))).toMatch(/<span class="tag (unlisted|withdrawn)">/);
    return await pageOf(server(), pathOf.package(registry, id));
  }

  test('has the notice as text, and how to download an unlisted file', async () => {
    const page = await changed('files', 'standing', { standing: 'unlisted', notice: '<b>Broken</b>' });
    expect(page).toContain('<p>&#60;b&#62;Broken&#60;/b&#62;</p>');
    expect(textOf(page)).toContain('Unlisted: clients are not offered this package.');
    expect(textOf(page)).toContain('curl -fL -O');
  });

  test('has no lines to install an unlisted deb, which apt does not find', async () => {
    const page = await changed('debian', 'standing', { standing: 'unlisted' });
    expect(page).not.toContain('apt-get install');
    expect(downloadsIn(page)).toHaveLength(1);
  });

  test('has no links to the files of a withdrawn one, and no lines to install it', async () => {
    const page = await changed('files', 'withdraw', { notice: 'Has a security hole' });
    expect(textOf(page)).toContain('Withdrawn: this package cannot be installed or downloaded. Has a security hole');
    expect(page).not.toContain('curl');
    expect(downloadsIn(page)).toEqual([]);
  });
});

describe('the page of a plain file', () => {
  test('has a line that downloads it, without a token where none is needed', async () => {
    const registry = await newRegistry(server(), 'files');
    const id = await idOf(await publish(server(), registry, 'manual-2.0.0.tar.gz', 'read me'));
    const text = textOf(await pageOf(server(), pathOf.package(registry, id)));
    expect(text).toContain(`curl -fL -O "${server().url}/acme/${registry}/files/manual-2.0.0.tar.gz"`);
    expect(text).not.toContain('$TOKEN');
  });
});

test('metadata is always rendered as text', async () => {
  const registry = await newRegistry(server(), 'debian');
  const nasty = `<script>alert("1")</script> & 'quoted' \u202Ereversed`;
  const deb = Buffer.from(await buildDeb({ control: { Description: nasty, Section: '"><img src=x onerror=y>' } }));
  const page = await pageOf(
    server(),
    pathOf.package(registry, await idOf(await publish(server(), registry, 'x.deb', deb))),
  );
  expect(page).not.toMatch(/<script>alert|<img|\u202E/);
  expect(textOf(page)).toContain(`<script>alert("1")</script> & 'quoted' \uFFFDreversed`);
});

test.each(['javascript:alert(1)', 'https://a.test/ b', 'ftp://a.test/'])(
  'a value of metadata has no link if it is not the URL of a page: %j',
  async (homepage) => {
    const registry = await newRegistry(server(), 'debian');
    const deb = Buffer.from(await buildDeb({ control: { Homepage: homepage } }));
    const published = await publish(server(), registry, 'x.deb', deb);
    // The ecosystem rejects some of them.
    if (published.status === 422) return;
    const page = await pageOf(server(), pathOf.package(registry, await idOf(published)));
    expect(urlsIn(page).filter((url) => !url.startsWith(server().url) && url !== '#content')).toEqual([]);
  },
);

test('the other versions are in the order of the ecosystem, the highest first, and only the highest is the latest', async () => {
  const registry = await newRegistry(server(), 'files');
  const pageOfVersion = async (version: string): Promise<string> =>
    pageOf(
      server(),
      pathOf.package(registry, await idOf(await publish(server(), registry, `a-${version}.txt`, version))),
    );
  await pageOfVersion('1.10.0');
  await pageOfVersion('1.2.0');
  const text = textOf(await pageOfVersion('1.9.0'));
  expect(text).toMatch(/Highest first.* 1\.10\.0 .* 1\.2\.0 /);
  expect(text).not.toContain('latest');
  expect(textOf(await pageOfVersion('1.11.0'))).toContain('a 1.11.0 latest');
});
