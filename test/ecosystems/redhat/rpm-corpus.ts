/** Packages of every form that rpmbuild and nfpm write, for comparisons with createrepo_c. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../clients/programs.ts';

/** rpm's values of `_binary_payload`. */
const payloads = ['w9.gzdio', 'w2.xzdio', 'w3.zstdio', 'w9.bzdio', 'w2.lzdio', 'w.ufdio'] as const;

const nfpmPayloads = ['gzip', 'xz', 'zstd', 'lzma'] as const;

const packagesPerPayload = 30;

/** Writes packages into a folder, and returns their paths. `tools` is the folder of nfpm. */
export async function writeCorpus(folder: string, tools: string): Promise<readonly string[]> {
  for (const [n, payload] of payloads.entries()) await rpmbuild(folder, n, payload);
  for (const [n, payload] of nfpmPayloads.entries())
    for (let form = 0; form < 5; form += 1) await nfpm(folder, tools, n * 5 + form, payload);
  const files = await readdir(path.join(folder, 'rpms'), { recursive: true });
  return files.filter((file) => file.endsWith('.rpm')).map((file) => path.join(folder, 'rpms', file));
}

async function rpmbuild(folder: string, number: number, payload: string): Promise<void> {
  const spec = path.join(folder, `set${number}.spec`);
  await writeFile(spec, specOf(number));
  const macros = {
    _topdir: path.join(folder, 'build'),
    _rpmdir: path.join(folder, 'rpms'),
    _srcrpmdir: path.join(folder, 'rpms'),
    _binary_payload: payload,
    _source_payload: payload,
    _build_id_links: 'none',
    _unpackaged_files_terminate_build: '0',
  };
  const defines = Object.entries(macros).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  await mkdir(path.join(folder, 'build'), { recursive: true });
  const { ok, output } = await run('rpmbuild', [...defines, '-ba', spec], { folder });
  if (!ok) throw new Error(output);
}

function specOf(number: number): string {
  const subpackages = Array.from({ length: packagesPerPayload }, (_, n) => n);
  return `
Name: set${number}
Epoch: ${number}
Version: 1.${number}~rc1
Release: 2^git${number}
Summary: A set of <packages> & more
License: MIT and "others"
URL: https://example.test/?a=1&b=2
Vendor: Exämple
Packager: Tess <tess@example.test>
${number % 2 === 0 ? 'Group: System/Tools' : ''}
%description
The main package.

  Indented, with a tab	and ünïcode: 日本語 & <b>.
${subpackages.map((n) => subpackage(number, n)).join('\n')}
%install
mkdir -p %{buildroot}/usr/bin %{buildroot}/etc/set %{buildroot}/usr/share/set %{buildroot}/usr/lib
for n in $(seq 0 ${packagesPerPayload - 1}); do
  echo "$n" > "%{buildroot}/usr/bin/tool-$n"; echo "$n" > "%{buildroot}/etc/set/conf & <$n>"
  echo "$n" > "%{buildroot}/usr/share/set/dätei $n"; mkdir -p "%{buildroot}/usr/share/set/folder-$n"
  ln -s "tool-$n" "%{buildroot}/usr/bin/link-$n"
done
echo x > %{buildroot}/usr/lib/sendmail
%files
/usr/lib/sendmail
%changelog
${Array.from({ length: 12 }, (_, n) => change(n)).join('\n')}
`;
}

function change(n: number): string {
  const day = n < 3 ? 'Tue Jan 02 2024' : `Mon Jan 0${n === 11 ? 2 : 1} ${2023 - n}`;
  const dates =
    n < 3 ? day : new Date(Date.UTC(2023 - n, 0, 5)).toUTCString().replace(/^(\w+), 05 (\w+) (\d+).*/, '$1 $2 05 $3');
  return `* ${dates} Ann & Bob <ann@example.test> - 1.${n}-1\n- change <${n}>, "quoted"\n- more\n`;
}

