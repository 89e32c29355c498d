/** Our lists and those of createrepo_c 1.2.5, of the same packages. */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present, run } from '../../clients/programs.ts';
import { listRpms, type Lists } from './read-rpm.ts';
import { writeCorpus } from './rpm-corpus.ts';

/** The folder of createrepo_c's Python package and of nfpm. */
const tools = process.env['LARDER_TEST_RPM_TOOLS'];

let folder: string;
let files: readonly string[];
let ours: Lists;
let theirs: Lists;

describe.skipIf(tools === undefined || !present('rpmbuild', 'python3'))('createrepo_c and rpmbuild', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-createrepo-'));
    files = await writeCorpus(folder, tools ?? '');
    theirs = await createrepo(path.join(folder, 'rpms'));
    ours = await listRpms(...(await Promise.all(files.map((file) => readFile(file)))));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('read the packages of all payloads', () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
  });

  test.each(['primary', 'filelists', 'other'] as const)('%s is equal, package by package', (list) => {
    const [own, expected] = [packagesOf(ours[list]), packagesOf(theirs[list])];
    expect(own.size).toBe(files.length);
    for (const [id, text] of expected) expect(own.get(id)).toBe(text);
  });
});

async function createrepo(folderOfPackages: string): Promise<Lists> {
  const output = path.join(folder, 'output');
  await mkdir(output);
  const program = 'import sys; from createrepo_c import createrepo_c; sys.exit(createrepo_c())';
  const parameters = ['-c', program, '--general-compress-type=gz', '--outputdir', output, folderOfPackages];
  const ran = await run('python3', parameters, { environment: { PYTHONPATH: tools ?? '' } });
  if (!ran.ok) throw new Error(ran.output);
  const names = await readdir(path.join(output, 'repodata'));
  const read = async (list: string): Promise<string> => {
    const name = names.find((one) => one.endsWith(`-${list}.xml.gz`)) ?? '';
    return gunzipSync(await readFile(path.join(output, 'repodata', name))).toString();
  };
  return { primary: await read('primary'), filelists: await read('filelists'), other: await read('other') };
}

/** By their digests, without indentation, the time of the file and its place. Empty elements have one form. */
function packagesOf(list: string): ReadonlyMap<string, string> {
  const plain = list.replaceAll(/^ +(?=<)/gm, '').replaceAll(/<(\S+)><\/\1>/g, '<$1/>');
  const packages = plain.matchAll(/<package [^>]*>.*?<\/package>/gs);
  return new Map(
    [...packages].map(([text]) => [
      /pkgid="(?:YES">)?(\w{64})/.exec(text)?.[1] ?? '',
      text.replace(/<time file="\d+"/, '<time file=""').replace(/<location href="[^"]*"/, '<location href=""'),
    ]),
  );
}
