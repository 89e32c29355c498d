import { gunzipSync } from 'node:zlib';
import { createMessage, readCleartextMessage, readKey, readSignature, verify } from 'openpgp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import { listedFile, listedFiles, openRepository, publishDeb, sha256Of, type ListedFile } from './debian-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';
import { dropReplacedDocuments } from '../../src/registry/documents/drop-replaced.ts';
import { writable } from '../../src/registry/writable.ts';

const server = useServer();

/** In milliseconds: how long a client may be half-way through an index. */
const keptFor = 60 * 60_000;

/** Debian's release architectures. */
const standing = ['all', 'amd64', 'arm64', 'armel', 'armhf', 'i386', 'loong64', 'ppc64el', 'riscv64', 's390x'];

const amd64 = 'main/binary-amd64/Packages.gz';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('Release', () => {
  test.each(['Release', 'InRelease'])('lists every file of an empty index: %s', async (name) => {
    const repository = openRepository(server(), await newRegistry(server(), 'debian'));
    const paths = listedFiles(await repository.text(name)).map(({ path }) => path);
    const folders = standing.map((architecture) => `main/binary-${architecture}`);
    const expected = [...folders.map((folder) => `${folder}/Packages`), 'main/source/Sources'];
    expect(paths).toEqual(expected.flatMap((path) => [path, `${path}.gz`]));
  });

  test('lists the architectures that packages brought, in their order', async () => {
    const registry = await newRegistry(server(), 'debian');
    for (const Architecture of ['riscv64', 'alpha']) await publishDeb(server(), registry, { Architecture });
    const release = await openRepository(server(), registry).text('Release');
    expect(/^Architectures: (.*)$/m.exec(release)?.[1]).toBe(['all', 'alpha', ...standing.slice(1)].join(' '));
  });

  test('no longer lists an architecture whose last package was deleted, unless it is a usual one', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    for (const Architecture of ['alpha', 'amd64']) {
      const id = await publishDeb(server(), registry, { Architecture });
      expect(await repository.text(`main/binary-${Architecture}/Packages`)).toContain('Package: demo');
      await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
    }
    expect(/^Architectures: (.*)$/m.exec(await repository.text('Release'))?.[1]).toBe(standing.join(' '));
    expect((await repository.dist('main/binary-alpha/Packages')).status).toBe(404);
    expect(await repository.text('main/binary-amd64/Packages')).toBe('');
  });

  test('has the digests and sizes of the files, by name and by digest', async () => {
    const registry = await newRegistry(server(), 'debian');
    for (const Architecture of ['all', 'amd64', 'armhf']) await publishDeb(server(), registry, { Architecture });
    const repository = openRepository(server(), registry);
    const listed = listedFiles(await repository.text('InRelease'));
    const served = async (urlOf: (file: ListedFile) => string): Promise<ListedFile[]> =>
      Promise.all(
        listed.map(async (file) => {
          const { bytes } = await repository.dist(urlOf(file));
          return { sha256: sha256Of(bytes), size: bytes.length, path: file.path };
        }),
      );
    expect([await served(({ path }) => path), await served(repository.byHash)]).toEqual([listed, listed]);
  });

  test('T-DEB-2: is the same alone and inside its signature', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry);
    const repository = openRepository(server(), registry);
    const inside = await readCleartextMessage({ cleartextMessage: await repository.text('InRelease') });
    expect(`${inside.getText()}\n`).toBe(await repository.text('Release'));
  });

  test('is signed by the key of the registry, inside', async () => {
    const registry = await newRegistry(server(), 'debian');
    const message = await readCleartextMessage({
      cleartextMessage: await openRepository(server(), registry).text('InRelease'),
    });
    const { signatures } = await verify({ message, verificationKeys: await keyOf(registry) });
    await expect(signatures[0]?.verified).resolves.toBe(true);
  });

  test('T-DEB-2: is signed by the key of the registry, apart', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const message = await createMessage({ binary: (await repository.dist('Release')).bytes });
    const signature = await readSignature({ armoredSignature: await repository.text('Release.gpg') });
    const { signatures } = await verify({ message, signature, verificationKeys: await keyOf(registry) });
    await expect(signatures[0]?.verified).resolves.toBe(true);
  });
});

