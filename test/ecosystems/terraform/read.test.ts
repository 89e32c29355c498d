/** The rules for modules: names, versions and archives. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseModuleFileName } from '../../../src/ecosystems/terraform/module-name.ts';
import { read } from '../../../src/ecosystems/terraform/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import type { TarRecipe } from '../../fixtures/tar-archive.ts';
import { buildModule } from '../../fixtures/terraform-module.ts';

test.each([
  ['terraform-aws-vpc-1.2.3.tgz', { provider: 'aws', module: 'vpc', version: '1.2.3' }],
  ['terraform-aws-vpc-2-1.0.0-rc.1.tgz', { provider: 'aws', module: 'vpc-2', version: '1.0.0-rc.1' }],
  ['terraform-google-my_net-0.1.0-alpha.tar.gz', { provider: 'google', module: 'my_net', version: '0.1.0-alpha' }],
])('%s is read', (name, expected) => {
  expect(parseModuleFileName(name)).toEqual(expected);
});

test.each([
  ['vpc-1.0.0.tgz', 'begins or ends differently'],
  ['terraform-aws-vpc-1.0.0.zip', 'begins or ends differently'],
  ['terraform-aws-vpc.tgz', 'has no version'],
  ['terraform-vpc-1.0.0.tgz', 'has no version'],
  ['terraform-AWS-vpc-1.0.0.tgz', 'has the provider "AWS"'],
  ['terraform-aws-vpc--1.0.0.tgz', 'has the module "vpc-"'],
  [`terraform-aws-${'x'.repeat(65)}-1.0.0.tgz`, 'has the module'],
  ['terraform-aws-vpc-v1.0.0.tgz', 'has the version "v1.0.0"'],
  ['terraform-aws-vpc-1.0.tgz', 'has the version "1.0"'],
  ['terraform-aws-vpc-1.0.0+build.tgz', 'no build metadata'],
])('%s is rejected', (name, reason) => {
  expect(() => parseModuleFileName(name)).toThrow(UnacceptableFile);
  expect(() => parseModuleFileName(name)).toThrow(reason);
});

const fileName = 'terraform-aws-vpc-1.0.0.tgz';

async function readModule(entries: readonly TarRecipe[]) {
  return await withIncoming(await buildModule(entries), read, fileName);
}

const main = { name: 'main.tf', content: '' };

/** Each file is in 99 folders of its own. */
const hollow = Array.from({ length: 203 }, (_, n) => ({ name: `${n}/${'a/'.repeat(98)}x`, content: '' }));

test.each<[string, readonly TarRecipe[], string]>([
  ['a symbolic link', [main, { name: 'x', type: 'symlink', linkname: '/etc/passwd' }], 'is a symlink'],
  ['a link', [main, { name: 'x', type: 'link', linkname: 'main.tf' }], 'is a link'],
  ['a pipe', [main, { name: 'x', type: 'fifo' }], 'is a fifo'],
  ['a path upwards', [main, { name: 'a/../../x', content: '' }], 'leads out of the archive'],
  ['an absolute path', [main, { name: '/x', content: '' }], 'leads out of the archive'],
  ['a path of Windows', [main, { name: '..\\x', content: '' }], 'not all systems allow'],
  ['a disk of Windows', [main, { name: 'C:/x', content: '' }], 'not all systems allow'],
  ['a file twice', [main, { name: './main.tf', content: 'x' }], 'is there twice'],
  ['a file that is a folder, too', [main, { name: 'a/b', content: '' }, { name: 'a', content: '' }], 'is there twice'],
  ['a path of many folders', [main, { name: `${'a/'.repeat(101)}x`, content: '' }], 'has more than 100 folders'],
  ['more folders than files', [main, ...hollow], 'more than 20000 folders'],
  ['a folder that is a file, too', [main, { name: 'a', content: '' }, { name: 'a/b', content: '' }], 'is below a file'],
  ['a long path', [main, { name: `${'x'.repeat(90)}/`.repeat(12), type: 'directory' }], 'more than 1000 characters'],
  ['a folder that addresses cannot have', [{ name: 'a b?c/main.tf', content: '' }], 'Pack its content'],
  ['no file of Terraform', [{ name: 'README.md', content: '' }], 'no file of Terraform'],
])('T-TF-9: an archive with %s is rejected', async (_, entries, reason) => {
  await expect(readModule(entries)).rejects.toThrow(UnacceptableFile);
  await expect(readModule(entries)).rejects.toThrow(reason);
});

test.each(['plain text', gzipSync('not a tar archive')])(
  'bytes that are not an archive are rejected',
  async (bytes) => {
    await expect(withIncoming(Buffer.from(bytes), read, fileName)).rejects.toThrow(UnacceptableFile);
  },
);

test('an archive has its submodules, and none that are deeper', async () => {
  const names = ['main.tf', 'modules/b/x.tf', 'modules/a/x.tofu', 'modules/a/deep/x.tf', 'examples/c/x.tf'];
  const { metadata } = await readModule(names.map((name) => ({ name, content: '' })));
  expect(metadata).toEqual({ provider: 'aws', submodules: ['modules/a', 'modules/b'] });
});
