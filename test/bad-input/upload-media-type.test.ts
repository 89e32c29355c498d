import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

const good = form(filePart('file', 'app-1.0.0.bin'));

async function post(headers: Record<string, string>, body: RequestInit['body'] = good): Promise<Reply> {
  return replyOf(await abused.server.ask(abused.packages(), { method: 'POST', headers, body }));
}

describe('An upload of another media type is rejected, naming the right one', () => {
  test.each([
    'application/json',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/vnd.debian.binary-package',
    'multipart/mixed; boundary=here-ends-a-part',
    'multipart/form-data-x; boundary=here-ends-a-part',
    'text/html',
    'nonsense',
    ';',
  ])('%s', async (type) => {
    const message = expectProblem(await post({ 'Content-Type': type }), 415, 'unsupported-media-type');
    expect(message).toContain('multipart/form-data');
  });

  test('one of 10,000 characters', async () => {
    const reply = await post({ 'Content-Type': 'a'.repeat(10_000) });
    const message = expectProblem(reply, 415, 'unsupported-media-type');
    expect(message).toBe(`The body is ${'a'.repeat(100)}. Send multipart/form-data.`);
  });

  test('none at all', async () => {
    const message = expectProblem(await post({}, new Blob([good])), 415, 'unsupported-media-type');
    expect(message).toMatch(/no Content-Type\. Send multipart\/form-data/);
  });

  test('no body at all', async () => {
    const reply = await replyOf(await abused.server.ask(abused.packages(), { method: 'POST' }));
    expectProblem(reply, 415, 'unsupported-media-type');
  });
});

describe('A form in a content encoding is rejected', () => {
  test.each(['gzip', 'deflate', 'br', 'zstd', 'x-none', 'gzip, gzip'])('%s', async (encoding) => {
    const reply = await post({ 'Content-Type': formType, 'Content-Encoding': encoding }, gzipSync(good));
    expect(expectProblem(reply, 415, 'unsupported-media-type')).toContain(encoding);
  });

  test.each(['identity', 'Identity'])('but %s is not a boundary', async (encoding) => {
    abused.expectPublished(1);
    const body = form(filePart('file', `${encoding === 'identity' ? 'lower' : 'upper'}-1.0.0.bin`, encoding));
    expect(await post({ 'Content-Type': formType, 'Content-Encoding': encoding }, body)).toMatchObject({ status: 200 });
  });
});
