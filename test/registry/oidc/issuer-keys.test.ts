/** When keys of issuers are fetched, and what happens if they cannot be. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIssuerKeys, keyTimes, type KeyTimes } from '../../../src/registry/oidc/issuer-keys.ts';
import { isSignedBy } from '../../../src/registry/oidc/verify-token.ts';
import { startIssuer, type Handle, type Issuer } from '../../fixtures/oidc-issuer.ts';

let issuer: Issuer;
beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer[Symbol.asyncDispose]());

const keysWith = (times: Partial<KeyTimes> = {}): ReturnType<typeof createIssuerKeys> =>
  createIssuerKeys({ ...keyTimes, ...times });

describe('keys', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('verify %s', async (algorithm) => {
    await using other = await startIssuer(algorithm);
    expect(await isSignedBy(other.url, await other.token({}), keysWith())).toBe(true);
    expect(await isSignedBy(other.url, await issuer.token({}), keysWith())).toBe(false);
  });

  it('are fetched once for many tokens', async () => {
    const keysOf = keysWith();
    const token = await issuer.token({});
    const signed = await Promise.all(Array.from({ length: 20 }, () => isSignedBy(issuer.url, token, keysOf)));
    expect(signed.every(Boolean)).toBe(true);
    expect(issuer.requests).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('are fetched again for a key that is missing', async () => {
    const keysOf = keysWith({ pause: 0 });
    await isSignedBy(issuer.url, await issuer.token({}), keysOf);
    await issuer.rotate();
    expect(await isSignedBy(issuer.url, await issuer.token({}), keysOf)).toBe(true);
    expect(issuer.requests).toHaveLength(4);
  });

  it('are not fetched again immediately, however many tokens have missing keys', async () => {
    const keysOf = keysWith();
    await isSignedBy(issuer.url, await issuer.token({}), keysOf);
    await issuer.rotate();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token({})));
    for (const token of tokens) expect(await isSignedBy(issuer.url, token, keysOf)).toBe(false);
    expect(issuer.requests).toHaveLength(2);
  });

  it('are fetched again after their lifetime, and stay in use if they cannot be', async () => {
    const keysOf = keysWith({ lifetime: 0, pause: 0 });
    const token = await issuer.token({});
    await isSignedBy(issuer.url, token, keysOf);
    issuer.misbehave((_, response) => response.writeHead(500).end());
    expect(await isSignedBy(issuer.url, token, keysOf)).toBe(true);
    expect(issuer.requests).toHaveLength(3);
  });
});

describe('an issuer signs nothing if it', () => {
  it.each<[string, Handle]>([
    ['never responds', () => undefined],
    ['returns an error', (_, response) => response.writeHead(500).end('{}')],
    ['redirects', (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()],
    ['sends no JSON', (_, response) => response.end('<html>')],
    ['is another one', (_, response) => response.end(JSON.stringify({ issuer: 'https://example.com' }))],
    [
      'has its keys elsewhere',
      (_, response) => response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: 'http://10.0.0.1/' })),
    ],
    ['sends 100 MB', (_, response) => void sendEndlessly(response, 100)],
    ['sends bytes for ever', (_, response) => void sendEndlessly(response, Infinity)],
  ])('%s', async (_, fault) => {
    issuer.misbehave(fault);
    const begun = performance.now();
    expect(await isSignedBy(issuer.url, await issuer.token({}), keysWith({ deadline: 1000 }))).toBe(false);
    // A deadline of a second, on a busy machine.
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it('failed just now, without a further request', async () => {
    const keysOf = keysWith();
    issuer.misbehave((_, response) => response.writeHead(500).end());
    for (let count = 0; count < 5; count += 1) await isSignedBy(issuer.url, await issuer.token({}), keysOf);
    expect(issuer.requests).toHaveLength(1);
  });
});

async function sendEndlessly(response: Parameters<Handle>[1], megabytes: number): Promise<void> {
  for (let sent = 0; sent < megabytes && !response.destroyed; sent += 1)
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.write(Buffer.alloc(1024 * 1024, ' '), () => resolve());
    });
  response.end();
}
