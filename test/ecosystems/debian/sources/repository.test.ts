/** Source packages in a registry: published in any order, listed when complete, served, copied and deleted. */
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildSource,
  clearSigned,
  fileList,
  type BuiltFile,
  type BuiltSource,
} from '../../../fixtures/source-package.ts';
import { digestsOf } from '../../../fixtures/local-file.ts';
import { bodyOf } from '../../../fixtures/replies.ts';
import { rounds } from '../../../fixtures/rounds.ts';
import { publish } from '../../../fixtures/server.ts';
import { listedFile, openRepository } from '../../../native/debian-repository.ts';
import { newRegistry, useServer } from '../../../native/watched-server.ts';

const server = useServer();

async function openSources() {
  const registry = await newRegistry(server(), 'debian');
  const repository = openRepository(server(), registry);
  const send = async ({ name, bytes }: BuiltFile): Promise<string> => {
    const { id } = await bodyOf(publish(server(), registry, name, bytes), 'Package');
    return id;
  };
  const sources = (): Promise<string> => repository.text('main/source/Sources');
  return {
    registry,
    repository,
    send,
    sources,
    /** Returns the files that are listed, with their digests. */
    listed: async () => [...(await sources()).matchAll(/^ ([0-9a-f]{64}) \d+ (\S+)$/gm)].map(([, , name = '']) => name),
    ask: (path: string, init?: RequestInit) => server().ask(server().in(registry, 'packages') + path, init),
  };
}

const namesOf = ({ dsc, files }: BuiltSource): readonly string[] => [dsc, ...files].map(({ name }) => name);

test('lists a source when all of its files have arrived, in any order', async () => {
  const source = await buildSource({ components: ['docs', 'more'] });
  const all = [source.dsc, ...source.files];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (order) => {
      const { send, listed } = await openSources();
      for (const file of order) {
        expect(await listed()).toEqual([]);
        await send(file);
      }
      expect(await listed()).toEqual(namesOf(source));
    }),
    { numRuns: rounds(4) },
  );
});

test('writes a stanza with the fields of the .dsc, the directory and the digests of all files', async () => {
  const { send, sources } = await openSources();
  const { dsc, files } = await buildSource({ fields: { Homepage: 'https://example.test' } });
  for (const file of [dsc, ...files]) await send(file);
  const { sha256 } = digestsOf(dsc.bytes);
  const all = [dsc, ...files];
  expect(await sources()).toBe(
    [
      'Package: hello',
      'Format: 3.0 (quilt)',
      'Binary: hello',
      'Architecture: any',
      'Version: 1.0-1',
      'Maintainer: Tess Tester <tess@example.test>',
      'Standards-Version: 4.6.2',
      'Build-Depends: debhelper-compat (= 13), locales [linux-any] <!nocheck>',
      'Package-List:\n hello deb misc optional arch=any',
      'Homepage: https://example.test',
      `Directory: pool/source/${sha256}`,
      `Files:${fileList('md5', all)}`,
      `Checksums-Sha1:${fileList('sha1', all)}`,
      `Checksums-Sha256:${fileList('sha256', all)}`,
      '\n',
    ].join('\n'),
  );
});

