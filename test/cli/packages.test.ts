/** The output of the commands for packages, for people and for programs. */
import { readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { bodyOf, type Schemas } from '../fixtures/replies.ts';
import { present } from '../clients/programs.ts';
import { useCliMachine } from './cli-machine.ts';

const machine = useCliMachine();
let packages: readonly Schemas['Package'][];

beforeAll(async () => {
  const { server } = machine();
  const published: Schemas['Package'][] = [];
  for (const name of ['app-1.0.0.txt', 'app-1.1.0.txt', 'tool-2.0.0.bin']) {
    published.push(await bodyOf(publish(server, 'shelf', name, `the bytes of ${name}`), 'Package'));
  }
  packages = published;
});

/** The response of the API. */
async function api(...segments: string[]): Promise<unknown> {
  const { server } = machine();
  return await (await server.ask(server.in('shelf', 'packages', ...segments))).json();
}

describe('larder list', () => {
  it('aligns what people read, newest first', async () => {
    const { code, stdout } = await machine().run('list', '--registry', 'shelf');
    const [old, app, tool] = packages;
    expect([code, stdout.split('\n')]).toEqual([
      0,
      [
        'NAME  VERSION  VARIANT  PUBLISHED             ID',
        `tool  2.0.0    bin      ${tool?.created_at}  ${tool?.id}`,
        `app   1.1.0    txt      ${app?.created_at}  ${app?.id}`,
        `app   1.0.0    txt      ${old?.created_at}  ${old?.id}`,
        '',
      ],
    ]);
  });

  it('prints the page of the API with --json, and a note on standard error that there are more', async () => {
    const [json, human] = await Promise.all([
      machine().run('list', '-r', 'shelf', '--per-page', '2', '--json'),
      machine().run('list', '-r', 'shelf', '--per-page', '2'),
    ]);
    const { server } = machine();
    const page: unknown = await (await server.ask(`${server.in('shelf', 'packages')}?per_page=2`)).json();
    expect([JSON.parse(json.stdout), human.stderr]).toEqual([
      page,
      `There are more packages: use --after ${packages[1]?.id}, or --all.\n`,
    ]);
  });

  it('walks through all pages with --all, in one document and in one table', async () => {
    const all = ['list', '-r', 'shelf', '--per-page', '1', '--all'];
    const [json, human, none] = await Promise.all([
      machine().run(...all, '--json'),
      machine().run(...all),
      machine().run(...all, '--json', '--name', 'none'),
    ]);
    const { items } = JSON.parse(json.stdout) as Schemas['PackageList'];
    expect([items.map(({ id }) => id), human.stdout.match(/^\w+/gm), JSON.parse(none.stdout)]).toEqual([
      packages.map(({ id }) => id).reverse(),
      ['NAME', 'tool', 'app', 'app'],
      { items: [] },
    ]);
  });
});

describe('larder show', () => {
  it('finds a package by its id, its name@version and its name, and prints the response of the API', async () => {
    const tool = packages[2]?.id ?? '';
    const [byId, byVersion, byName, files] = await Promise.all([
      machine().run('show', tool, '-r', 'shelf', '--json'),
      machine().run('show', 'tool@2.0.0', '-r', 'shelf', '--json'),
      machine().run('show', 'tool', '-r', 'shelf'),
      machine().run('show', 'tool', '-r', 'shelf', '--json', '--files'),
    ]);
    const body = await api(tool);
    const { items } = (await api(tool, 'files')) as Schemas['PackageFileList'];
    expect([byId, byVersion, files].map(({ stdout }) => JSON.parse(stdout) as unknown)).toEqual([
      body,
      body,
      { items },
    ]);
    expect(byName.stdout).toMatch(/^name +tool\nversion +2.0.0\n/);
    expect(byName.stdout).toContain(`  tool-2.0.0.bin  27 bytes  sha256:${items[0]?.digests.sha256}\n`);
  });

  it('lists matching packages if there are several, and prints the remedy if there is none', async () => {
    const [several, none] = await Promise.all([
      machine().run('show', 'app', '-r', 'shelf'),
      machine().run('show', 'app@9.9.9', '-r', 'shelf'),
    ]);
    expect([several.code, several.stderr, none.code, none.stderr]).toEqual([
      2,
      `Several packages match "app". Specify one by id:\n  ${packages[1]?.id}  app 1.1.0 (txt)\n  ${packages[0]?.id}  app 1.0.0 (txt)\n`,
      5,
      'Package "app@9.9.9" not found in shelf.\nList its packages: larder list --registry shelf\n',
    ]);
  });
});

describe('larder copy and larder delete', () => {
  it('copies, rejects a second copy, and deletes only with --yes', async () => {
    const { run, server } = machine();
    const copied = await run('copy', 'app@1.0.0', '-r', 'shelf', '--to', 'other', '--json');
    const { id, registry } = JSON.parse(copied.stdout) as Schemas['Package'];
    const [again, unasked] = await Promise.all([
      run('copy', 'app@1.0.0', '-r', 'shelf', '--to', 'other'),
      run('delete', 'app', '-r', 'other'),
    ]);
    const kept = await server.ask(server.in('other', 'packages', id));
    const deleted = await run('delete', 'app', '-r', 'other', '--yes');
    const gone = await server.ask(server.in('other', 'packages', id));
    expect([registry.slug, again.code, again.stderr.includes('exists'), unasked.code, kept.status]).toEqual([
      'other',
      6,
      true,
      2,
      200,
    ]);
    expect(unasked.stderr).toContain('Pass --yes to confirm.');
    expect([deleted.code, deleted.stdout, gone.status]).toEqual([0, 'Deleted app 1.0.0 (txt).\n', 404]);
  });
});

describe('larder unlist, offer, withdraw, restore and tag', () => {
  const standings = async (registry: string): Promise<readonly unknown[]> => {
    const { server } = machine();
    const { items } = await bodyOf(server.ask(server.in(registry, 'packages')), 'PackageList');
    return items.map(({ variant, standing, notice }) => [variant, standing, notice]);
  };

  it('change all files of a version, and print each', async () => {
    const { run, server } = machine();
    for (const name of ['kit-1.0.0.txt', 'kit-1.0.0.zip', 'kit-2.0.0.txt']) await publish(server, 'other', name, name);
    const unlisted = await run('unlist', 'kit@1.0.0', '-r', 'other', '--notice', 'Broken');
    expect(unlisted).toEqual({
      code: 0,
      stdout: 'kit 1.0.0 (zip) is unlisted: Broken\nkit 1.0.0 (txt) is unlisted: Broken\n',
      stderr: 'The version has 2 packages. All of them were changed.\n',
    });
    expect(await standings('other')).toEqual([
      ['txt', 'offered', null],
      ['zip', 'unlisted', 'Broken'],
      ['txt', 'unlisted', 'Broken'],
    ]);
    expect((await run('list', '-r', 'other', '--name', 'kit')).stdout).toMatch(/^kit +1\.0\.0 \(unlisted\) +zip /m);
    const offered = await run('offer', 'kit@1.0.0', '-r', 'other', '--json');
    const lines = offered.stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Schemas['Package']).standing)).toEqual(['offered', 'offered']);
    const unclear = await run('withdraw', 'kit', '-r', 'other');
    expect([unclear.code, unclear.stderr.includes('Several packages match "kit".')]).toEqual([2, true]);
  });

  it('withdraw and restore a package, whose version cannot be published meanwhile', async () => {
    const { run, write, server } = machine();
    const { id } = await bodyOf(publish(server, 'other', 'lone-1.0.0.txt', 'lone'), 'Package');
    await write('lone-1.0.0.txt', 'lone');
    const withdrawn = await run('withdraw', id, '-r', 'other', '--notice', 'Has a security hole');
    expect([withdrawn.code, withdrawn.stdout]).toEqual([0, 'lone 1.0.0 (txt) is withdrawn: Has a security hole\n']);
    const [shown, again, skipped] = await Promise.all([
      run('show', 'lone', '-r', 'other'),
      run('publish', 'lone-1.0.0.txt', '-r', 'other'),
      run('publish', 'lone-1.0.0.txt', '-r', 'other', '--skip-same'),
    ]);
    expect(shown.stdout).toMatch(/^standing +withdrawn\nnotice +Has a security hole$/m);
    expect([again.code, skipped.code, skipped.stderr.includes('was withdrawn from registry "other"')]).toEqual([
      6,
      6,
      true,
    ]);
    const restored = await run('restore', 'lone@1.0.0', '-r', 'other');
    expect([restored.code, restored.stdout]).toEqual([0, 'lone 1.0.0 (txt) is offered\n']);
  });

  it('tag a package, and delete the tag', async () => {
    const { run, server } = machine();
    await publish(server, 'other', 'tagged-1.0.0.txt', 'tagged');
    const tagged = await run('tag', 'tagged@1.0.0', 'stable', '-r', 'other');
    const deleted = await run('tag', 'tagged@1.0.0', 'stable', '-r', 'other', '--delete', '--json');
    expect(tagged.stdout).toMatch(/^tags +stable$/m);
    expect((JSON.parse(deleted.stdout) as Schemas['Package']).tags).toEqual([]);
  });
});