describe('a registry of very many architectures', () => {
  test('takes no more of them, and goes on with those that it has', async () => {
    const registry = await newRegistry(server(), 'debian');
    const publishFor = async (Architecture: string, Version = '1.0') => {
      const dataEntries = [{ name: './file', content: '' }];
      const bytes = Buffer.from(await buildDeb({ control: { Architecture, Version }, dataEntries }));
      return publish(server(), registry, 'some.deb', bytes);
    };
    const ids: string[] = [];
    for (let at = 0; at < 32; at += 1) ids.push((await bodyOf(publishFor(`cpu${at}`), 'Package')).id);
    const rejected = await publishFor('cpu32');
    expect([rejected.status, await rejected.text()]).toEqual([
      422,
      expect.stringContaining('already has 64 parts, the maximum'),
    ]);
    expect((await publishFor('cpu0', '2.0')).status).toBe(200);

    const other = await newRegistry(server(), 'debian');
    const id = await publishDeb(server(), other, { Architecture: 'cpu32' });
    const copy = () => server().ask(`${server().in(other, 'packages', id, 'copy')}?to=${registry}`, { method: 'POST' });
    expect((await copy()).status).toBe(422);
    await server().ask(server().in(registry, 'packages', ids[1] ?? ''), { method: 'DELETE' });
    expect((await copy()).status).toBe(200);
  });
});

describe('the key', () => {
  test('stays the same while packages come and go', async () => {
    const registry = await newRegistry(server(), 'debian');
    const before = await armouredKey(registry);
    const id = await publishDeb(server(), registry);
    await openRepository(server(), registry).dist('InRelease');
    await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
    expect(await armouredKey(registry)).toBe(before);
  });

  test('is of this registry alone', async () => {
    const keys = [await newRegistry(server(), 'debian'), await newRegistry(server(), 'debian')].map(armouredKey);
    const [first, second] = await Promise.all(keys);
    expect(first).not.toBe(second);
  });

  test('comes as what it is, without its private half', async () => {
    const registry = await newRegistry(server(), 'debian');
    const reply = await server().native(`acme/${registry}/gpgkey`);
    expect([reply.headers.get('Content-Type'), (await keyOf(registry)).isPrivate()]).toEqual([
      'application/pgp-keys',
      false,
    ]);
  });

  test('keeps its URL when the registry gets another description', async () => {
    const registry = await newRegistry(server(), 'debian');
    const before = await armouredKey(registry);
    await server().ask(server().in(registry), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ description: 'Debs of all kinds' }),
    });
    expect(await armouredKey(registry)).toBe(before);
  });
});

describe('an index file', () => {
  test('is the same packed and plain', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry, { Architecture: 'amd64' });
    const repository = openRepository(server(), registry);
    const packed = (await repository.dist(amd64)).bytes;
    expect(gunzipSync(packed).toString()).toBe(await repository.text('main/binary-amd64/Packages'));
  });

  test('is sent unchanged, regardless of the encodings that the client accepts', async () => {
    const repository = openRepository(server(), await newRegistry(server(), 'debian'));
    const { headers } = await repository.dist(amd64, { 'Accept-Encoding': 'gzip, br' });
    expect([headers.get('Content-Encoding'), headers.get('Content-Type')]).toEqual([null, 'application/octet-stream']);
  });

  test.each(['InRelease', 'Release', 'Release.gpg', amd64, 'main/source/Sources'])(
    'has its SHA-256 as its ETag: %s',
    async (path) => {
      const registry = await newRegistry(server(), 'debian');
      await publishDeb(server(), registry, { Architecture: 'amd64' });
      const { headers, bytes } = await openRepository(server(), registry).dist(path);
      expect(headers.get('ETag')).toBe(`"${sha256Of(bytes)}"`);
    },
  );

  test.each([
    ['InRelease', 'If-Modified-Since', 'Last-Modified'],
    ['InRelease', 'If-None-Match', 'ETag'],
    [amd64, 'If-Modified-Since', 'Last-Modified'],
    [amd64, 'If-None-Match', 'ETag'],
  ])('is not sent again while it is current: %s by %s', async (path, condition, validator) => {
    const repository = openRepository(server(), await newRegistry(server(), 'debian'));
    const before = await repository.dist(path);
    const again = await repository.dist(path, { [condition]: before.headers.get(validator) ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('is sent in part', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry, { Architecture: 'amd64' });
    const repository = openRepository(server(), registry);
    const whole = await repository.dist('InRelease');
    const rest = await repository.dist('InRelease', { Range: 'bytes=100-' });
    expect([rest.status, rest.bytes]).toEqual([206, whole.bytes.subarray(100)]);
  });

  test('has an entry for each package, with sums of what the pool serves', async () => {
    const registry = await newRegistry(server(), 'debian');
    for (const Package of ['zeta', 'alpha', 'libfoo++']) await publishDeb(server(), registry, { Package });
    const repository = openRepository(server(), registry);
    const stanzas = (await repository.text('main/binary-all/Packages')).trimEnd().split('\n\n').map(fieldsOf);
    const pool = await Promise.all(
      stanzas.map(async (stanza) => {
        const { bytes } = await repository.fetch(stanza.get('Filename') ?? '');
        return [stanza.get('Package'), `${bytes.length}`, sha256Of(bytes)];
      }),
    );
    expect(stanzas.map((stanza) => [stanza.get('Package'), stanza.get('Size'), stanza.get('SHA256')])).toEqual(pool);
  });

  test('T-DEB-3: lists packages for all architectures in the list of each', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const listed = async (architecture: string): Promise<string[]> => {
      const text = await repository.text(`main/binary-${architecture}/Packages`);
      return [...text.matchAll(/^Package: (.*)$/gm)].map(([, name = '']) => name);
    };
    await publishDeb(server(), registry, { Package: 'pc', Architecture: 'amd64' });
    const lists = async () => Promise.all(['all', 'amd64', 'arm64', 'sh4'].map(listed));
    expect(await lists()).toEqual([[], ['pc'], [], []]);
    await publishDeb(server(), registry, { Package: 'common', Architecture: 'all' });
    expect(await lists()).toEqual([['common'], ['pc', 'common'], ['common'], []]);
    await publishDeb(server(), registry, { Package: 'hitachi', Architecture: 'sh4' });
    expect(await lists()).toEqual([['common'], ['pc', 'common'], ['common'], ['hitachi', 'common']]);
  });
});

