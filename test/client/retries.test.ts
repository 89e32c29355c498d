import { describe, expect, it } from 'vitest';
import { UnexpectedAnswer } from '../../src/client/index.ts';
import { problem, startScripted, type Scripted } from './scripted-server.ts';

const health: Scripted = { status: 200, body: { status: 'ok' } };
const at = { organization: 'acme', registry: 'shelf' };
const registries = '/v2/packages/organizations/{organization}/registries';
const registry = `${registries}/{registry}` as const;
const file = { blob: new Blob(['bytes']), name: 'a-1.0.0.txt' };

/** A failure without a delay before the retry, so that no test waits. */
function busy(status: 429 | 503, headers: Readonly<Record<string, string>> = { 'Retry-After': '0' }): Scripted {
  return { ...problem(status, 'unavailable'), headers };
}

describe('a request is sent again', () => {
  it.each([
    ['seconds in Retry-After', { 'Retry-After': '0' }],
    ['a date in Retry-After', { 'Retry-After': new Date(0).toUTCString() }],
    ['seconds in RateLimit-Reset', { 'RateLimit-Reset': '0' }],
  ])('after a 429 with %s', async (_, headers) => {
    const { larder, asked } = await startScripted([busy(429, headers), busy(429, headers), health]);
    expect((await larder.GET('/healthz')).status).toBe(200);
    expect(asked).toHaveLength(3);
  });

  it('after a 503 that names no time, by methods that do no more when they do it twice', async () => {
    const { larder, asked } = await startScripted([busy(503, {}), health]);
    expect((await larder.GET('/readyz')).status).toBe(200);
    expect(asked).toHaveLength(2);
  });

  it('whole: the same body, the same token', async () => {
    const { larder, asked } = await startScripted([busy(429), problem(422)]);
    await larder.POST(registries, { params: { path: at }, body: { name: 'shelf', ecosystem: 'files' } });
    const [first, second] = asked.map(({ method, url, body, headers }) => [method, url, body, headers.authorization]);
    expect(second).toEqual(first);
    expect(JSON.parse(String(second?.[2]))).toEqual({ name: 'shelf', ecosystem: 'files' });
  });

  it('with a file that can be read twice, and its progress from the start', async () => {
    const { larder, asked } = await startScripted([busy(429), problem(422)]);
    const sent: number[] = [];
    await larder.publish(at, file, { onProgress: (bytes) => sent.push(bytes) });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body).toEqual(asked[0]?.body);
    expect(sent).toEqual([0, 5, 0, 5]);
  });

  it('when it publishes, if the same package may be there already', async () => {
    const { larder, asked } = await startScripted([busy(503, {}), problem(422)]);
    await larder.publish(at, file, { sameIsSuccess: true });
    expect(asked).toHaveLength(2);
  });
});

describe('the response is taken as it is', () => {
  it('after three more attempts, or as many as the client was given', async () => {
    const standard = await startScripted([busy(503)]);
    expect((await standard.larder.GET('/readyz')).status).toBe(503);
    expect(standard.asked).toHaveLength(4);

    const single = await startScripted([busy(503)], { retries: 0 });
    expect((await single.larder.GET('/readyz')).status).toBe(503);
    expect(single.asked).toHaveLength(1);
  });

  it('if the server requires a wait of more than a minute', async () => {
    const { larder, asked } = await startScripted([busy(503, { 'Retry-After': '3600' })]);
    expect((await larder.GET('/readyz')).status).toBe(503);
    expect(asked).toHaveLength(1);
  });

  it('when sending it twice might do something twice', async () => {
    const { larder, asked } = await startScripted([busy(503, {})]);
    await larder.POST(registry, { params: { path: at }, body: { description: 'new' } });
    await larder.publish(at, file);
    expect(asked).toHaveLength(2);
  });

  it('when its body is a stream, which is gone', async () => {
    const { larder, asked } = await startScripted([busy(503)]);
    const source = { stream: file.blob.stream(), size: file.blob.size, name: file.name };
    expect((await larder.publish(at, source)).status).toBe(503);
    expect(asked).toHaveLength(1);
  });

  it.each([400, 404, 500])('when it is a %d', async (status) => {
    const { larder, asked } = await startScripted([problem(status)]);
    expect((await larder.GET(registry, { params: { path: at } })).status).toBe(status);
    expect(asked).toHaveLength(1);
  });
});

it('a 429 that stays is unexpected, for the contract describes none', async () => {
  const { larder, asked } = await startScripted([busy(429)]);
  await expect(larder.GET('/healthz')).rejects.toThrow(UnexpectedAnswer);
  expect(asked).toHaveLength(4);
});

it('waiting ends when it is aborted', async () => {
  const { larder, asked } = await startScripted([busy(503, { 'Retry-After': '50' })]);
  const controller = new AbortController();
  const reply = larder.GET('/readyz', { signal: controller.signal });
  await expect.poll(() => asked.length).toBe(1);
  controller.abort(new Error('Enough.'));
  await expect(reply).rejects.toThrow('Enough.');
});
