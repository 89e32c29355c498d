/** Packages of every form that dpkg-deb and nfpm write, for comparisons with dpkg-scanpackages and apt-ftparchive. */
import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../clients/programs.ts';

const compressions = ['none', 'gzip', 'xz', 'zstd'] as const;

/** The packages of dpkg-deb, and those of nfpm. */
const counts = { dpkg: 168, nfpm: 32 } as const;

/** Writes 200 packages into `pool` of a folder. `nfpm` is the program. */
export async function writeCorpus(folder: string, nfpm: string): Promise<void> {
  await mkdir(path.join(folder, 'pool'));
  for (let n = 0; n < counts.dpkg; n += 4)
    await Promise.all([n, n + 1, n + 2, n + 3].map((number) => packByDpkg(folder, number)));
  for (let n = 0; n < counts.nfpm; n += 4)
    await Promise.all([n, n + 1, n + 2, n + 3].map((number) => packByNfpm(folder, nfpm, number)));
}

/** Each number has one of the values of each list, in all combinations if the lengths have no common divisor. */
function pick<T>(n: number, ...values: readonly [T, ...T[]]): T {
  return values[n % values.length] ?? values[0];
}

function controlOf(n: number): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    Package: pick(n, `pkg-${n}`, `lib${n}++`, `a.b${n}`),
    Source: pick(n, undefined, `source-${n}`, `source-${n} (2:1.0)`),
    Version: pick(n, '1.0', '2:1.0~rc1-1', '1.0+b1', '0~git20240101.abcdef-0ubuntu1', '3:4.5-6.7'),
    Architecture: pick(n, 'amd64', 'all'),
    Maintainer: pick(n, 'Tess Tester <tess@example.test>', 'Zoë Ünï <zoe@example.test>'),
    'Installed-Size': pick(n, '12', undefined, '123456789'),
    'Pre-Depends': pick(n, undefined, 'dpkg (>= 1.17.14)', undefined, undefined),
    Depends: pick(n, 'libc6 (>= 2.34), a | b:any (<< 2~)', undefined, 'x,\n y (= 1:2-3),\n z', 'python3:any'),
    Recommends: pick(n, undefined, 'r1 | r2, r3', undefined),
    Suggests: pick(n, 's (>> 1)', undefined),
    Enhances: pick(n, undefined, undefined, 'e'),
    Breaks: pick(n, undefined, `pkg-${n} (<< 1)`),
    Conflicts: pick(n, 'c', undefined, undefined),
    Replaces: pick(n, undefined, 'r (<= 2)', 'q'),
    Provides: pick(n, `virtual-${n} (= 1)`, undefined, 'mail-transport-agent'),
    'Built-Using': pick(n, undefined, 'gcc-12 (= 12.2.0-14)'),
    Section: pick(n, 'utils', 'contrib/net', 'non-free/libs', undefined, 'web'),
    Priority: pick(n, 'optional', 'required', 'extra', undefined),
    Essential: pick(n, undefined, undefined, undefined, 'yes', 'no'),
    'Multi-Arch': n % 2 === 0 ? pick(n / 2, 'same', 'foreign', undefined) : pick(n, 'foreign', undefined, 'allowed'),
    Homepage: pick(n, 'https://example.test/?a=1&b=2', undefined),
    Tag: pick(n, undefined, 'role::program, implemented-in::c,\n use::viewing'),
    'X-Custom-Field': pick(n, 'value: with colon', undefined, undefined),
    Description: pick(
      n,
      'Says hello',
      'Ünïcode & <b>\n Text of several lines,\n .\n   indented,\n\tand with a tab.',
      `Long ${'word '.repeat(300)}end`,
      'Lists\n * one\n * two\n .\n Last line.',
    ),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function filesOf(n: number): readonly string[] {
  return [
    ...pick(n, [`usr/bin/tool-${n}`], [], ['usr/bin/same'], ['opt/two words/a  b', 'usr/share/Zoë/漢字']),
    ...pick(n, [], [`usr/share/${'deep/'.repeat(40)}file`, `usr/share/${'x'.repeat(180)}`], ['etc/a,b', 'etc/#c']),
    ...(n % 40 === 7 ? Array.from({ length: 2000 }, (_, at) => `usr/share/many-${n}/${at % 7}/file-${at}`) : []),
  ];
}

async function packByDpkg(folder: string, n: number): Promise<void> {
  const root = path.join(folder, `root-${n}`);
  await mkdir(path.join(root, 'DEBIAN'), { recursive: true });
  await writeFile(path.join(root, 'DEBIAN/control'), controlOf(n));
  const files = filesOf(n);
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), `${file} ${n}\n`);
  }
  await mkdir(path.join(root, 'var/empty'), { recursive: true });
  const [first] = files;
  if (first !== undefined) {
    await symlink(`/${first}`, path.join(root, 'var/symbolic'));
    await link(path.join(root, first), path.join(root, 'var/hard'));
  }
  const archive = path.join(folder, 'pool', `dpkg-${n}.deb`);
  const compression = `-Z${compressions[Math.floor(n / 3) % compressions.length]}`;
  const { ok, output } = await run('dpkg-deb', ['--root-owner-group', compression, '--build', root, archive]);
  if (!ok) throw new Error(output);
}

async function packByNfpm(folder: string, program: string, n: number): Promise<void> {
  const content = path.join(folder, `content-${n}`);
  await writeFile(content, `content ${n}\n`);
  const config = {
    name: `nfpm-${n}`,
    arch: pick(n, 'amd64', 'all'),
    version: `1.${n}.0-beta.1`,
    epoch: pick(n, '2', ''),
    release: '7',
    section: pick(n, 'default', 'net', ''),
    priority: 'extra',
    maintainer: 'Tess <tess@example.test>',
    homepage: 'https://example.test/?a&b',
    license: 'MIT',
    description: pick(n, 'One line', `Two lines\nünïcode ${n}`),
    depends: ['bash', 'foo (>= 1.2)'],
    provides: [`virtual-nfpm-${n} (= 3)`],
    contents: [
      { src: content, dst: `/usr/bin/nfpm-${n}` },
      { src: content, dst: `/etc/nfpm-${n}.conf`, type: 'config' },
      { dst: `/var/lib/nfpm-${n}`, type: 'dir' },
      { src: `/usr/bin/nfpm-${n}`, dst: `/usr/bin/nfpm-link-${n}`, type: 'symlink' },
    ],
    deb: { compression: pick(n, 'gzip', 'xz', 'zstd', 'none'), fields: { Bugs: 'https://bugs.example.test' } },
  };
  const file = path.join(folder, `nfpm-${n}.json`);
  await writeFile(file, JSON.stringify(config));
  const target = path.join(folder, 'pool', `nfpm-${n}.deb`);
  const { ok, output } = await run(program, ['package', '--config', file, '--packager', 'deb', '--target', target]);
  if (!ok) throw new Error(output);
}
