/** The rules for the files of providers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestsNames, listedDigests, parseProviderFileName } from '../../../src/ecosystems/terraform/provider-name.ts';
import { read } from '../../../src/ecosystems/terraform/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { buildProvider, manifestOf } from '../../fixtures/terraform-provider.ts';
import type { ZipRecipe } from '../../fixtures/zip-archive.ts';

const archive = { type: 'fruit', version: '1.0.0-rc.1', platform: { os: 'linux', arch: 'amd64' } };

test.each([
  ['terraform-provider-fruit_1.0.0-rc.1_linux_amd64.zip', archive],
  ['terraform-provider-a-b2_0.1.0_manifest.json', { type: 'a-b2', version: '0.1.0', about: 'manifest' }],
])('%s is read', (name, expected) => {
  expect(parseProviderFileName(name)).toEqual(expected);
});

test.each([
  ['terraform-provider-fruit_1.0.0_SHA256SUMS', 'signs the list itself'],
  ['terraform-provider-fruit_1.0.0_SHA256SUMS.sig', 'signs the list itself'],
  ['terraform-provider-fruit_1.0.0.zip', 'has no operating system'],
  ['terraform-provider-fruit_1.0.0_linux.zip', 'has no operating system'],
  ['terraform-provider-fruit_1.0.0_linux_amd64_x.zip', 'has no operating system'],
  ['terraform-provider-fruit_1.0.0_Linux_amd64.zip', 'has no operating system'],
  ['terraform-provider-fruit_1.0.0_linux_manifest.json', 'has a platform'],
  ['terraform-provider-fruit_v1.0.0_linux_amd64.zip', 'has the version "v1.0.0"'],
  ['terraform-provider-fruit_1.0.0+x_linux_amd64.zip', 'no build metadata'],
  ['terraform-provider-fr--uit_1.0.0_linux_amd64.zip', 'has the name "fr--uit"'],
  ['terraform-provider-Fruit_1.0.0_linux_amd64.zip', 'has the name "Fruit"'],
  [`terraform-provider-${'x'.repeat(64)}_1.0.0_linux_amd64.zip`, 'has the name'],
])('%s is rejected', async (name, reason) => {
  await expect(withIncoming(Buffer.from('x'), read, name)).rejects.toThrow(UnacceptableFile);
  await expect(withIncoming(Buffer.from('x'), read, name)).rejects.toThrow(reason);
});

test.each<[string, readonly ZipRecipe[], string]>([
  ['no program', [{ name: 'README.md' }], 'has no program'],
  ['the program in a folder', [{ name: 'bin/terraform-provider-fruit' }], 'has no program'],
  ['the program of another provider', [{ name: 'terraform-provider-fruits' }], 'has no program'],
  [
    'two programs',
    [{ name: 'terraform-provider-fruit_v1' }, { name: 'terraform-provider-fruit_v2' }],
    'several programs',
  ],
  ['a path upwards', [{ name: '../terraform-provider-fruit' }], 'leads out of it'],
])('an archive with %s is rejected', async (_, entries, reason) => {
  const { name, bytes } = buildProvider({ entries });
  await expect(withIncoming(bytes, read, name)).rejects.toThrow(UnacceptableFile);
  await expect(withIncoming(bytes, read, name)).rejects.toThrow(reason);
});

test.each(['terraform-provider-fruit', 'terraform-provider-fruit.exe', 'terraform-provider-fruit_v1.0.0_x5'])(
  'the program may be %s',
  async (program) => {
    const { name, bytes } = buildProvider({ entries: [{ name: program }, { name: 'LICENSE' }] });
    expect((await withIncoming(bytes, read, name)).metadata).toEqual({ os: 'linux', arch: 'amd64' });
  },
);

test('bytes that end early are rejected', async () => {
  const { name, bytes } = buildProvider({});
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
      await expect(withIncoming(bytes.subarray(0, length), read, name)).rejects.toThrow(UnacceptableFile);
    }),
    { numRuns: 50 },
  );
});

const manifest = 'terraform-provider-fruit_1.0.0_manifest.json';

test('a manifest has the protocols of a provider', async () => {
  const { variant, metadata } = await withIncoming(Buffer.from(manifestOf(['5.0', '6.0', '5.0'])), read, manifest);
  expect({ variant, metadata }).toEqual({ variant: 'manifest', metadata: { protocols: ['5.0', '6.0'] } });
});

test.each([
  ['{', 'is not JSON'],
  ['[]', '"version": 1'],
  ['null', '"version": 1'],
  ['{"version":2}', '"version": 1'],
  ['{"version":1}', 'protocol_versions'],
  [manifestOf([]), 'protocol_versions'],
  [manifestOf(['six']), 'protocol_versions'],
  [manifestOf(Array.from({ length: 11 }, (_, number) => `${number}.0`)), 'has 11 protocols'],
  [`${manifestOf(['5.0'])}${' '.repeat(20_000)}`, 'the maximum is'],
])('a manifest %s is rejected', async (text, reason) => {
  await expect(withIncoming(Buffer.from(text), read, manifest)).rejects.toThrow(UnacceptableFile);
  await expect(withIncoming(Buffer.from(text), read, manifest)).rejects.toThrow(reason);
});

test('the names of the list of digests and its signature are read back', () => {
  const version = { type: 'fruit', version: '1.0.0-rc.1' };
  const { list, signature } = digestsNames(version);
  expect(listedDigests(list)).toEqual({ ...version, isSignature: false });
  expect(listedDigests(signature)).toEqual({ ...version, isSignature: true });
});
