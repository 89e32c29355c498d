/** What a program may pass that its compiler, if it has one, did not check. */
import { describe, expect, it } from 'vitest';
import { createLarderClient, type ClientOptions, type PackageSource } from '../../src/client/index.ts';
import { problem, startScripted } from './scripted-server.ts';

const at = { organization: 'acme', registry: 'shelf' };
const baseUrl = 'http://127.0.0.1:1';

describe('createLarderClient', () => {
  it.each([undefined, null, new URL(baseUrl)])('rejects %s as baseUrl, and names an example', (wrong) => {
    // What programs without types pass.
    const options = { baseUrl: wrong } as unknown as ClientOptions;
    expect(() => createLarderClient(options)).toThrow(
      `createLarderClient needs baseUrl, such as "https://packages.example.org"; it got ${String(wrong)}.`,
    );
  });

  it.each(['secret\n', 'sec\r\nret', 'sec ret', 'sécret', ''])('rejects the token %j without quoting it', (token) => {
    expect(() => createLarderClient({ baseUrl, token })).toThrow(
      /^The token must consist of visible ASCII characters\. Remove line breaks and spaces around it\.$/,
    );
  });
});

describe('publish', () => {
  const blob = new Blob(['x']);
  const stream = blob.stream();
  it.each([
    [{ path: 'a', blob }, 'Specify one of path, blob and stream; got path and blob.'],
    [{ name: 'a' }, 'Specify one of path, blob and stream; got none.'],
    [{ blob: 'text', name: 'a' }, 'The blob has no size, or neither stream() nor arrayBuffer().'],
    [{ blob: new Uint8Array(1), name: 'a' }, 'The blob has no size, or neither stream() nor arrayBuffer().'],
    [{ blob }, 'The file has no name. Specify `name`.'],
    [{ stream, name: 'a', size: Number.NaN }, 'The size of the stream is NaN; it must be a number of bytes.'],
    [{ stream, name: 'a', size: -1 }, 'The size of the stream is -1; it must be a number of bytes.'],
  ])('rejects %o and sends nothing', async (source, message) => {
    const { larder, asked } = await startScripted([problem(500)]);
    await expect(larder.publish(at, source as unknown as PackageSource)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });

  it.each([{}, [], null, new Uint8Array(1)])('rejects %o as a field of a form', async (value) => {
    const { larder, asked } = await startScripted([problem(500)]);
    const body = { package_url: value as unknown as string };
    const path = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
    await expect(larder.POST(path, { params: { path: at }, body })).rejects.toThrow(
      'The form field "package_url" must be a string, a number, a boolean or a Blob.',
    );
    expect(asked).toEqual([]);
  });
});
