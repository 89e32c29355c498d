/** What `larder backup --verify` finds, and what backups do about blobs that are lost or vanish. */
import { chown, mkdir, readdir, readFile, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { backUp } from '../../src/server/backup/back-up.ts';
import { lockBackupFolder } from '../../src/server/backup/backup-folder.ts';
import { openExistingFileBlobs } from '../../src/storage/file-blob-store.ts';
import { newFolder } from '../fixtures/process-client.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { blobsIn, lastLine, run, useHomes, type Home } from './backup-world.ts';

const newHome = useHomes('sqlite');

async function startWith(home: Home, files: number): Promise<TestServer> {
  const server = await startTestServer({ ...home.settings });
  onTestFinished(() => server[Symbol.asyncDispose]());
  await createRegistry(server, 'shelf', 'files');
  for (let n = 0; n < files; n += 1) await publish(server, 'shelf', `app-1.${n}.0.txt`, `bytes of ${n}`);
  return server;
}

/** The path of each blob below a data folder, in the order of their locations. */
async function storedIn({ dataDir }: Home): Promise<string[]> {
  const folder = path.join(dataDir, 'blobs');
  return [...(await blobsIn(folder)).keys()].map((name) => path.join(folder, 'blobs', name));
}

describe('larder backup --verify', () => {
  it('names each blob that is missing, cut off or changed, and a changed list and database', async () => {
    const [home, backup] = [await newHome(), path.join(await newFolder(), 'backup')];
    await startWith(home, 5);
    expect((await run(home, 'backup', backup)).code).toBe(0);
    const [missing = '', short = '', changed = ''] = [...(await blobsIn(backup)).keys()];
    const at = (name: string): string => path.join(backup, 'blobs', name);
    await unlink(at(missing));
    await truncate(at(short), 3);
    await writeFile(at(changed), Buffer.from(await readFile(at(changed))).reverse());
    const ran = await run(home, 'backup', backup, '--verify', '--json');
    const findings = ran.stdout.trim().split('\n').slice(0, -1);
    expect([ran.code, findings.map((line): unknown => JSON.parse(line)).length, lastLine(ran)]).toEqual([
      1,
      3,
      expect.objectContaining({ findings: 3 }),
    ]);
    for (const [kind, name] of [
      ['missing', missing],
      ['wrong-size', short],
      ['wrong-digest', changed],
    ])
      expect(findings.join('\n')).toContain(`"kind":"${kind}","at":"${name}"`);

    // The next backup heals what it can see without reading everything.
    expect(lastLine(await run(home, 'backup', backup, '--json'))).toMatchObject({ copied: 2 });
    await unlink(at(changed));
    expect(lastLine(await run(home, 'backup', backup, '--json'))).toMatchObject({ copied: 1 });
    expect((await run(home, 'backup', backup, '--verify')).code).toBe(0);

    for (const ending of ['.sqlite', '.txt']) {
      const name = (await readdir(backup)).find((file) => file.endsWith(ending)) ?? '';
      const bytes = await readFile(path.join(backup, name));
      bytes[bytes.length - 2] = 1;
      await writeFile(path.join(backup, name), bytes);
      const { code, stdout } = await run(home, 'backup', backup, '--verify');
      expect([code, stdout]).toEqual([1, expect.stringMatching(new RegExp(`^wrong-digest +${name}`, 'm'))]);
    }
  });
});

describe('larder backup', () => {
  it('names blobs that the data folder has lost, has all others, and keeps the copies of an earlier backup', async () => {
    const [home, early, late] = [await newHome(), await newFolder(), await newFolder()];
    await startWith(home, 5);
    expect((await run(home, 'backup', early)).code).toBe(0);
    const [lost = '', changed = ''] = await storedIn(home);
    await unlink(lost);
    await writeFile(changed, 'other bytes');
    const ran = await run(home, 'backup', late);
    expect([ran.code, ran.stdout]).toEqual([1, expect.stringContaining('3 copied')]);
    expect(ran.stdout).toMatch(/^missing .*\nwrong-digest .*\nBacked up .* 2 lost\.$/m);
    const restored = await newHome();
    const restoring = await run(restored, 'restore', late);
    expect([restoring.code, restoring.stdout]).toEqual([1, expect.stringContaining('3 blobs')]);

    const again = await run(home, 'backup', early, '--json');
    expect([again.code, lastLine(again)]).toEqual([0, expect.objectContaining({ copied: 0, removed: 0, findings: 0 })]);
    expect((await run(home, 'backup', early, '--verify')).code).toBe(0);
  });

  it('copies the database again if a blob vanishes together with its record', async () => {
    const [home, backup] = [await newHome(), path.join(await newFolder(), 'backup')];
    await startWith(home, 20);
    const last = (await storedIn(home)).at(-1) ?? '';
    let vanished = false;
    const vanish = (): void => {
      // As a server does that does not respect the hold.
      const database = new DatabaseSync(path.join(home.dataDir, 'larder.sqlite'));
      database.exec('pragma foreign_keys = on');
      const name = path.basename(last);
      const digest = name.slice(0, 64);
      database.prepare('delete from packages where id in (select package_id from files where sha256 = ?)').run(digest);
      database.prepare('delete from blobs where sha256 = ?').run(digest);
      database.close();
      unlinkSync(last);
      vanished = true;
    };
    const report = await backUp(home.settings, backup, {
      progress: ({ doing }) => {
        if (doing === 'blobs' && !vanished) vanish();
      },
    });
    const { manifest, copied, findings } = report;
    expect([vanished, manifest.blobs.count, copied, findings]).toEqual([true, 19, 19, []]);
    expect((await run(home, 'backup', backup, '--verify')).code).toBe(0);
  });

  it('has servers keep unreferenced blobs until it ends, and no longer', async () => {
    const home = await newHome();
    const server = await startWith(home, 1);
    const [stored = ''] = await storedIn(home);
    const { id } = (await (await publish(server, 'shelf', 'new-1.0.0.txt', 'new')).json()) as { readonly id: string };
    const hold = await server.larder.blobs.hold();
    await server.ask(server.in('shelf', 'packages', id), { method: 'DELETE' });
    expect([await collectBlobs(server.larder), (await storedIn(home)).length]).toEqual([0, 2]);
    await hold[Symbol.asyncDispose]();
    expect([await collectBlobs(server.larder), await storedIn(home)]).toEqual([1, [stored]]);
  });

  it.skipIf(process.getuid?.() !== 0)('by root leaves nothing that the server may not read (chown)', async () => {
    const folder = await newFolder();
    for (const name of ['', 'blobs', 'staging']) {
      await mkdir(path.join(folder, name), { recursive: true });
      await chown(path.join(folder, name), 12_345, 12_345);
    }
    await using hold = await (await openExistingFileBlobs({ folder })).hold();
    void hold;
    const names = [
      'holds',
      ...(await readdir(path.join(folder, 'holds'), { recursive: true })).map((name) => `holds/${name}`),
    ];
    const owners = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).uid));
    expect(owners).toEqual([12_345, 12_345, 12_345]);
  });

  it('rejects a folder that another backup or restore is using', async () => {
    const [home, backup] = [await newHome(), path.join(await newFolder(), 'backup')];
    await startWith(home, 1);
    expect((await run(home, 'backup', backup)).code).toBe(0);
    const lock = await lockBackupFolder(backup);
    const ran = await run(home, 'backup', backup);
    lock[Symbol.dispose]();
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('Another backup or restore is using')]);
    expect((await run(home, 'backup', backup)).code).toBe(0);
  });
});
