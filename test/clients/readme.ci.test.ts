/** The commands of README.md from the first start on, in order, as a new user runs them. */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { script } from '../cli/larder.ts';
import { buildApk } from '../fixtures/apk-package.ts';
import { buildChart } from '../fixtures/chart.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildRpm } from '../fixtures/rpm-package.ts';
import { buildSource } from '../fixtures/source-package.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { startServerProcess, type ServerProcess } from '../fixtures/server-process.ts';
import { helms } from '../ecosystems/helm_oci/helm.ts';
import { useMachines } from './apt-machines.ts';
import { createDnf, hasDnf } from './dnf.ts';
import { hasPip, unconfigured } from './pip.ts';
import { present, run, type Ran } from './programs.ts';
import { createZypper, hasZypper } from './zypper.ts';

const newMachine = useMachines();
const control = { Package: 'banana', Version: '1.1-2', Architecture: 'amd64' };
const hasApt = present('apt-get');
const hasReader = present('wget', 'openssl', 'python3');
const hasTerraform = present('terraform');
/** The newest, whose options the README has. */
const helm = helms.at(-1)?.program;

/** The blocks of README.md that are run, in this order. */
const order = [
  'login',
  'publish',
  'standing',
  'servers',
  'install',
  'sources',
  'apk',
  'dnf',
  'zypper',
  'pip',
  'terraform',
  'oci',
  'charts',
  'download',
  'builds',
  'put',
  'use',
];
/** Those whose client this machine may lack. */
const absent = [
  ...(hasApt ? [] : ['install', 'sources']),
  ...(hasReader ? [] : ['apk']),
  ...(hasDnf ? [] : ['dnf']),
  ...(hasDnf && hasZypper ? [] : ['zypper']),
  ...(hasPip() ? [] : ['pip']),
  ...(hasTerraform ? [] : ['terraform']),
  ...(helm === undefined ? ['oci', 'charts'] : []),
  ...(present('openssl') ? [] : ['put']),
];

let server: ServerProcess;
let folder: string;
let ran: Ran;
/** What each block wrote. */
let outputs: ReadonlyMap<string, string>;

