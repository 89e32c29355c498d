/** Source packages as dpkg-source packs them, and the list of their upload. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from './programs.ts';

export interface SourceContent {
  readonly name?: string;
  /** With a revision, it has an upstream archive. */
  readonly version?: string;
  readonly buildDepends?: string;
}

export interface Source extends AsyncDisposable {
  /** The folder of the files, until it is disposed of. */
  readonly folder: string;
  /** The names of the `.dsc`, of its files, of the `.buildinfo` and of the `.changes`, in order. */
  readonly names: readonly string[];
  read(name: string): Promise<Buffer<ArrayBuffer>>;
}

/** By default, the source `hello` 1.0-1, of the format 3.0 (quilt). */
export async function makeSource(content: SourceContent = {}): Promise<Source> {
  const { name = 'hello', version = '1.0-1', buildDepends = 'debhelper-compat (= 13)' } = content;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-source-'));
  const upstream = version.replace(/-[^-]*$/, '');
  const tree = `${name}-${upstream}`;
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, tree, file)), { recursive: true });
    await writeFile(path.join(folder, tree, file), text);
  };
  const inTree = async (program: string, ...parameters: readonly string[]): Promise<string> =>
    output(await run(program, parameters, { folder: path.join(folder, tree) }));
  await write('README', `${name} ${upstream}\n`);
  if (version !== upstream) {
    const archive = `${name}_${upstream}.orig.tar.gz`;
    const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '-czf', archive, tree];
    output(await run('tar', same, { folder, environment: { GZIP: '-n' } }));
  }
  await write('debian/source/format', `3.0 (${version === upstream ? 'native' : 'quilt'})\n`);
  await write(
    'debian/changelog',
    `${name} (${version}) unstable; urgency=low\n\n  * New.\n\n -- T <t@example.test>  Thu, 01 Jan 2026 12:00:00 +0000\n`,
  );
  const fields = [
    `Source: ${name}`,
    'Section: misc',
    'Priority: optional',
    'Maintainer: Tess Tester <tess@example.test>',
    `Build-Depends: ${buildDepends}`,
    'Standards-Version: 4.6.2',
    '',
    `Package: ${name}`,
    'Architecture: all',
    'Description: says hello',
    ' In more than one line.',
  ];
  await write('debian/control', `${fields.join('\n')}\n`);
  await write('debian/rules', '#!/usr/bin/make -f\n%:\n\ttrue\n');
  output(await run('dpkg-source', ['-b', tree], { folder }));
  await inTree('dpkg-genbuildinfo', '--build=source');
  await writeFile(
    path.join(folder, `${name}_${version}_source.changes`),
    await inTree('dpkg-genchanges', '-S', '-sa', '-q'),
  );
  const names = (await readdir(folder)).filter((file) => file !== tree);
  return {
    folder,
    names: names.toSorted((a, b) => places.indexOf(path.extname(a)) - places.indexOf(path.extname(b))),
    read: (file) => readFile(path.join(folder, file)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const places = ['.dsc', '.gz', '.xz', '.buildinfo', '.changes'];

function output({ ok, stdout, output: text }: Awaited<ReturnType<typeof run>>): string {
  if (!ok) throw new Error(text);
  return stdout;
}
