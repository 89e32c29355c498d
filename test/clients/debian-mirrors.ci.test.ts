/**
 * Programs that make systems and mirrors of Debian repositories: each finds packages for one architecture and for all, and
 * udebs only if it requests them.
 */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRegistry } from '../native/watched-server.ts';
import { useCustomerServer } from './customer-server.ts';
import { homeOf, publishWithCurl } from './debian-customer.ts';
import { present, run } from './programs.ts';

const server = useCustomerServer();
let folder = '';
let repository = '';
let keyring = '';
/** As the scripts of Debian's suites, but for a base system of the required packages alone. */
const debootstrapScript = `mirror_style release
download_style apt
finddebs_style from-indices
variants - minbase
keyring /none
work_out_debs () {
  required="$(get_debs Priority: required)"
  base=""
}
`;
let gnupg: Readonly<Record<string, string>> = {};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-mirror-'));
  // debootstrap and mmdebstrap read the key as another user.
  await chmod(folder, 0o755);
  const registry = await newRegistry(server(), 'debian');
  const common = { Priority: 'required', Section: 'admin' };
  for (const control of [
    { Package: 'for-all', Architecture: 'all', ...common },
    { Package: 'for-amd64', Architecture: 'amd64', Depends: 'for-all', ...common },
  ]) {
    await publishWithCurl(server(), registry, { control, files: { [`usr/share/${control.Package}`]: 'here' } });
  }
  for (const Architecture of ['all', 'amd64']) {
    const control = { Package: `udeb-${Architecture}`, Architecture, Section: 'debian-installer' };
    const content = { control, files: { [`usr/share/${control.Package}`]: 'here' } };
    await publishWithCurl(server(), registry, content, `${control.Package}.udeb`);
  }
  const home = homeOf(server(), registry);
  repository = `${home}/any/`;
  keyring = path.join(folder, 'key.gpg');
  gnupg = { GNUPGHOME: path.join(folder, 'gnupg'), HOME: folder };
  await mkdir(path.join(folder, 'gnupg'), { mode: 0o700 });
  await writeFile(path.join(folder, 'key.asc'), await (await fetch(`${home}/gpgkey`)).text());
  await run('gpg', ['--batch', '--dearmor', '-o', keyring, path.join(folder, 'key.asc')], { environment: gnupg });
  await run('gpg', ['--batch', '--import', path.join(folder, 'key.asc')], { environment: gnupg });
});

afterEach(async () => {
  await run('gpgconf', ['--kill', 'all'], { environment: gnupg });
  await rm(folder, { recursive: true, force: true });
});

/** Both make device files or change the root, and so run for root alone. */
const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot || !present('debootstrap', 'gpg'))('debootstrap', () => {
  test('lists the packages of a base system', async () => {
    const script = path.join(folder, 'script');
    await writeFile(script, debootstrapScript);
    const parameters = ['--print-debs', '--variant=minbase', '--arch=amd64', `--keyring=${keyring}`, 'any'];
    const { ok, stdout, output } = await run('debootstrap', [
      ...parameters,
      path.join(folder, 'root'),
      repository,
      script,
    ]);
    expect(ok, output).toBe(true);
    expect(stdout.trim().split(/\s+/).toSorted()).toEqual(['for-all', 'for-amd64']);
  });
});

describe.skipIf(!isRoot || !present('mmdebstrap', 'gpg'))('mmdebstrap', () => {
  test('extracts the packages of a base system', async () => {
    const root = path.join(folder, 'root');
    const parameters = ['--variant=extract', '--mode=root', '--architectures=amd64', '--include=for-amd64,for-all'];
    const source = `deb [signed-by=${keyring}] ${repository} any main`;
    const { ok, output } = await run('mmdebstrap', [...parameters, '--format=directory', 'any', root, source]);
    expect(ok, output).toBe(true);
    for (const name of ['for-all', 'for-amd64']) {
      expect(await readFile(path.join(root, 'usr/share', name), 'utf8')).toBe('here');
    }
  });
});

