/** `npm run release`: every place that has the version, on a copy of this project's own files. */
import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releasesIn } from '../../openapi/diff/changelog.ts';
import { raiseVersion } from '../../openapi/diff/raise-version.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { newFolder } from '../fixtures/process-client.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A copy of the files that have the version, with something to release. */
async function copyOfProject(contractChanges: string): Promise<string> {
  const folder = await newFolder();
  const files = ['package.json', 'package-lock.json', 'src/client/package.json', 'README.md'];
  for await (const file of glob(['openapi/*.yaml', 'openapi/native/*.yaml'], { cwd: root })) files.push(file);
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await cp(path.join(root, file), path.join(folder, file));
  }
  await writeFile(path.join(folder, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.1.0\n');
  await writeFile(path.join(folder, 'openapi/CHANGELOG.md'), `# Changelog\n\n${contractChanges}## 0.1.0\n`);
  return folder;
}

test.each(['## Unreleased\n\n### Added\n\n- More.\n\n', ''])('raises the version everywhere (%j)', async (changes) => {
  const folder = await copyOfProject(changes);
  const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');
  await raiseVersion(folder, '9.9.9');
  for (const file of ['package.json', 'src/client/package.json'])
    expect(JSON.parse(await read(file))).toMatchObject({ version: '9.9.9' });
  expect(JSON.parse(await read('package-lock.json'))).toMatchObject({
    version: '9.9.9',
    packages: { '': { version: '9.9.9' } },
  });
  for await (const file of glob(['openapi/*.yaml', 'openapi/native/*.yaml'], { cwd: folder }))
    expect(await read(file)).toContain('\n  version: 9.9.9\n');
  expect(await read('README.md')).toContain('larder-client-9.9.9.tgz');
  expect(await read('CHANGELOG.md')).toBe('# Changelog\n\n## 9.9.9\n\n- More.\n\n## 0.1.0\n');
  expect(releasesIn(await read('openapi/CHANGELOG.md')).map(({ version }) => version)).toEqual(['9.9.9', '0.1.0']);
});

test('rejects a version that is not higher, and a changelog without changes, and writes nothing', async () => {
  const folder = await copyOfProject('');
  const changelog = path.join(folder, 'CHANGELOG.md');
  const before = await readFile(changelog, 'utf8');
  for (const version of ['', 'v9.9.9', '9.9', '0.0.1', packageFile.version])
    await expect(raiseVersion(folder, version)).rejects.toThrow('is not a version above');
  expect(await readFile(changelog, 'utf8')).toBe(before);
  await writeFile(changelog, '# Changelog\n\n## 0.1.0\n');
  await expect(raiseVersion(folder, '9.9.9')).rejects.toThrow('nothing to release');
  expect(await readFile(path.join(folder, 'package.json'), 'utf8')).toContain(`"version": "${packageFile.version}"`);
});
