import { expect, test } from 'vitest';
import { read as readFile } from '../../../src/ecosystems/files/read.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { withIncoming } from '../../fixtures/local-file.ts';

test('identifies the package by the name of the file, with any bytes', async () => {
  expect(await withIncoming(Buffer.of(0, 255), readFile, 'my-tool-1.2.3-rc.1+5.tar.gz')).toMatchObject({
    name: 'my-tool',
    version: '1.2.3-rc.1+5',
    variant: 'tar.gz',
    metadata: {},
    entries: [],
  });
});

test('rejects a name of another form', async () => {
  await expect(withIncoming(Buffer.of(1), readFile, 'tool.zip')).rejects.toBeInstanceOf(UnacceptableFile);
});
