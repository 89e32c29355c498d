/** One mock for all tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { startMock, type RunningMock } from '../../src/cli/start-mock.ts';

export interface AskedMock extends RunningMock {
  /** Requests a path with a token, unless the headers specify another. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

export const registries = '/v2/packages/organizations/my_great_org/registries';

/** Called where the tests are described; returns a function that returns the mock while they run. */
export function useMock(): () => AskedMock {
  let mock: RunningMock | undefined;
  const running = (): AskedMock => {
    if (!mock) throw new Error('The mock runs only while tests do.');
    const { url } = mock;
    return { ...mock, ask: (path, init = {}) => fetch(url + path, { ...init, headers: withToken(init.headers) }) };
  };
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock?.stop());
  return running;
}

function withToken(headers: RequestInit['headers']): Headers {
  const all = new Headers({ Authorization: 'Bearer any' });
  new Headers(headers).forEach((value, name) => all.set(name, value));
  return all;
}