describe('a client half-way through an index', () => {
  test('T-DEB-1: still gets the files that it lists after the next publish', async () => {
    const { repository, before, bytes } = await halfWay(1);
    const later = await repository.dist(repository.byHash(before));
    expect([later.status, later.bytes]).toEqual([200, bytes]);
  });

  test('T-DEB-8: still gets them after many newer indexes', async () => {
    const { repository, before, bytes } = await halfWay(12);
    expect((await repository.dist(repository.byHash(before))).bytes).toEqual(bytes);
  });

  test('T-DEB-8: still gets them an hour after they were replaced, and not for ever', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const { repository, before, publishVersion } = await halfWay(1);
    const statuses: number[] = [];
    for (const minutes of [8, 51, 2]) {
      vi.setSystemTime(Date.now() + minutes * 60_000);
      await publishVersion(minutes + 2);
      await repository.dist('InRelease');
      await dropReplacedDocuments(server().larder, new AbortController().signal);
      statuses.push((await repository.dist(repository.byHash(before))).status);
    }
    expect(statuses).toEqual([200, 200, 404]);
  });

  test('gets the current file by its plain name', async () => {
    const { repository, before } = await halfWay(1);
    const current = listedFile(await repository.text('InRelease'), amd64);
    const { bytes } = await repository.dist(amd64);
    expect([sha256Of(bytes), current.sha256 === before.sha256]).toEqual([current.sha256, false]);
  });

  test('keeps what did not change, however many newer indexes there are', async () => {
    const registry = await newRegistry(server(), 'debian');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    await publishDeb(server(), registry, { Architecture: 'arm64' });
    const repository = openRepository(server(), registry);
    const before = listedFile(await repository.text('InRelease'), 'main/binary-arm64/Packages.gz');
    for (let version = 0; version < 3; version += 1) {
      vi.setSystemTime(Date.now() + keptFor + 1000);
      await publishDeb(server(), registry, { Architecture: 'amd64', Version: `1.${version}` });
      await repository.dist('InRelease');
    }
    expect((await repository.dist(repository.byHash(before))).status).toBe(200);
  });

  test('gets a file only under the folder that it is listed in', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry, { Architecture: 'amd64' });
    const repository = openRepository(server(), registry);
    const { sha256 } = listedFile(await repository.text('InRelease'), amd64);
    expect((await repository.dist(`main/binary-arm64/by-hash/SHA256/${sha256}`)).status).toBe(404);
  });

  test.each(['0'.repeat(63), 'A'.repeat(64)])('is rejected for an invalid digest: %s', async (digest) => {
    const repository = openRepository(server(), await newRegistry(server(), 'debian'));
    expect((await repository.dist(`main/binary-all/by-hash/SHA256/${digest}`)).status).toBe(400);
  });

  /** Reads `InRelease`, then lets so many newer indexes be made. */
  async function halfWay(newer: number) {
    const registry = await newRegistry(server(), 'debian');
    const publishVersion = (version: number): Promise<string> =>
      publishDeb(server(), registry, { Architecture: 'amd64', Version: `1.${version}` });
    await publishVersion(0);
    const repository = openRepository(server(), registry);
    const before = listedFile(await repository.text('InRelease'), amd64);
    const { bytes } = await repository.dist(amd64);
    for (let version = 1; version <= newer; version += 1) {
      await publishVersion(version);
      await repository.dist('InRelease');
    }
    return { repository, before, bytes, publishVersion };
  }
});

