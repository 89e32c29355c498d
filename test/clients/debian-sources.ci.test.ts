/** Source packages with the programs that read and upload them. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { openRepository } from '../native/debian-repository.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { useMachines } from './apt-machines.ts';
import { addSource, homeOf, update } from './debian-customer.ts';
import { makeSource, type Source } from './dpkg-source.ts';
import { present, run, type Ran } from './programs.ts';

const server = useServer();
const machine = useMachines();

let folder = '';
let registry = '';
let sources: readonly Source[] = [];
let gnupg: Readonly<Record<string, string>> = {};

/** A file of a source has the same bytes as that of another revision. */
async function publishSource(to: string, source: Source): Promise<void> {
  for (const name of source.names.filter((file) => !/\.(?:changes|buildinfo)$/.test(file))) {
    const { status } = await publish(server(), to, name, await source.read(name));
    expect([200, 409]).toContain(status);
  }
}

const hasDpkg = present('dpkg-source', 'dpkg-genchanges', 'curl', 'gpg');

describe.skipIf(!hasDpkg)('dpkg-source: sources of a registry', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-sources-'));
    sources = [
      await makeSource({ buildDepends: 'helper (>= 1), other [!amd64], more <cross>' }),
      await makeSource({ version: '1.0-2', buildDepends: 'helper' }),
      await makeSource({ name: 'native', version: '2.0', buildDepends: 'helper' }),
    ];
    registry = await newRegistry(server(), 'debian');
    for (const source of sources) await publishSource(registry, source);
    for (const name of ['helper', 'build-essential'])
      await publish(server(), registry, 'x.deb', Buffer.from(await buildDeb({ control: { Package: name } })));
    gnupg = { GNUPGHOME: path.join(folder, 'gnupg'), HOME: folder };
    await mkdir(path.join(folder, 'gnupg'), { mode: 0o700 });
    await writeFile(path.join(folder, 'key.asc'), await (await fetch(`${homeOf(server(), registry)}/gpgkey`)).text());
    for (const parameters of [['--import'], ['--dearmor', '-o', path.join(folder, 'key.gpg')]])
      succeeded(await run('gpg', ['--batch', ...parameters, path.join(folder, 'key.asc')], { environment: gnupg }));
  });
  afterAll(async () => {
    await run('gpgconf', ['--kill', 'all'], { environment: gnupg });
    for (const source of sources) await source[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const openApt = async (home = homeOf(server(), registry)) => {
    const apt = await machine();
    await addSource(apt, home);
    await update(apt);
    return apt;
  };

  test.each([
    ['hello', 'hello-1.0'],
    ['hello=1.0-1', 'hello-1.0'],
    ['native', 'native-2.0'],
  ])('apt-get source %s unpacks it', async (name, tree) => {
    const apt = await openApt();
    const { ok, output } = await apt.get('source', name);
    expect(ok, output).toBe(true);
    expect(await readFile(path.join(apt.root, tree, 'README'), 'utf8')).toBe(`${tree.replace('-', ' ')}\n`);
  });

  test('apt-get build-dep finds what a source needs on this architecture', async () => {
    const apt = await openApt();
    const { ok, output } = await apt.get('build-dep', '--simulate', 'hello=1.0-1');
    expect(ok, output).toBe(true);
    expect(output.match(/^Inst \S+/gm)?.toSorted()).toEqual(['Inst build-essential', 'Inst helper']);
  });

  test.skipIf(!present('apt-ftparchive', 'dpkg-scansources')).each([
    ['apt-ftparchive', ['sources', '.']],
    ['dpkg-scansources', ['.']],
  ])('%s writes the same stanzas', async (program, parameters) => {
    for (const source of sources) {
      const { stdout } = await run(program, parameters, { folder: source.folder });
      const [expected = ''] = stdout.split('\n\n');
      const version = /^Version: .*$/m.exec(expected)?.[0] ?? 'none';
      const all = await openRepository(server(), registry).text('main/source/Sources');
      const listed = all
        .split('\n\n')
        .find((stanza) => stanza.startsWith('Package: ') && stanza.includes(`\n${version}\n`));
      expect(fieldsOf(listed ?? '')).toEqual(fieldsOf(expected));
    }
  });

  test.skipIf(!present('aptly'))('aptly mirrors sources', async () => {
    const config = path.join(folder, 'aptly.json');
    await writeFile(config, JSON.stringify({ rootDir: path.join(folder, 'aptly'), gpgProvider: 'gpg' }));
    const keys = ['-keyring', path.join(folder, 'key.gpg')];
    const mirror = (...parameters: readonly string[]) =>
      run('aptly', [`-config=${config}`, 'mirror', ...parameters], { environment: gnupg });
    const repository = `${homeOf(server(), registry)}/any/`;
    succeeded(await mirror('create', ...keys, '-with-sources', '-architectures=amd64', 'm', repository, 'any', 'main'));
    succeeded(await mirror('update', ...keys, 'm'));
    const { stdout } = await mirror('show', '-with-packages', 'm');
    expect(
      stdout
        .match(/^ {2}\S+_source$/gm)
        ?.map((line) => line.trim())
        .toSorted(),
    ).toEqual(['hello_1.0-1_source', 'hello_1.0-2_source', 'native_2.0_source']);
  });

  test.skipIf(!present('reprepro'))('reprepro mirrors sources', async () => {
    const base = path.join(folder, 'reprepro');
    await mkdir(path.join(base, 'conf'), { recursive: true });
    const { stdout: keys } = await run('gpg', ['--batch', '--with-colons', '--list-keys'], { environment: gnupg });
    const [, fingerprint = ''] = /^fpr:+([0-9A-F]+):/m.exec(keys) ?? [];
    const distribution = ['Codename: any', 'Architectures: amd64 source', 'Components: main', 'Update: larder'];
    const method = `Method: ${homeOf(server(), registry)}/any/`;
    const from = ['Name: larder', method, 'Suite: any', `VerifyRelease: ${fingerprint.slice(-16)}`];
    await writeFile(path.join(base, 'conf/distributions'), `${distribution.join('\n')}\n`);
    await writeFile(path.join(base, 'conf/updates'), `${from.join('\n')}\n`);
    succeeded(await run('reprepro', ['-b', base, 'update'], { environment: gnupg }));
    const { stdout } = await run('reprepro', ['-b', base, '-A', 'source', 'list', 'any'], { environment: gnupg });
    expect(stdout.trim().split('\n').toSorted()).toEqual([
      'any|main|source: hello 1.0-2',
      'any|main|source: native 2.0',
    ]);
  });

  test.skipIf(!present('debmirror'))('debmirror mirrors sources', async () => {
    const to = path.join(folder, 'debmirror');
    const { host } = new URL(server().url);
    const home = ['--method=http', `--host=${host}`, `--root=acme/${registry}/any`, '--dist=any', '--section=main'];
    const parameters = [...home, '--arch=amd64', '--source', '--nocleanup', `--keyring=${folder}/key.gpg`, '--verbose'];
    succeeded(await run('debmirror', [...parameters, to], { environment: gnupg }));
    const files = await readdir(path.join(to, 'pool/source'), { recursive: true });
    expect(
      files
        .filter((file) => file.endsWith('.dsc'))
        .map((file) => path.basename(file))
        .toSorted(),
    ).toEqual(['hello_1.0-1.dsc', 'hello_1.0-2.dsc', 'native_2.0.dsc']);
    expect(files.filter((file) => file.endsWith('.orig.tar.gz'))).toHaveLength(2);
  });

  describe.skipIf(!present('dput'))('dput', () => {
    async function upload(to: string, source: Source, ...parameters: readonly string[]): Promise<Ran> {
      const { host } = new URL(server().url);
      const config = path.join(folder, `${to}.cf`);
      const readme = await readFile(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
      const [, section = ''] = /^```ini dput\n(.*?)^```/ms.exec(readme) ?? [];
      await writeFile(config, section.replace('127.0.0.1:8080', host).replace('my-org/my-registry', `acme/${to}`));
      const [changes = ''] = source.names.filter((name) => name.endsWith('.changes'));
      const command = `exec setsid -w dput "$@" <<< "${server().token}"`;
      const dput = ['-c', config, '-u', '-U', ...parameters, 'my-registry', changes];
      return await run('bash', ['-c', command, 'dput', ...dput], { folder: source.folder, environment: gnupg });
    }

    test('uploads a source, and the same again, with a password that it prompts for', async () => {
      const to = await newRegistry(server(), 'debian', { isPublic: false });
      const [first, second] = sources;
      for (const source of [first, first, second]) if (source) succeeded(await upload(to, source, '-f'));
      const text = await openRepository(server(), to).text('main/source/Sources');
      expect(text.match(/^Version: .*$/gm)).toEqual(['Version: 1.0-1', 'Version: 1.0-2']);
    });
  });
});

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output);
}

/** Returns the fields of a stanza by their lower-case names, without those that depend on the archive. */
function fieldsOf(stanza: string): ReadonlyMap<string, unknown> {
  const fields = stanza
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((field) => field.split(/:(.*)/s).slice(0, 2));
  return new Map(
    fields
      .map(
        ([name = '', value = '']) =>
          [
            name.toLowerCase(),
            value
              .trim()
              .split('\n')
              .map((line) => line.trim()),
          ] as const,
      )
      .filter(([name]) => !['directory', 'priority', 'section', 'checksums-sha512'].includes(name))
      .map(([name, lines]) => [name, lines.toSorted()]),
  );
}
