/** Requests to a Python registry, and packages for it. */
import { expect } from 'vitest';
import { buildWheel, wheelName, type WheelRecipe } from '../fixtures/python-package.ts';
import { createRegistry, publish } from '../fixtures/server.ts';
import type { WatchedServer } from './watched-server.ts';

export const JSON_V1 = 'application/vnd.pypi.simple.v1+json';
export const HTML_V1 = 'application/vnd.pypi.simple.v1+html';

let made = 0;

/** Creates an empty registry and returns its unique slug. */
export async function newPythonRegistry(
  server: WatchedServer,
  { isPublic = true }: { readonly isPublic?: boolean } = {},
): Promise<string> {
  made += 1;
  const slug = `python-${made}`;
  const { status } = await createRegistry(server, slug, 'python', { public: isPublic });
  expect(status).toBe(200);
  return slug;
}

/** Publishes a wheel under its own name; returns the id of the package and the bytes. */
export async function publishWheel(
  server: WatchedServer,
  registry: string,
  recipe: WheelRecipe & { readonly tags?: string } = {},
): Promise<{ id: string; fileName: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { name = 'demo', version = '1.0.0', tags } = recipe;
  const bytes = buildWheel(recipe);
  const fileName = wheelName(name, version, tags);
  return { id: await published(server, registry, fileName, bytes), fileName, bytes };
}

/** Publishes bytes and returns the id of the package; throws if that fails. */
export async function published(
  server: WatchedServer,
  registry: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const reply = await publish(server, registry, fileName, bytes);
  const text = await reply.text();
  expect(reply.status, text).toBe(200);
  return /"id":"([0-9a-f-]+)"/.exec(text)?.[1] ?? '';
}
