/** What a program may pass that its compiler, if it has one, did not check. */
import { createServer } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLarderClient, type ClientOptions, type PackageSource, type Retry } from '../../src/client/index.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { problem, startScripted } from './scripted-server.ts';

const at = { organization: 'acme', registry: 'shelf' };
const baseUrl = 'http://127.0.0.1:1';
const health = { status: 200, body: { status: 'ok' } };

describe('createLarderClient', () => {
  it.each([undefined, null, new URL(baseUrl)])('rejects %s as baseUrl, and names an example', (wrong) => {
    // What programs without types pass.
    const options = { baseUrl: wrong } as unknown as ClientOptions;
    expect(() => createLarderClient(options)).toThrow(
      `createLarderClient needs baseUrl, such as "https://packages.example.org"; it got ${String(wrong)}.`,
    );
  });

  it.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '/packages', '', 'ftp://example.org', 'http://'])(
    'rejects %j as baseUrl immediately',
    (wrong) => {
      expect(() => createLarderClient({ baseUrl: wrong })).toThrow(
        `baseUrl: ${JSON.stringify(wrong)} is not an address. Specify a URL such as http://127.0.0.1:8080`,
      );
    },
  );

  it.each(['http://me:secret@example.org', 'http://example.org?a=1', 'http://example.org/#a'])(
    'rejects the parts of %s that no request can have, without quoting them',
    (wrong) => {
      expect(() => createLarderClient({ baseUrl: wrong })).toThrow(
        /^baseUrl cannot have a user, a password, a query or a fragment\. Specify `token` instead\.$/,
      );
    },
  );

  it.each(['secret\n', 'sec\r\nret', 'sec ret', 'sécret', ''])('rejects the token %j without quoting it', (token) => {
    expect(() => createLarderClient({ baseUrl, token })).toThrow(
      /^The token must consist of visible ASCII characters\. Remove line breaks and spaces around it\.$/,
    );
  });
});

describe('a token that is a function', () => {
  it('is called for each request, so that the next one has the new token', async () => {
    let count = 0;
    const token = (): string => `secret-${(count += 1)}`;
    const busy = { ...problem(503, 'unavailable'), headers: { 'Retry-After': '0' } };
    const { larder, asked } = await startScripted([busy, health], { token });
    await larder.getHealth();
    await larder.getHealth();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([1, 2, 3].map((each) => `Bearer secret-${each}`));
  });

  it('may return a promise, and undefined for no token', async () => {
    const tokens = ['later', undefined];
    const { larder, asked } = await startScripted([health], { token: async () => tokens.shift() });
    await larder.getHealth();
    await larder.getHealth();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer later', undefined]);
  });

  it('sends nothing if it fails, or returns an invalid token', async () => {
    const tokens = [() => Promise.reject(new Error('The vault is closed.')), () => 'secret\n'];
    const { larder, asked } = await startScripted([health], { token: () => tokens.shift()?.() });
    await expect(larder.getHealth()).rejects.toThrow('The vault is closed.');
    await expect(larder.getHealth()).rejects.toThrow('The token must consist of visible ASCII characters.');
    expect(asked).toEqual([]);
  });
});

