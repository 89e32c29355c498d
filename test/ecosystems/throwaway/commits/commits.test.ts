/** Commits with many files or none, which move a branch that still is at their parent. */
import { expect, test } from 'vitest';
import { bodyOf } from '../../../fixtures/replies.ts';
import { useServer } from '../../../native/watched-server.ts';
import { fetchFrom } from '../../follow.ts';
import type { Home, SampleFile } from '../../recipe.ts';
import { listed, openRegistry, packagePath } from '../../registries.ts';
import { modules } from '../modules.ts';
import { wideApi } from '../wide-api.ts';
import { commit, commits } from './recipe.ts';

const server = useServer({ modules, api: wideApi });
const [name, branch] = ['demo', 'main'];

const open = (): Promise<Home> => openRegistry(server(), commits, 'a public');

function fileOf(path: string, text: string): SampleFile {
  return { name: path, bytes: Buffer.from(text) };
}

/** Returns the text of a file; undefined if the revision does not have it. */
async function textAt(home: Home, revision: string, path: string): Promise<string | undefined> {
  const { status, bytes } = await fetchFrom(home, { path: `commits/${name}/files/${revision}/${path}` });
  return status === 404 ? undefined : bytes.toString();
}

test('a commit keeps the files of its parent, and replaces and deletes some', async () => {
  const home = await open();
  const files = [fileOf('a.txt', 'a'), fileOf('deep/er/b.txt', 'b'), fileOf('c.txt', 'c')];
  const parent = await commit(home, { name, branch, parent: null, files });
  const child = await commit(home, { name, branch, parent, files: [fileOf('a.txt', 'new')], deleted: ['c.txt'] });
  const paths = ['a.txt', 'deep/er/b.txt', 'c.txt'];
  expect(await Promise.all(paths.map((path) => textAt(home, parent, path)))).toEqual(['a', 'b', 'c']);
  expect(await Promise.all(paths.map((path) => textAt(home, child, path)))).toEqual(['new', 'b', undefined]);
  expect(await textAt(home, branch, 'a.txt')).toBe('new');
});

test('a branch that has moved on rejects a commit with 409', async () => {
  const home = await open();
  const parent = await commit(home, { name, branch, parent: null, files: [fileOf('a.txt', '1')] });
  await commit(home, { name, branch, parent, files: [fileOf('a.txt', '2')] });
  const late = commit(home, { name, branch, parent, files: [fileOf('a.txt', '3')] });
  await expect(late).rejects.toMatchObject({ status: 409 });
  expect(await textAt(home, branch, 'a.txt')).toBe('2');
});

test('of two commits with one parent, one is stored', async () => {
  const home = await open();
  const parent = await commit(home, { name, branch, parent: null, files: [fileOf('a.txt', '0')] });
  const both = ['1', '2'].map((text) => commit(home, { name, branch, parent, files: [fileOf('a.txt', text)] }));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a commit without files moves the branch, and is not listed', async () => {
  const home = await open();
  const parent = await commit(home, { name, branch, parent: null, files: [fileOf('a.txt', 'a')] });
  const empty = await commit(home, { name, branch, parent, deleted: ['a.txt'] });
  expect(await textAt(home, branch, 'a.txt')).toBeUndefined();
  expect((await listed(home)).map(({ version }) => version)).toEqual([parent]);
  await commit(home, { name, branch, parent: empty, files: [fileOf('b.txt', 'b')] });
  expect(await textAt(home, branch, 'b.txt')).toBe('b');
});

test('a reference with slashes is a tag in REST and native URLs, by the rules of its ecosystem', async () => {
  const home = await open();
  const files = [fileOf('a.txt', 'a')];
  const version = await commit(home, { name, branch: 'refs/pr/1', parent: null, files });
  const at = await packagePath(home, { name, version, files: [fileOf('a.txt', 'a')] });
  for (const [tag, status] of [
    ['refs/pr/2', 200],
    ['refs_pr', 422],
  ] as const) {
    expect((await server().ask(`${at}/tags/${encodeURIComponent(tag)}`, { method: 'PUT' })).status).toBe(status);
  }
  const { tags } = await bodyOf(server().ask(at), 'Package');
  expect([tags, await textAt(home, 'refs%2Fpr%2F2', 'a.txt')]).toEqual([['refs/pr/1', 'refs/pr/2'], 'a']);
});