function subpackage(number: number, n: number): string {
  const lines = [
    `%package -n part-${number}-${n}`,
    `Summary: Part ${n}`,
    ...(n % 3 === 0 ? ['BuildArch: noarch'] : []),
    ...(n % 4 === 0 ? [`Requires: set${number} = %{epoch}:%{version}-%{release}`] : []),
    ...(n % 5 === 0
      ? ['Requires(pre): /bin/sh', 'Requires(post): coreutils', 'Requires(preun): sed', 'Requires: sed']
      : []),
    ...(n % 6 === 0 ? ['Requires: (foo if bar)', 'Requires: ((a >= 1 with a < 2) or b)'] : []),
    ...(n % 7 === 0
      ? ['Recommends: rec >= 1:2-3', 'Suggests: sug', 'Supplements: (x and y)', 'Enhances: enh < 4']
      : []),
    ...(n % 8 === 0
      ? ['Provides: virtual(x) = 2:1.0', 'Provides: plain', 'Obsoletes: old < 2', 'Conflicts: bad <= 1-1']
      : []),
    ...(n % 9 === 0
      ? [
          'Requires: libc.so.6(GLIBC_2.4)(64bit)',
          'Requires: libc.so.6()(64bit)',
          'Requires: libc.so.6(GLIBC_2.34)(64bit)',
          'Requires: zzz',
        ]
      : []),
    ...(n % 10 === 0 ? [`Requires: /usr/bin/tool-${n}`, 'Requires: plain', 'Requires: virtual(x) = 2:1.0'] : []),
    `%description -n part-${number}-${n}`,
    n === 1 ? 'A long description & more.\n'.repeat(3000) : `Part <${n}> of ünits.`,
    ...(n % 5 === 1
      ? [
          `%pre -n part-${number}-${n}`,
          'true',
          `%posttrans -n part-${number}-${n}`,
          'true',
          `%pretrans -n part-${number}-${n}`,
          'true',
        ]
      : []),
    `%files -n part-${number}-${n}`,
    `/usr/bin/tool-${n}`,
    `/usr/bin/link-${n}`,
    `"/etc/set/conf & <${n}>"`,
    `"/usr/share/set/dätei ${n}"`,
    `%dir /usr/share/set/folder-${n}`,
    `%ghost /var/log/set-${n}.log`,
  ];
  return `${lines.join('\n')}\n`;
}

async function nfpm(folder: string, tools: string, n: number, compression: string): Promise<void> {
  const config = path.join(folder, `nfpm-${n}.json`);
  const content = path.join(folder, 'content');
  await writeFile(content, `content ${n}\n`);
  const description = `By nfpm & <${n}>\n\nünïcode ${'long '.repeat(n === 3 ? 20_000 : 1)}`;
  const text = {
    name: `nfpm-${n}`,
    arch: n % 2 === 0 ? 'amd64' : 'all',
    version: `1.${n}.0-beta.1`,
    epoch: n % 3 === 0 ? '2' : '',
    release: '7',
    maintainer: 'Tess <tess@example.test>',
    vendor: n % 4 === 0 ? 'Vendor' : '',
    homepage: 'https://example.test/?a&b',
    license: 'MIT',
    description,
    depends: ['bash', 'foo >= 1.2', ...(n % 5 === 0 ? ['(a or b)'] : [])],
    recommends: ['rec'],
    suggests: ['sug = 1'],
    conflicts: ['bad < 2'],
    provides: [`virtual-${n} = 3`],
    contents: [
      { src: content, dst: `/usr/bin/nfpm-${n}` },
      { src: content, dst: `/etc/nfpm-${n}.conf`, type: 'config' },
      { dst: `/var/lib/nfpm-${n}`, type: 'dir' },
      { dst: `/var/log/nfpm-${n}.log`, type: 'ghost' },
    ],
    rpm: { compression, group: n % 2 === 0 ? 'Tools' : '', summary: `Summary ${n}` },
  };
  await writeFile(config, JSON.stringify(text));
  await mkdir(path.join(folder, 'rpms'), { recursive: true });
  const parameters = ['package', '--config', config, '--packager', 'rpm', '--target', path.join(folder, 'rpms')];
  const { ok, output } = await run(path.join(tools, 'bin', 'nfpm'), parameters, { folder });
  if (!ok) throw new Error(output);
}