describe('timeout', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('rejects if there is no response, and names the request', async () => {
    const { url } = await listenSilently();
    const larder = createLarderClient({ baseUrl: url, timeout: 20 });
    await expect(larder.getHealth()).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError', message: 'GET /healthz: no response within 20 ms.' }),
    );
    await expect(createLarderClient({ baseUrl: url }).getHealth({}, { timeout: 20 })).rejects.toThrow('within 20 ms');
  });

  it('rejects if a response of JSON does not end', async () => {
    const { url } = await listenSilently('{"status":');
    const larder = createLarderClient({ baseUrl: url, timeout: 50 });
    await expect(larder.getHealth()).rejects.toThrow('within 50 ms');
  });

  it('starts again with each piece that is sent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let sent = 0;
    const fetch = async ({ body, signal }: Request): Promise<Response> => {
      for await (const piece of body ?? []) {
        await vi.advanceTimersByTimeAsync(900);
        sent += piece.length;
      }
      void vi.advanceTimersByTimeAsync(1000);
      return await untilAborted(signal);
    };
    const larder = createLarderClient({ baseUrl, timeout: 1000, fetch });
    const published = larder.publish(at, { blob: new Blob(['bytes']), name: 'a-1.0.0.txt' });
    await expect(published).rejects.toThrow('no response within 1000 ms.');
    expect(sent).toBeGreaterThan(5);
  });

  it('does not limit the pause before a retry', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '30' };
    const replies = [new Response('{}', { status: 503, headers }), Response.json({ status: 'ok' })];
    const fetch = async (): Promise<Response> => replies.shift() ?? Response.error();
    const onRetry = ({ wait }: Retry): void => void vi.advanceTimersByTimeAsync(wait);
    const larder = createLarderClient({ baseUrl, timeout: 500, fetch, onRetry });
    await expect(larder.getReadiness()).resolves.toEqual({ status: 'ok' });
  });

  it('leaves the reason of the caller', async () => {
    const { url } = await listenSilently();
    const signal = AbortSignal.abort(new Error('Enough.'));
    await expect(createLarderClient({ baseUrl: url, timeout: 5000 }).getHealth({}, { signal })).rejects.toThrow(
      'Enough.',
    );
  });

  it('does not limit a download that has begun', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const headers = { 'Content-Type': 'application/octet-stream' };
    let signal: AbortSignal | undefined;
    const fetch = async (request: Request): Promise<Response> => {
      signal = request.signal;
      return new Response('bytes', { headers });
    };
    await createLarderClient({ baseUrl, timeout: 500, fetch }).getPackageFile({ ...at, package: 'id', file: 'a' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(signal?.aborted).toBe(false);
  });
});

describe('onRequest and onRetry', () => {
  it('are called in order, and headers may be added', async () => {
    const events: unknown[] = [];
    const busy = { ...problem(503, 'unavailable'), headers: { 'Retry-After': '0' } };
    const { larder, asked, url } = await startScripted([busy, health], {
      onRequest: (request) => {
        events.push([request.method, request.url]);
        request.headers.set('traceparent', '00-1');
      },
      onRetry: (retry) => events.push(retry),
    });
    await larder.getReadiness();
    const request = ['GET', `${url}/readyz`];
    const retry = { method: 'GET', url: `${url}/readyz`, status: 503, attempt: 1, wait: expect.any(Number) };
    expect(events).toEqual([request, retry, request]);
    expect(asked.map(({ headers }) => headers['traceparent'])).toEqual(['00-1', '00-1']);
  });

  it('sends nothing if onRequest fails', async () => {
    const onRequest = (): Promise<void> => Promise.reject(new Error('Not today.'));
    const { larder, asked } = await startScripted([health], { onRequest });
    await expect(larder.getHealth()).rejects.toThrow('Not today.');
    expect(asked).toEqual([]);
  });
});

it('the User-Agent names the client and its version', async () => {
  const { larder, asked } = await startScripted([health]);
  await larder.getHealth();
  await larder.getHealth({}, { headers: { 'User-Agent': 'mine/1' } });
  expect(asked.map(({ headers }) => headers['user-agent'])).toEqual([
    expect.stringMatching(/^larder-client\/\d+\.\d+\.\d+$/),
    'mine/1',
  ]);
});

/** Rejects as `fetch` does. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}

/** A server that never ends its responses, which begin with this text, if any. */
async function listenSilently(text?: string): Promise<{ readonly url: string }> {
  const server = createServer((_, response) => {
    if (text !== undefined) response.writeHead(200, { 'Content-Type': 'application/json' }).write(text);
  });
  const { url, [Symbol.asyncDispose]: close } = await listenLocally(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close();
  });
  return { url };
}

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
