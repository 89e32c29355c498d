/** Our lists of 200 packages, and those of dpkg-scanpackages and apt-ftparchive. */
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { present, run } from '../../clients/programs.ts';
import { publish } from '../../fixtures/server.ts';
import { listedFiles, openRepository, type Repository } from '../../native/debian-repository.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { writeCorpus } from './deb-corpus.ts';

const server = useServer();

/** Packages of Debian itself, in addition to those that the test writes. */
const debianPackages = process.env['LARDER_TEST_DEBS'];

/** A stanza: the value of each field, in lower case. */
type Stanza = ReadonlyMap<string, string>;

describe.skipIf(!present('dpkg-deb', 'dpkg-scanpackages', 'apt-ftparchive', 'nfpm'))(
  'dpkg-scanpackages and apt-ftparchive',
  () => {
    let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
    let repository: Repository;
    let count = 0;

    beforeAll(async () => {
      folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-oracles-'));
      await writeCorpus(folder.path, 'nfpm');
      const registry = await newRegistry(server(), 'debian');
      const own = path.join(folder.path, 'pool');
      for (const pool of debianPackages === undefined ? [own] : [own, debianPackages]) {
        for (const file of await readdir(pool)) {
          const bytes = await readFile(path.join(pool, file));
          if (pool !== own) await writeFile(path.join(own, file), bytes);
          const reply = await publish(server(), registry, file, bytes);
          if (reply.status !== 200) throw new Error(`${file}: ${await reply.text()}`);
          count += 1;
        }
      }
      repository = openRepository(server(), registry);
      return () => folder.remove();
    });

    test('read the packages of all forms', () => {
      expect(count).toBeGreaterThanOrEqual(200);
    });

    test.each([
      // SHA-256 and SHA-512 are enough for all supported versions of apt.
      ['dpkg-scanpackages', ['--multiversion', 'pool'], { theirs: ['md5sum', 'sha1'], ours: ['sha512'] }],
      ['apt-ftparchive', ['packages', 'pool'], { theirs: ['md5sum', 'sha1'], ours: [] }],
    ] as const)('Packages has the fields of %s', async (program, parameters, alone) => {
      const { ok, stdout, output } = await run(program, parameters, { folder: folder.path });
      expect(ok, output).toBe(true);
      const theirs = stanzasIn(stdout, alone.theirs);
      const ours = stanzasIn(await packages(), alone.ours);
      expect(ours.size).toBe(count);
      expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
      for (const [key, stanza] of theirs) expect(fieldsOf(ours.get(key)), key).toEqual(fieldsOf(stanza));
    });

    test('Contents has the paths of apt-ftparchive, with a line for each package and its section', async () => {
      const { ok, stdout, output } = await run('apt-ftparchive', ['contents', 'pool'], { folder: folder.path });
      expect(ok, output).toBe(true);
      // Without sections, which apt-ftparchive writes for whole archives only. All packages of a path are in one line.
      const theirs = linesIn(stdout).flatMap(([file, names]) => names.split(',').map((name) => `${file} ${name}`));
      const lists = ['amd64', 'all'].map((architecture) => repository.text(`main/Contents-${architecture}`));
      const ours = linesIn((await Promise.all(lists)).join(''));
      expect(theirs.length).toBeGreaterThan(5000);
      expect(ours.map(([file, location]) => `${file} ${path.basename(location)}`).toSorted()).toEqual(
        theirs.toSorted(),
      );
      const sections = [...stanzasIn(await packages(), []).values()].map((stanza) => {
        return [stanza.get('section'), stanza.get('package')].filter((word) => word !== undefined).join('/');
      });
      const locations = [...new Set(ours.map(([, location]) => location))];
      expect(locations.filter((location) => !sections.includes(location))).toEqual([]);
      expect(locations.length).toBeGreaterThan(100);
    });

    test('Release has the digests and sizes of apt-ftparchive', async () => {
      const dists = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-dists-'));
      onTestFinished(() => dists.remove());
      const release = await repository.text('Release');
      for (const file of listedFiles(release)) {
        const place = path.join(dists.path, file.path);
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, (await repository.dist(file.path)).bytes);
      }
      const parameters = ['--no-md5', '--no-sha1', '--no-sha512', 'release', dists.path];
      const { ok, stdout, output } = await run('apt-ftparchive', parameters);
      expect(ok, output).toBe(true);
      const byPath = (text: string) => listedFiles(text).toSorted((a, b) => (a.path < b.path ? -1 : 1));
      expect(byPath(release)).toEqual(byPath(stdout));
    });

    /** The list of an architecture has the packages for all, too. */
    function packages(): Promise<string> {
      return repository.text('main/binary-amd64/Packages');
    }
  },
);

/** Returns the paths of `Contents`, with the text after them. */
function linesIn(contents: string): readonly (readonly [string, string])[] {
  return contents.split('\n').flatMap((line) => {
    const [, file = '', after = ''] = /^(.*?)\s+(\S+)$/.exec(line) ?? [];
    return after === '' ? [] : [[file, after] as const];
  });
}

/** By name, version and architecture, without some fields. Filenames have their place in the pool, which differs. */
function stanzasIn(list: string, without: readonly string[]): ReadonlyMap<string, Stanza> {
  const stanzas = new Map<string, Stanza>();
  for (const text of list.trimEnd().split('\n\n')) {
    const fields = new Map<string, string>();
    for (const [, name = '', value = ''] of text.matchAll(/^([^\s:]+):((?:.*)(?:\n[ \t].*)*)/gm))
      // dpkg-scanpackages replaces a tab at the beginning of a line by a blank.
      fields.set(name.toLowerCase(), value.trim().replaceAll(/\n[ \t]/g, '\n '));
    const key = ['package', 'version', 'architecture'].map((name) => fields.get(name)).join(' ');
    for (const name of ['filename', ...without]) fields.delete(name);
    stanzas.set(key, fields);
  }
  return stanzas;
}

function fieldsOf(stanza: Stanza | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...(stanza ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