test('lists the index of sources in Release, plain and compressed, without an architecture of this name', async () => {
  const { send, repository, sources } = await openSources();
  const source = await buildSource();
  for (const file of [source.dsc, ...source.files]) await send(file);
  const release = await repository.text('Release');
  for (const path of ['main/source/Sources', 'main/source/Sources.gz']) {
    const file = listedFile(release, path);
    const { bytes } = await repository.dist(repository.byHash(file));
    expect([digestsOf(bytes).sha256, bytes.byteLength]).toEqual([file.sha256, file.size]);
    expect((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).toBe(await sources());
  }
  expect(/^Architectures: (.*)$/m.exec(release)?.[1]?.split(' ')).not.toContain('source');
});

test('serves the files of a source in its directory', async () => {
  const { send, repository, sources } = await openSources();
  const source = await buildSource();
  for (const file of [source.dsc, ...source.files]) await send(file);
  const [, directory = ''] = /^Directory: (.*)$/m.exec(await sources()) ?? [];
  for (const { name, bytes } of [source.dsc, ...source.files]) {
    const reply = await repository.fetch(`${directory}/${name}`);
    expect([reply.status, reply.bytes.equals(bytes)]).toEqual([200, true]);
  }
  for (const name of ['other.dsc', 'hello_1.0-2.debian.tar.gz', 'constructor'])
    expect((await repository.fetch(`${directory}/${name}`)).status).toBe(404);
});

test('serves a source whose upstream file has not arrived as far as it is there', async () => {
  const { send, repository } = await openSources();
  const { dsc, files } = await buildSource();
  await send(dsc);
  const directory = `pool/source/${digestsOf(dsc.bytes).sha256}`;
  expect((await repository.fetch(`${directory}/${dsc.name}`)).status).toBe(200);
  expect((await repository.fetch(`${directory}/${files[0]?.name}`)).status).toBe(404);
});

test('shares an upstream archive between revisions', async () => {
  const { send, sources, repository } = await openSources();
  const [first, second] = [await buildSource(), await buildSource({ version: '1.0-2' })];
  for (const file of [first.dsc, ...first.files, second.dsc, ...second.files.slice(1)]) await send(file);
  expect((await sources()).match(/^Version: .*/gm)).toEqual(['Version: 1.0-1', 'Version: 1.0-2']);
  const orig = second.files[0]?.name ?? '';
  const reply = await repository.fetch(`pool/source/${digestsOf(second.dsc.bytes).sha256}/${orig}`);
  expect(reply.bytes.equals(first.files[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test('does not list a source whose file has other bytes', async () => {
  const { send, listed } = await openSources();
  const [source, other] = [await buildSource(), await buildSource({ upstream: 'other' })];
  for (const file of [source.dsc, source.files[1], other.files[0]]) if (file) await send(file);
  expect(await listed()).toEqual([]);
});

test.each(['Files', 'Checksums-Sha1'])('does not list a source whose %s is wrong', async (field) => {
  const { send, listed } = await openSources();
  const { dsc, files } = await buildSource();
  const digest = new RegExp(`(?<=^${field}:\n )[0-9a-f]+`, 'm');
  const wrong = dsc.bytes.toString().replace(digest, (right) => '0'.repeat(right.length));
  for (const file of [{ name: dsc.name, bytes: Buffer.from(wrong) }, ...files]) await send(file);
  expect(await listed()).toEqual([]);
});

test('lists a signed source, and keeps the signature', async () => {
  const { send, listed, repository } = await openSources();
  const { dsc, files } = await buildSource();
  const signed = { name: dsc.name, bytes: Buffer.from(clearSigned(dsc.bytes.toString())) };
  for (const file of [signed, ...files]) await send(file);
  expect(await listed()).toEqual([signed, ...files].map(({ name }) => name));
  const { bytes } = await repository.fetch(`pool/source/${digestsOf(signed.bytes).sha256}/${dsc.name}`);
  expect(bytes.equals(signed.bytes)).toBe(true);
});

describe('a file that a source needs', () => {
  async function published() {
    const home = await openSources();
    const source = await buildSource();
    const dsc = await home.send(source.dsc);
    const files: string[] = [];
    for (const file of source.files) files.push(await home.send(file));
    return { ...home, source, dsc, files };
  }

  test('is a package of its own, and the source shows its digest', async () => {
    const { ask, dsc, files, source } = await published();
    const shown = await bodyOf(ask(`/${files[0]}`), 'Package');
    expect(shown).toMatchObject({ name: 'hello', version: '1.0.orig.tar.gz', variant: 'source' });
    const { metadata } = await bodyOf(ask(`/${dsc}`), 'Package');
    expect(metadata['files']).toEqual(
      source.files.map(({ name, bytes }) => ({ name, size: bytes.byteLength, sha256: digestsOf(bytes).sha256 })),
    );
  });

  test('is not deleted before the source', async () => {
    const { ask, dsc, files, listed } = await published();
    const { detail } = await bodyOf(ask(`/${files[0]}`, { method: 'DELETE' }), 'Problem', 409);
    expect(detail).toContain('is needed by 1.0-1');
    expect((await ask(`/${dsc}`, { method: 'DELETE' })).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect((await ask(`/${files[0]}`, { method: 'DELETE' })).status).toBe(200);
  });

  test('is copied with the source', async () => {
    const { ask, dsc, source } = await published();
    const other = await openSources();
    expect((await ask(`/${dsc}/copy?to=${other.registry}`, { method: 'POST' })).status).toBe(200);
    expect(await other.listed()).toEqual(namesOf(source));
  });

  test('must be there before the source is copied', async () => {
    const { send, ask } = await openSources();
    const { dsc } = await buildSource();
    const id = await send(dsc);
    const other = await openSources();
    const { detail } = await bodyOf(ask(`/${id}/copy?to=${other.registry}`, { method: 'POST' }), 'Problem', 422);
    expect(detail).toContain('needs version 1.0-1.debian.tar.gz');
  });

  test('stays available while it is unlisted, and an unlisted source is not listed', async () => {
    const { ask, dsc, files, listed, source } = await published();
    const set = (id: string, standing: string): Promise<Response> =>
      ask(`/${id}/standing`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ standing, notice: null }),
      });
    expect((await set(files[0] ?? '', 'unlisted')).status).toBe(200);
    expect(await listed()).toEqual(namesOf(source));
    expect((await set(dsc, 'unlisted')).status).toBe(200);
    expect(await listed()).toEqual([]);
  });
});