describe('a new index', () => {
  test('is later than the one before, also within one second', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await publishDeb(server(), registry, { Version: `1.${round}` });
      times.push(Date.parse((await repository.dist('InRelease')).headers.get('Last-Modified') ?? ''));
    }
    expect(times).toEqual([...new Set(times)].sort());
    const first = Math.floor(Date.now() / 1000) * 1000;
    expect([times[0], times.at(-1)]).toEqual([first, first + 4000]);
  });

  test('is sent to a client that has the one before, by its date', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const since = (await repository.dist('InRelease')).headers.get('Last-Modified') ?? '';
    await publishDeb(server(), registry);
    expect((await repository.dist('InRelease', { 'If-Modified-Since': since })).status).toBe(200);
  });

  test('is not dated ahead of the clock inside, where clients would reject it', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const ahead: boolean[] = [];
    for (let round = 0; round < 5; round += 1) {
      await publishDeb(server(), registry, { Version: `1.${round}` });
      const date = /^Date: (.*)$/m.exec(await repository.text('Release'))?.[1] ?? '';
      ahead.push(!(Date.parse(date) <= Date.now()));
    }
    expect(ahead).not.toContain(true);
  });

  test('is not dated before an earlier one, also when the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const dates: number[] = [];
    for (const hours of [0, -24, 0, 25]) {
      vi.setSystemTime(Date.now() + hours * 60 * 60_000);
      await publishDeb(server(), registry, { Version: `1.${dates.length}` });
      dates.push(Date.parse(/^Date: (.*)$/m.exec(await repository.text('Release'))?.[1] ?? ''));
    }
    const [first = 0] = dates;
    expect(dates.map((date) => (date - first) / 60_000)).toEqual([0, 0, 0, 60]);
  });

  test('is not made while nothing changes', async () => {
    const repository = openRepository(server(), await newRegistry(server(), 'debian'));
    const first = await repository.dist('InRelease');
    expect((await repository.dist('InRelease')).bytes).toEqual(first.bytes);
  });

  test('is built once for concurrent clients', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry);
    const insert = vi.spyOn(server().larder[writable].documents, 'store');
    const repository = openRepository(server(), registry);
    await Promise.all([1, 2, 3, 4].map(() => repository.dist('InRelease')));
    expect(insert).toHaveBeenCalledTimes(1);
  });

  test('is the same for concurrent clients', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry);
    const repository = openRepository(server(), registry);
    const replies = await Promise.all([1, 2, 3, 4].map(() => repository.text('InRelease')));
    expect(new Set(replies).size).toBe(1);
  });

  test('is built for a client that requests one of its files first', async () => {
    const registry = await newRegistry(server(), 'debian');
    await publishDeb(server(), registry, { Package: 'first' });
    expect(await openRepository(server(), registry).text('main/binary-all/Packages')).toContain('Package: first');
  });

  test('holds every package, also when many are published while clients read', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const versions = Array.from({ length: 12 }, (_, index) => `1.${index}`);
    await Promise.all(
      versions.map(async (Version) => {
        await publishDeb(server(), registry, { Version });
        // A publisher must find the package immediately.
        expect(await repository.text('main/binary-all/Packages')).toContain(`Version: ${Version}\n`);
      }),
    );
  });
});

function fieldsOf(stanza: string): Map<string, string> {
  const lines = stanza.split('\n').filter((line) => /^\S+: /.test(line));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

async function armouredKey(registry: string): Promise<string> {
  return (await server().native(`acme/${registry}/gpgkey`)).text();
}

async function keyOf(registry: string) {
  return readKey({ armoredKey: await armouredKey(registry) });
}
