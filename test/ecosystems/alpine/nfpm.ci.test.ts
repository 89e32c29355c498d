/** Packages that nfpm builds and signs. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { present, run } from '../../clients/programs.ts';
import { bodyOf } from '../../fixtures/replies.ts';
import { publish } from '../../fixtures/server.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { recordsIn } from './read-index.ts';

const server = useServer();
const reader = path.join(import.meta.dirname, 'apk_reader.py');

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

describe.skipIf(!present('nfpm', 'python3', 'openssl'))('nfpm', () => {
  test.each([
    ['signed', 'amd64', 'x86_64'],
    ['unsigned', 'all', 'noarch'],
  ])('builds %s packages that are accepted, listed and fetched', async (kind, built, architecture) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-nfpm-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(path.join(folder, 'demo.sh'), '#!/bin/sh\necho demo\n');
    await writeFile(path.join(folder, 'key.pem'), privateKey);
    await writeFile(path.join(folder, 'nfpm.yaml'), configuration(built, kind === 'signed'));
    const { ok, output } = await run('nfpm', ['package', '--packager', 'apk'], { folder });
    expect(ok, output).toBe(true);
    const name = (await readdir(folder)).find((file) => file.endsWith('.apk')) ?? '';
    const bytes = Buffer.from(await readFile(path.join(folder, name)));
    const registry = await newRegistry(server(), 'alpine');
    expect(await bodyOf(publish(server(), registry, name, bytes), 'Package')).toMatchObject({
      name: 'demo',
      version: '1.2.3_rc1-r4',
      variant: architecture,
      metadata: { description: 'Says demo\nin two lines.', depends: 'busybox so:libc.musl-x86_64.so.1' },
    });
    const home = `${server().url}/acme/${registry}`;
    const index = await fetch(`${home}/alpine_any/alpine_any/main/x86_64/APKINDEX.tar.gz`);
    expect(recordsIn(Buffer.from(await index.arrayBuffer()))).toMatchObject([
      { A: architecture, I: expect.stringMatching(/^[1-9]/), T: 'Says demo', p: 'cmd:demo=1.2.3_rc1-r4' },
    ]);
    const fetched = await run('python3', [reader, home, 'x86_64', 'fetch', 'demo', '1.2.3_rc1-r4', 'got.apk'], {
      folder,
    });
    expect(fetched.output).toBe('');
    expect((await readFile(path.join(folder, 'got.apk'))).equals(bytes)).toBe(true);
  });
});

function configuration(arch: string, isSigned: boolean): string {
  return JSON.stringify({
    name: 'demo',
    arch,
    version: '1.2.3',
    prerelease: 'rc1',
    release: '4',
    maintainer: 'Zoë <zoe@example.test>',
    description: 'Says demo\nin two lines.',
    license: 'MIT',
    homepage: 'https://example.test/',
    depends: ['busybox', 'so:libc.musl-x86_64.so.1'],
    provides: ['cmd:demo=1.2.3_rc1-r4'],
    contents: [
      { src: 'demo.sh', dst: '/usr/bin/demo', file_info: { mode: 0o755 } },
      { src: '/usr/bin/demo', dst: '/usr/bin/demo-link', type: 'symlink' },
    ],
    scripts: { postinstall: 'demo.sh' },
    ...(isSigned && { apk: { signature: { key_file: 'key.pem', key_name: 'zoe@example.test-0123abcd' } } }),
  });
}
