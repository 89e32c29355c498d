import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placeFile } from '../../src/storage/file-blobs/place-file.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const made = () => Promise.resolve();
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('a file is copied if links fail with %s', async (code) => {
  const [from, to] = [join(folder(), 'from'), join(folder(), 'to')];
  await writeFile(from, 'larder');
  await placeFile(from, to, made, { link: failing(code) });
  expect([await readFile(from, 'utf8'), await readFile(to, 'utf8')]).toEqual(['larder', 'larder']);
});

it('a disk that is full is not taken for one without links', async () => {
  const [from, to] = [join(folder(), 'from'), join(folder(), 'to')];
  await writeFile(from, 'larder');
  await expect(placeFile(from, to, made, { link: failing('ENOSPC') })).rejects.toMatchObject({ code: 'ENOSPC' });
});

it('a file that exists already is never written over', async () => {
  const [from, to] = [join(folder(), 'from'), join(folder(), 'to')];
  await writeFile(from, 'new');
  await writeFile(to, 'old');
  await expect(placeFile(from, to, made)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(placeFile(from, to, made, { link: failing('EPERM') })).rejects.toMatchObject({ code: 'EEXIST' });
});
