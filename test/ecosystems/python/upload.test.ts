/** Uploads as the clients of Python send them. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildSdist, buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { useServer } from '../../native/watched-server.ts';
import type { SampleFile } from '../recipe.ts';
import { openWire } from './python-wire.ts';
import type { FormTexts } from './upload-form.ts';

const server = useServer();

const wheel: SampleFile = { name: wheelName('demo', '1.0.0'), bytes: buildWheel() };
const digest = (algorithm: string): string => createHash(algorithm).update(wheel.bytes).digest('hex');

test.each(['', '/', '/legacy', '/legacy/'])('publishes at the URL with the end "%s"', async (path) => {
  const { upload, files } = await openWire(server());
  const reply = await upload(wheel, {}, path);
  expect([reply.status, await reply.json()]).toEqual([200, { name: 'demo', version: '1.0.0' }]);
  expect(await files()).toEqual([wheel.name]);
});

test('publishes wheels and source distributions of one version', async () => {
  const { upload, files } = await openWire(server());
  const sdist = { name: 'demo-1.0.0.tar.gz', bytes: await buildSdist() };
  expect((await upload(wheel, { filetype: 'bdist_wheel', pyversion: 'py3' })).status).toBe(200);
  expect((await upload(sdist, { filetype: 'sdist', pyversion: 'source' })).status).toBe(200);
  expect((await files()).toSorted()).toEqual([wheel.name, sdist.name].toSorted());
});

test('T-PY-3: publishes versions with an epoch and a local part', async () => {
  const { upload, files } = await openWire(server());
  const version = '1!2.0+cpu.1';
  const file = { name: wheelName('demo', version), bytes: buildWheel({ version }) };
  expect((await upload(file, { version })).status).toBe(200);
  expect(await files()).toEqual([file.name]);
});

test('T-PY-4: accepts any spelling of the name and the version', async () => {
  const { upload, files } = await openWire(server());
  const file = { name: wheelName('Demo_Pkg', '1.0.0'), bytes: buildWheel({ name: 'Demo.Pkg' }) };
  expect((await upload(file, { name: 'DEMO-pkg', version: 'v1.0' })).status).toBe(200);
  expect(await files('demo-pkg')).toEqual([file.name]);
});

describe('T-PY-5: fields', () => {
  test('may be missing or empty', async () => {
    const { upload } = await openWire(server());
    const empty = Object.fromEntries(
      ['name', 'version', 'filetype', 'sha256_digest', 'md5_digest', 'requires_python', 'home_page'].map((key) => [
        key,
        '',
      ]),
    );
    expect((await upload(wheel, { ':action': undefined, protocol_version: undefined })).status).toBe(200);
    expect((await upload(wheel, empty)).status).toBe(200);
  });

  test('may be many, and long', async () => {
    const { upload } = await openWire(server());
    const many = Array.from({ length: 900 }, (_, n) => `Topic :: ${n}`);
    const description = 'x'.repeat(1024 ** 2);
    expect((await upload(wheel, { classifiers: many, requires_dist: many, description })).status).toBe(200);
  });

  test('have a limit together', async () => {
    const { upload } = await openWire(server());
    const parts = Array.from({ length: 5 }, () => 'x'.repeat(1024 ** 2));
    expect((await upload(wheel, { classifiers: parts })).status).toBe(400);
    expect((await upload(wheel, { classifiers: Array.from({ length: 2001 }, () => 'x') })).status).toBe(400);
  });
});

describe('T-PY-6: a file that differs from its form', () => {
  test.each<[string, FormTexts, string]>([
    ['name', { name: 'other' }, 'has the name "other" and the version "1.0.0"'],
    ['version', { version: '1.0.1' }, 'and the version "1.0.1"'],
    ['text as version', { version: 'latest' }, 'and the version "latest"'],
    ['kind', { filetype: 'sdist' }, 'has the filetype "sdist", but the file is of bdist_wheel'],
    ['SHA-256', { sha256_digest: '0'.repeat(64) }, 'has the SHA-256'],
    ['MD5', { md5_digest: '0'.repeat(32) }, 'has the MD5'],
  ])('is rejected for another %s, with the reason in the status line', async (_, texts, reason) => {
    const { upload } = await openWire(server());
    const reply = await upload(wheel, texts);
    expect([reply.status, reply.statusText]).toEqual([422, expect.stringContaining(reason)]);
  });

  test('is published if the digests are equal', async () => {
    const { upload } = await openWire(server());
    const texts = { sha256_digest: digest('sha256').toUpperCase(), md5_digest: digest('md5') };
    expect((await upload(wheel, texts)).status).toBe(200);
  });
});

test('T-PY-9: the same file is accepted again, and another one is a conflict in the words of PyPI', async () => {
  const { upload, files } = await openWire(server());
  expect((await upload(wheel)).status).toBe(200);
  expect((await upload(wheel)).status).toBe(200);
  const other = { ...wheel, bytes: buildWheel({ metadata: { Summary: 'Another one' } }) };
  const reply = await upload(other);
  expect([reply.status, reply.statusText]).toEqual([409, expect.stringMatching(/^File already exists/)]);
  expect(await files()).toEqual([wheel.name]);
});

test('other actions of the API are rejected', async () => {
  const { upload } = await openWire(server());
  expect((await upload(wheel, { ':action': 'doc_upload' })).status).toBe(400);
});
