/** A version that arrives in four files, in any order. */
import { describe, expect, test } from 'vitest';
import { useServer } from '../../../native/watched-server.ts';
import { fetchFrom } from '../../follow.ts';
import type { Home, SampleFile, SamplePackage } from '../../recipe.ts';
import { listed, openRegistry } from '../../registries.ts';
import { modules } from '../modules.ts';
import { send } from '../send.ts';
import { wideApi } from '../wide-api.ts';
import { pathOf } from './coordinates.ts';
import { sets } from './recipe.ts';

const server = useServer({ modules, api: wideApi });

function urlOf({ name, version }: SamplePackage, { name: file }: SampleFile): string {
  return `sets/${pathOf({ name, version, file })}`;
}

function put(home: Home, pkg: SamplePackage, file: SampleFile): Promise<Response> {
  return send(home, 'PUT', urlOf(pkg, file), file.bytes);
}

describe('a set', () => {
  test.each([0, 1, 2, 3])('is listed from its main file on, if that is file %i to arrive', async (position) => {
    const home = await openRegistry(server(), sets, 'a public');
    const pkg = await sets.build(1);
    const [main, ...others] = pkg.files;
    for (const [at, file] of others.toSpliced(position, 0, main).entries()) {
      await put(home, pkg, file);
      expect((await fetchFrom(home, { path: urlOf(pkg, file) })).bytes).toEqual(file.bytes);
      expect(await listed(home)).toHaveLength(at < position ? 0 : 1);
    }
  });

  test('arrives completely if all files are sent together', async () => {
    const home = await openRegistry(server(), sets, 'a public');
    const pkg = await sets.build(1);
    await Promise.all(pkg.files.map((file) => put(home, pkg, file)));
    for (const file of pkg.files) {
      expect((await fetchFrom(home, { path: urlOf(pkg, file) })).bytes).toEqual(file.bytes);
    }
    expect(await listed(home)).toHaveLength(1);
  });

  test('accepts the same file again, and rejects other bytes with 409', async () => {
    const home = await openRegistry(server(), sets, 'a public');
    const pkg = await sets.build(1);
    for (const file of pkg.files) await put(home, pkg, file);
    for (const file of pkg.files) await put(home, pkg, file);
    const [, jar] = pkg.files;
    if (!jar) throw new Error('The recipe has one file only.');
    await expect(put(home, pkg, { ...jar, bytes: Buffer.from('other') })).rejects.toMatchObject({ status: 409 });
    expect((await fetchFrom(home, { path: urlOf(pkg, jar) })).bytes).toEqual(jar.bytes);
  });
});