describe.skipIf(!present('bash', 'curl'))('bash and curl: README.md from top to bottom', () => {
  beforeAll(async () => {
    server = await startServerProcess();
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-readme-'));
    const url = await server.ready();
    await mkdir(path.join(folder, 'home'));
    await writeFile(path.join(folder, 'banana_1.1-2_amd64.deb'), await buildDeb({ control }));
    const { dsc, files } = await buildSource({ name: 'banana', version: '1.1-2' });
    for (const { name, bytes } of [dsc, ...files]) await writeFile(path.join(folder, name), bytes);
    const info = { pkgname: 'banana', pkgver: '1.1-r2', arch: 'x86_64' };
    await writeFile(path.join(folder, 'banana-1.1-r2.apk'), await buildApk({ info }));
    await writeFile(path.join(folder, 'banana-1.0-py3-none-any.whl'), buildWheel({ name: 'banana', version: '1.0' }));
    const rpm = { name: 'banana', version: '1.1', release: '2', arch: 'x86_64' };
    await writeFile(path.join(folder, 'banana-1.1-2.x86_64.rpm'), buildRpm(rpm));
    await writeFile(path.join(folder, 'banana-1.0.0.tgz'), await buildChart({ name: 'banana' }));
    const machine = await newMachine();
    await using dnf = await createDnf();
    await using zypper = await createZypper();
    const blocks = (await blocksOf('README.md')).filter(({ name }) => !absent.includes(name));
    // The login reads the token from a terminal, or as here.
    const [, token = ''] = /^ +token +(\S+)/m.exec(server.stdout()) ?? [];
    await writeFile(path.join(folder, 'home', 'token'), token);
    const lines = [
      `npx() { shift; '${process.execPath}' '${script}' "$@"; }`,
      apkFunction,
      `helm() { '${helm}' "$@"; }`,
      ...[dnf, zypper].map(({ command }) => `${command[0]}() { HOME=/ command ${command.join(' ')} "$@"; }`),
      'exec < ~/token',
      ...blocks.flatMap(({ name, text }) => [
        `printf '\\n--- ${name}\\n'`,
        changed(text, url, { apt: machine.root, dnf: dnf.root, zypper: zypper.root }),
      ]),
    ];
    const nobody = {
      HOME: path.join(folder, 'home'),
      XDG_CONFIG_HOME: '',
      LARDER_ORGANIZATION: '',
      LARDER_TOKEN: '',
      TF_CLI_CONFIG_FILE: '',
    };
    const environment = { ...unconfigured(), ...nobody, APT_CONFIG: `${machine.root}/apt.conf` };
    ran = await run('bash', ['-e', '-c', lines.join('\n')], { folder, environment });
    const parts = ran.stdout.split(/^--- (\w+)\n/m).slice(1);
    outputs = new Map(parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? '']] : [])));
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test('has all blocks in their order, and each line succeeds', async () => {
    expect((await blocksOf('README.md')).map(({ name }) => name)).toEqual(order);
    expect([ran.ok, [...outputs.keys()]], ran.output).toEqual([true, order.filter((name) => !absent.includes(name))]);
  });

  test('publishes, shows, copies, downloads and deletes', async () => {
    const output = outputs.get('publish');
    for (const line of [/^Published banana 1\.1-2 \(amd64\)/m, /^Published banana 1\.0/m, /^manual +2\.0\.0/m])
      expect(output).toMatch(line);
    expect(await readFile(path.join(folder, 'copy.txt'), 'utf8')).toBe('How to peel a banana.\n');
  });

  test('unlists, offers, withdraws, restores and tags', () => {
    const lines = outputs.get('standing') ?? '';
    for (const line of [
      /^banana 1\.0 \(py3-none-any\) is unlisted: Broken on arm64$/m,
      /^banana 1\.0 \(py3-none-any\) is withdrawn: Has a security hole$/m,
      /^banana 1\.0 \(py3-none-any\) is offered$/m,
      /^tags +stable$/m,
      /^banana is deprecated: Use apple instead$/m,
    ])
      expect(lines).toMatch(line);
  });

  test.skipIf(!hasApt)('installs with apt-get', () => {
    expect(outputs.get('install')).toContain('Setting up banana (1.1-2)');
  });

  test.skipIf(!hasApt)('downloads a source with apt-get', () => {
    expect(outputs.get('sources')).toContain('Published banana 1.1-2 (source)');
    expect(outputs.get('sources')).toMatch(/^Fetched /m);
  });

  test.skipIf(!hasReader)('has an index for apk that its key has signed', () => {
    expect(outputs.get('apk')).toContain('banana 1.1-r2 x86_64');
  });

  test.skipIf(!hasDnf)('installs with dnf', () => {
    expect(outputs.get('dnf')).toMatch(/Installed:\s+banana-1\.1-2\.x86_64/);
  });

  test.skipIf(!hasDnf || !hasZypper)('installs with zypper', () => {
    expect(outputs.get('zypper')).toContain('Installing: banana-1.1-2.x86_64');
  });

  test.skipIf(!hasPip())('installs with pip', () => {
    expect(outputs.get('pip')).toContain('Successfully installed banana-1.0');
  });

  test.skipIf(!hasTerraform)('installs with terraform', () => {
    expect(outputs.get('terraform')).toContain('Terraform has been successfully initialized!');
  });

  test.skipIf(helm === undefined)('pushes a chart, and pulls it', async () => {
    expect(await readFile(path.join(folder, 'pulled/banana/Chart.yaml'), 'utf8')).toContain('banana');
  });

  test.skipIf(helm === undefined)('finds a chart in a repository, and renders it', () => {
    expect(outputs.get('charts')).toMatch(/^my-charts\/banana\s+1\.0\.0/m);
  });

  test('stores secrets in private files, and shows none', async () => {
    const files = [
      'servers.token',
      'alpine.token',
      'readers.token',
      'builds.token',
      ...(hasDnf ? ['redhat.token'] : []),
      ...(hasPip() ? ['notebooks.token'] : []),
      ...(hasTerraform ? ['modules.token'] : []),
      ...(helm === undefined ? [] : ['oci.token', 'charts.token']),
    ];
    for (const file of files) {
      expect([file, ((await stat(path.join(folder, file))).mode & 0o777).toString(8)]).toEqual([file, '600']);
      expect(ran.output).not.toContain((await readFile(path.join(folder, file), 'utf8')).trim());
    }
  });

  test('publishes, finds, copies and deletes with curl and a token for builds', () => {
    expect(replies(outputs.get('builds') ?? '')).toMatchObject([
      { name: 'manual', version: '2.1.0' },
      { items: [{ version: '2.1.0' }, { version: '2.0.0' }] },
    ]);
    expect(replies(outputs.get('use') ?? '')).toMatchObject([
      { name: 'manual', version: '2.1.0' },
      { items: [{ name: 'manual-2.1.0.txt' }] },
      { name: 'manual', registry: { slug: 'my-other-files' } },
      { message: 'Deleted manual 2.1.0 (txt).' },
    ]);
  });
});

/** No registry of packages has apk. The reader that takes its place lists the repository with the key that it finds. */
const apkFunction = `apk() {
  root=$(dirname "$APT_CONFIG")/etc/apk
  url=$(sed 's,/alpine_any/alpine_any/main$,,' "$root"/repositories.d/*.list)
  APK_KEYS=$root/keys python3 '${path.resolve(import.meta.dirname, '../ecosystems/alpine/apk_reader.py')}' "$url" x86_64 list
}`;

interface Block {
  readonly name: string;
  readonly text: string;
}

/** Returns the blocks of shell lines before those about programs, that have a name. */
async function blocksOf(file: string): Promise<readonly Block[]> {
  const text = await readFile(path.resolve(import.meta.dirname, '../..', file), 'utf8');
  const [start = ''] = text.split(/^## From a program$/m);
  return [...start.matchAll(/^```sh (\w+)\n(.*?)^```/gms)].map(([, name = '', lines = '']) => ({ name, text: lines }));
}

/** Changes lines only to leave the machine alone. */
function changed(lines: string, url: string, roots: Readonly<Record<'apt' | 'dnf' | 'zypper', string>>): string {
  return lines
    .replaceAll('http://127.0.0.1:8080', url)
    .replaceAll('127.0.0.1:8080', new URL(url).host)
    .replaceAll('/etc/apt', `${roots.apt}/etc/apt`)
    .replaceAll('/etc/apk', `${roots.apt}/etc/apk`)
    .replaceAll('/etc/yum', `${roots.dnf}/etc/yum`)
    .replaceAll('/etc/zypp', `${roots.zypper}/etc/zypp`)
    .replaceAll('apt-get install', 'apt-get install --yes')
    .replace('pip install', 'python3 -m pip install --no-cache-dir --target installed');
}

/** The JSON responses that curl wrote one after the other. */
function replies(output: string): unknown[] {
  return output
    .replaceAll('}{', '}\n{')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown);
}
