/** Registries and packages by their handles, on a real server. */
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  createLarderClient,
  DamagedDownload,
  NotFoundError,
  PackageExistsError,
  type LarderClient,
  type PackageListItem,
  type RegistryHandle,
} from '../../src/client/index.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { startScripted } from './scripted-server.ts';

let server: TestServer;
let larder: LarderClient;
let shelf: RegistryHandle;
beforeAll(async () => {
  server = await startTestServer();
  larder = createLarderClient({ baseUrl: server.url, token: server.token, organization: 'acme' });
  await createRegistry(server, 'shelf', 'files');
  await createRegistry(server, 'other', 'files');
  shelf = larder.registry('shelf');
});
afterAll(() => server[Symbol.asyncDispose]());

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-handles-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

let count = 0;
const named = (name: string): string => `${name}${(count += 1)}-1.0.0.txt`;
const fileOf = (name: string, content = 'bytes') => ({ blob: new Blob([content]), name });

describe('a registry', () => {
  it('publishes a path, a Blob or a stream, and resolves to the package', async () => {
    const file = path.join(folder, named('path'));
    await writeFile(file, 'from a path');
    const blob = new Blob(['from a stream']);
    const published = [
      await shelf.publish(file),
      await shelf.publish(fileOf(named('blob'))),
      await shelf.publish({ stream: blob.stream(), size: blob.size, name: named('stream') }),
    ];
    expect(published.map(({ version }) => version)).toEqual(['1.0.0', '1.0.0', '1.0.0']);
  });

  it('rejects with the class of the problem', async () => {
    const name = named('twice');
    const { digests } = await shelf.publish(fileOf(name));
    await expect(shelf.publish(fileOf(name))).rejects.toThrow(PackageExistsError);
    await expect(shelf.publish(fileOf(name))).rejects.toMatchObject({ problem: { digests } });
    expect((await shelf.publish(fileOf(name), { sameIsSuccess: true })).digests).toEqual(digests);
    await expect(larder.registry('nowhere').get()).rejects.toThrow(NotFoundError);
    await expect(larder.registry('shelf', { organization: 'nobody' }).get()).rejects.toThrow(NotFoundError);
  });

  it('yields the packages of all pages, and requests no page before it is needed', async () => {
    const urls: string[] = [];
    const onRequest = ({ url }: Request): void => void urls.push(new URL(url).search);
    const counting = createLarderClient({ baseUrl: server.url, token: server.token, onRequest });
    const many = counting.registry('shelf', { organization: 'acme' });
    const name = named('many').split('-')[0] ?? '';
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) await shelf.publish(fileOf(`${name}-${version}.txt`));
    const versions: string[] = [];
    for await (const item of many.packages({ name, per_page: 2 })) {
      versions.push((item satisfies PackageListItem).version);
      if (versions.length === 2) expect(urls).toHaveLength(1);
    }
    expect(versions).toEqual(['1.2.0', '1.1.0', '1.0.0']);
    expect(urls).toHaveLength(2);
  });

  it('is changed and deleted', async () => {
    await createRegistry(server, 'brief', 'files');
    const brief = larder.registry('brief');
    expect((await brief.update({ description: 'For a day' })).description).toBe('For a day');
    expect((await brief.get()).slug).toBe('brief');
    await brief.delete();
    await expect(brief.get()).rejects.toThrow(NotFoundError);
  });

  it('needs an organization', () => {
    const without = createLarderClient({ baseUrl: server.url });
    expect(() => without.registry('shelf')).toThrow('registry() needs the organization.');
  });
});

