import { expect, test } from 'vitest';
import { inspect as inspectFile } from '../../../src/ecosystems/files/inspect.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withCandidate } from '../../fixtures/candidate-file.ts';

test('says which package a file is from its name, whatever its bytes', async () => {
  expect(await withCandidate(Buffer.of(0, 255), inspectFile, 'my-tool-1.2.3-rc.1+5.tar.gz')).toEqual({
    name: 'my-tool',
    version: '1.2.3-rc.1+5',
    variant: 'tar.gz',
    metadata: {},
  });
});

test('refuses a name of another form', async () => {
  await expect(withCandidate(Buffer.of(1), inspectFile, 'tool.zip')).rejects.toBeInstanceOf(UnacceptableFile);
});