describe.skipIf(!present('aptly', 'gpg'))('aptly', () => {
  test('mirrors the packages for one architecture and for all', async () => {
    const config = path.join(folder, 'aptly.json');
    await writeFile(config, JSON.stringify({ rootDir: path.join(folder, 'aptly'), gpgProvider: 'gpg' }));
    const mirror = (...parameters: readonly string[]) =>
      run('aptly', [`-config=${config}`, 'mirror', ...parameters], { environment: gnupg });
    const keys = ['-keyring', keyring];
    for (const parameters of [
      ['create', ...keys, '-architectures=amd64', 'm', repository, 'any', 'main'],
      ['update', ...keys, 'm'],
    ]) {
      const { ok, output } = await mirror(...parameters);
      expect(ok, output).toBe(true);
    }
    const { stdout } = await mirror('show', '-with-packages', 'm');
    expect(stdout.match(/^ {2}\S+_\S+$/gm)).toEqual(['  for-all_1.0.0_all', '  for-amd64_1.0.0_amd64']);
    for (const parameters of [
      ['create', ...keys, '-architectures=amd64', '-with-udebs', 'u', repository, 'any', 'main'],
      ['update', ...keys, 'u'],
    ]) {
      const { ok, output } = await mirror(...parameters);
      expect(ok, output).toBe(true);
    }
    expect((await mirror('show', '-with-packages', 'u')).stdout.match(/^ {2}\S+_\S+$/gm)).toEqual([
      '  for-all_1.0.0_all',
      '  for-amd64_1.0.0_amd64',
      '  udeb-all_1.0.0_all',
      '  udeb-amd64_1.0.0_amd64',
    ]);
  });
});

describe.skipIf(!present('reprepro', 'gpg'))('reprepro', () => {
  test('mirrors the packages for one architecture and for all', async () => {
    const base = path.join(folder, 'reprepro');
    await mkdir(path.join(base, 'conf'), { recursive: true });
    const { stdout: keys } = await run('gpg', ['--batch', '--with-colons', '--list-keys'], { environment: gnupg });
    const [, fingerprint = ''] = /^fpr:+([0-9A-F]+):/m.exec(keys) ?? [];
    const distribution = [
      'Codename: any',
      'Architectures: amd64',
      'Components: main',
      'UDebComponents: main',
      'Update: larder',
    ];
    const update = ['Name: larder', `Method: ${repository}`, 'Suite: any', `VerifyRelease: ${fingerprint.slice(-16)}`];
    await writeFile(path.join(base, 'conf/distributions'), `${distribution.join('\n')}\n`);
    await writeFile(path.join(base, 'conf/updates'), `${update.join('\n')}\n`);
    const { ok, output } = await run('reprepro', ['-b', base, 'update'], { environment: gnupg });
    expect(ok, output).toBe(true);
    const { stdout } = await run('reprepro', ['-b', base, 'list', 'any'], { environment: gnupg });
    expect(stdout.trim().split('\n').toSorted()).toEqual([
      'any|main|amd64: for-all 1.0.0',
      'any|main|amd64: for-amd64 1.0.0',
      'u|any|main|amd64: udeb-all 1.0.0',
      'u|any|main|amd64: udeb-amd64 1.0.0',
    ]);
  });
});

describe.skipIf(!present('debmirror', 'gpgv', 'gpg'))('debmirror', () => {
  test('mirrors debs, udebs and the lists of their files, and checks all digests', async () => {
    const mirror = path.join(folder, 'debmirror');
    const config = path.join(folder, 'debmirror.conf');
    // A program in Perl, without settings.
    await writeFile(config, '1;\n');
    const { protocol, host, pathname } = new URL(repository);
    const source = ['--method', protocol.slice(0, -1), '--host', host, '--root', pathname, '--dist', 'any'];
    const wanted = ['--arch', 'amd64', '--section', 'main,main/debian-installer', '--nosource', '--getcontents'];
    const checks = ['--keyring', keyring, '--checksums', '--config-file', config];
    const others = ['--diff', 'none', '--i18n', '--rsync-extra', 'none'];
    const parameters = [...source, ...wanted, ...checks, ...others, mirror];
    const { ok, output } = await run('debmirror', parameters, { environment: gnupg });
    expect(ok, output).toBe(true);
    const files = (await readdir(mirror, { recursive: true })).map((file) => path.basename(file));
    expect(files.filter((file) => file.endsWith('deb')).toSorted()).toEqual([
      'for-all_1.0.0_all.deb',
      'for-amd64_1.0.0_amd64.deb',
      'udeb-all_1.0.0_all.udeb',
      'udeb-amd64_1.0.0_amd64.udeb',
    ]);
    expect(files).toEqual(expect.arrayContaining(['Contents-amd64.gz']));
  });
});
