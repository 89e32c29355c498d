import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTokenUses } from '../../src/registry/token-uses.ts';
import type { Token } from '../../src/model/records.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';
import { findToken } from '../../src/registry/tokens.ts';
import { writable } from '../../src/registry/writable.ts';

let server: TestServer;
let token: Token;
let secret: string;
beforeEach(async () => {
  server = await startTestServer();
  secret = await storeToken(server.larder);
  const found = await findToken(server.larder, secret);
  if (!found) throw new Error('The token was not stored.');
  token = found;
});
afterEach(async () => {
  vi.useRealTimers();
  await server[Symbol.asyncDispose]();
});

/** Uses whose writes wait until they are let go, or fail. */
function slowUses() {
  const written: string[] = [];
  const errors: unknown[] = [];
  const writing = Promise.withResolvers<void>();
  const { tokens } = server.larder[writable];
  const used = async (id: string, at: Date): Promise<void> => {
    written.push(at.toISOString());
    await writing.promise;
    await tokens.used(id, at);
  };
  const catalog = { ...server.larder[writable], tokens: { ...tokens, used } };
  return { uses: createTokenUses({ [writable]: catalog }, (error) => errors.push(error)), writing, written, errors };
}

it('returns the time of a use before it is written, and waits for the write in settle', async () => {
  const { uses, writing } = slowUses();
  expect(uses.note(token).lastUsedAt).toBeInstanceOf(Date);
  const settled = uses.settle();
  expect((await findToken(server.larder, secret))?.lastUsedAt).toBeNull();
  writing.resolve();
  await settled;
  expect((await findToken(server.larder, secret))?.lastUsedAt).toBeInstanceOf(Date);
});

it('writes a minute once, and no second one while the first is still being written', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T10:00:30.000Z') });
  const { uses, writing, written } = slowUses();
  uses.note(token);
  uses.note(token);
  vi.setSystemTime(new Date('2030-01-01T10:01:00.000Z'));
  uses.note(token);
  writing.resolve();
  await uses.settle();
  const first = [...written];
  uses.note(token);
  await uses.settle();
  expect([first, written]).toEqual([
    ['2030-01-01T10:00:00.000Z'],
    ['2030-01-01T10:00:00.000Z', '2030-01-01T10:01:00.000Z'],
  ]);
});

it('reports a write that fails, once a minute, and goes on', async () => {
  const { uses, writing, errors } = slowUses();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T10:00:30.000Z') });
  writing.promise.catch(() => undefined);
  writing.reject(new Error('read-only'));
  for (let n = 0; n < 3; n += 1) {
    expect(uses.note(token).id).toBe(token.id);
    await uses.settle();
  }
  expect(errors).toEqual([new Error('read-only')]);
});