describe('a package', () => {
  it('is read, marked, tagged, copied and deleted', async () => {
    const { id } = await shelf.publish(fileOf(named('whole')));
    const pkg = shelf.package(id);
    expect((await pkg.get()).id).toBe(id);
    expect((await pkg.setStanding({ standing: 'unlisted', notice: 'Broken' })).notice).toBe('Broken');
    expect((await pkg.tag('stable')).tags).toContain('stable');
    expect((await pkg.untag('stable')).tags).not.toContain('stable');
    const copy = await pkg.copyTo('other');
    expect(copy.registry.slug).toBe('other');
    expect((await pkg.withdraw('Has a hole')).standing).toBe('withdrawn');
    expect((await pkg.restore()).standing).not.toBe('withdrawn');
    await pkg.delete();
    await expect(pkg.get()).rejects.toThrow(NotFoundError);
    expect((await larder.registry('other').package(copy.id).get()).id).toBe(copy.id);
  });

  it('is downloaded as a stream, and to a path, with progress in bytes of the file', async () => {
    const { id } = await shelf.publish(fileOf(named('down'), 'How to peel a banana.'));
    const pkg = shelf.package(id);
    expect(await text(await pkg.download())).toBe('How to peel a banana.');
    const target = path.join(folder, 'saved.txt');
    const progress: (readonly [number, number])[] = [];
    const [listed] = await pkg.files();
    expect(await text(await pkg.download({ file: listed }))).toBe('How to peel a banana.');
    const saved = await pkg.downloadTo(target, { onProgress: (...now) => progress.push(now) });
    expect(saved).toEqual(listed);
    expect(await readFile(target, 'utf8')).toBe('How to peel a banana.');
    expect(progress.at(-1)).toEqual([21, 21]);
    expect(await readdir(folder)).toEqual(['saved.txt']);
  });

  it('does not replace a file without `replace`, and never a link or a folder', async () => {
    const pkg = shelf.package((await shelf.publish(fileOf(named('taken'), 'new'))).id);
    const target = path.join(folder, 'taken.txt');
    await writeFile(target, 'old');
    await expect(pkg.downloadTo(target)).rejects.toMatchObject({ code: 'EEXIST', path: target });
    expect(await readFile(target, 'utf8')).toBe('old');
    await pkg.downloadTo(target, { replace: true });
    expect(await readFile(target, 'utf8')).toBe('new');
    await mkdir(path.join(folder, 'folder'));
    await symlink(target, path.join(folder, 'link'));
    for (const name of ['folder', 'link'])
      await expect(pkg.downloadTo(path.join(folder, name), { replace: true })).rejects.toThrow(
        'exists and is not a file, so it is not replaced.',
      );
    const missing = path.join(folder, 'missing/a');
    await expect(pkg.downloadTo(missing)).rejects.toMatchObject({ code: 'ENOENT', path: missing });
    expect((await readdir(folder)).toSorted()).toEqual(['folder', 'link', 'taken.txt']);
  });

  it('does not replace a file that was created during the download', async () => {
    const pkg = shelf.package((await shelf.publish(fileOf(named('race'), 'new'))).id);
    const target = path.join(folder, 'race.txt');
    const saved = pkg.downloadTo(target, { onProgress: () => writeFileSync(target, 'other') });
    await expect(saved).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(target, 'utf8')).toBe('other');
    expect(await readdir(folder)).toEqual(['race.txt']);
  });

  it('names its files if there is no such file', async () => {
    const name = named('only');
    const pkg = shelf.package((await shelf.publish(fileOf(name))).id);
    await expect(pkg.download({ file: 'other' })).rejects.toThrow(
      `The package has no file "other". Its files: ${name}`,
    );
  });
});

describe('downloaded bytes that differ from the digest', () => {
  const sha256 = '0'.repeat(64);
  const file = { name: 'a.txt', role: 'main', package: null, size: 5, digests: { sha256, sha512: '' } };
  const script = [
    { status: 200, body: { items: [file] } },
    { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: 'wrong' },
  ];

  it('make the stream fail at its end', async () => {
    const { larder: client } = await startScripted(script, { organization: 'acme' });
    await expect(text(await client.registry('shelf').package('id').download())).rejects.toThrow(
      `its SHA-256 is 8810ad581e59f2bc3928b261707a71308f7e139eb04820366dc4d5c18d980225, not ${sha256}. Try again.`,
    );
  });

  it('leave no file, and the replaced one as it was', async () => {
    const { larder: client } = await startScripted(script, { organization: 'acme' });
    const target = path.join(folder, 'a.txt');
    await writeFile(target, 'old');
    const pkg = client.registry('shelf').package('id');
    await expect(pkg.downloadTo(target, { replace: true })).rejects.toThrow(DamagedDownload);
    expect(await readdir(folder)).toEqual(['a.txt']);
    expect(await readFile(target, 'utf8')).toBe('old');
  });

  it('need the name of a file if there are several', async () => {
    const files = [file, { ...file, name: 'b.txt' }, { ...file, name: 'c.sig', role: 'referrer' }];
    const { larder: client } = await startScripted([{ status: 200, body: { items: files } }], { organization: 'acme' });
    await expect(client.registry('shelf').package('id').download()).rejects.toThrow(
      'The package has several files. Specify `file`, one of: a.txt, b.txt, c.sig',
    );
  });
});
