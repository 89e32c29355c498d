/** A server for the fuzz tests of a file, with things for its requests. */
import { afterAll, beforeAll, expect } from 'vitest';
import { createWorld, type World } from './world.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

/** Starts it before the tests of the file; fails afterwards if one of its replies broke the contract. */
export function useWorld(): () => World {
  let server: TestServer | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    server = await startTestServer();
    world = createWorld(server);
  });
  afterAll(async () => {
    world?.[Symbol.dispose]();
    const violations = server?.violations();
    await server?.[Symbol.asyncDispose]();
    expect(violations, 'answers that broke the contract').toBe(0);
  });
  return () => {
    if (!world) throw new Error('the world is there only during tests');
    return world;
  };
}