describe.skipIf(!present('script'))('larder delete on a terminal (script)', () => {
  it('prompts first, and does nothing without a yes', async () => {
    const { start, server } = machine();
    const running = start(['delete', 'tool', '-r', 'shelf'], 'terminal');
    await running.said(/This cannot be undone\. \[y\/N\] /);
    running.process.stdin?.write('n\r');
    const { code, stdout } = await running.ended;
    const kept = await server.ask(server.in('shelf', 'packages', packages[2]?.id ?? ''));
    expect([code, stdout.includes('Cancelled.'), kept.status]).toEqual([1, true, 200]);
  });
});

describe('larder download', () => {
  it('saves to a folder, under another name, and to standard output', async () => {
    const { run, folder } = machine();
    const [saved, named, piped] = await Promise.all([
      run('download', 'tool', '-r', 'shelf'),
      run('download', 'tool', '-r', 'shelf', '--output', 'renamed'),
      run('download', 'tool', '-r', 'shelf', '-o', '-'),
    ]);
    const bytes = 'the bytes of tool-2.0.0.bin';
    expect([
      saved.stdout,
      named.stdout,
      piped.stdout,
      await readFile(path.join(folder, 'tool-2.0.0.bin'), 'utf8'),
      await readFile(path.join(folder, 'renamed'), 'utf8'),
    ]).toEqual(['tool-2.0.0.bin (27 bytes)\n', 'renamed (27 bytes)\n', bytes, bytes, bytes]);
  });

  it('replaces a file only with --force, and never a folder or a link', async () => {
    const { run, folder, write } = machine();
    await write('tool-kept.bin', 'mine');
    await symlink('tool-kept.bin', path.join(folder, 'tool-link.bin'));
    const download = ['download', 'tool', '-r', 'shelf', '--output'];
    const rejected = await run(...download, 'tool-kept.bin');
    const kept = await readFile(path.join(folder, 'tool-kept.bin'), 'utf8');
    const linked = await run(...download, 'tool-link.bin', '--force');
    const forced = await run(...download, 'tool-kept.bin', '--force');
    expect([rejected.code, rejected.stderr, kept]).toEqual([
      6,
      'tool-kept.bin already exists.\nReplace it with --force, or specify another name with --output.\n',
      'mine',
    ]);
    expect([linked.code, linked.stderr]).toEqual([
      1,
      'tool-link.bin exists and is not a file, so it is not replaced.\n',
    ]);
    expect([forced.code, await readFile(path.join(folder, 'tool-kept.bin'), 'utf8')]).toEqual([
      0,
      'the bytes of tool-2.0.0.bin',
    ]);
  });

  it('saves a hidden file only under a name that was given', async () => {
    const { run, server, folder } = machine();
    const control = { Package: 'hidden', Version: '1.0' };
    await bodyOf(publish(server, 'debs', '.bashrc', Uint8Array.from(await buildDeb({ control }))), 'Package');
    const before = await readdir(folder);
    const rejected = await run('download', 'hidden', '-r', 'debs');
    expect([rejected.code, await readdir(folder)]).toEqual([1, before]);
    expect(rejected.stderr).toBe(
      'The file is not saved under its name ".bashrc".\nSpecify another name with --output.\n',
    );
    const named = await run('download', 'hidden', '-r', 'debs', '--output', '.named');
    expect([named.code, (await readdir(folder)).filter((name) => !before.includes(name))]).toEqual([0, ['.named']]);
  });

  it('keeps nothing of a file whose digest is wrong', async () => {
    const { run, server, folder } = machine();
    await bodyOf(publish(server, 'shelf', 'rotten-1.0.0.txt', 'as they were'), 'Package');
    const blobs = path.join(server.dataDir, 'blobs');
    for (const name of await readdir(blobs, { recursive: true, withFileTypes: true })) {
      const file = path.join(name.parentPath, name.name);
      if (name.isFile() && (await readFile(file, 'utf8')) === 'as they were') await writeFile(file, 'as they rot!');
    }
    const before = await readdir(folder);
    const { code, stderr } = await run('download', 'rotten', '-r', 'shelf');
    expect([code, await readdir(folder)]).toEqual([1, before]);
    expect(stderr).toMatch(/^rotten-1.0.0.txt was not downloaded correctly: its SHA-256 is \w{64}, not \w{64}\./);
  });
});
