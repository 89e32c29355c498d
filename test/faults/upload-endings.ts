/** Uploads that are published by their URL while something else makes them end. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { createUpload } from '../../src/registry/uploads/forms.ts';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import type { TestServer } from '../fixtures/server.ts';
import { writable } from '../../src/registry/writable.ts';

type Ending = (server: TestServer, url: string) => Promise<unknown>;

export const endings: Readonly<Record<string, Ending>> = {
  'expires and housekeeping removes it': async (server) => {
    await server.larder[writable].uploads.deleteExpired(new Date('9999-01-01'), 100);
    await clearAway(server);
  },
  'is published by another request, whose package is deleted': async (server, url) => {
    const published = await publishUrl(server, url);
    if (published.status !== 200) return published.body?.cancel();
    const { id } = await bodyOf(published, 'Package');
    await bodyOf(server.ask(server.in('debs', 'packages', id), { method: 'DELETE' }), 'Deletion');
    await clearAway(server);
  },
};

export async function upload(
  server: TestServer,
  number: number,
): Promise<{ url: string; fileName: string; bytes: Uint8Array }> {
  const { larder, organization } = server;
  const registry = await larder.catalog.registries.find(organization.id, 'debs');
  if (!registry) throw new Error('There is no registry.');
  const { upload: made, key, policy, signature } = await createUpload(larder, registry);
  const fileName = `demo_1.${number}_all.deb`;
  const bytes = Uint8Array.from(await buildDeb({ control: { Version: `1.${number}` } }));
  const form = new FormData();
  for (const [name, value] of Object.entries({ key, policy, signature })) form.set(name, value);
  form.set('file', new Blob([bytes]), fileName);
  const url = `${server.url}/uploads/${made.id}`;
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(204);
  return { url: `${url}/${fileName}`, fileName, bytes };
}

export function publishUrl(server: TestServer, url: string): Promise<Response> {
  const body = new FormData();
  body.set('package_url', url);
  return server.ask(server.in('debs', 'packages'), { method: 'POST', body });
}

/** The status. Throws if a package that was acknowledged is not there, or if it is rejected for another reason. */
export async function outcomeOf(
  server: TestServer,
  response: Response,
  fileName: string,
  bytes: Uint8Array,
): Promise<number> {
  if (response.status !== 200) {
    const rejection = await rejectionOf(response);
    expect([409, 422]).toContain(rejection.status);
    expect(['unusable-upload', 'package-exists']).toContain(rejection.type);
    return rejection.status;
  }
  const { id } = await bodyOf(response, 'Package');
  await clearAway(server);
  const file = await server.ask(server.in('debs', 'packages', id, 'files', fileName));
  const [found, expected] = [await file.bytes(), bytes].map((one) => createHash('sha256').update(one).digest('hex'));
  expect([file.status, found]).toEqual([200, expected]);
  return 200;
}

/** As the server does by itself. */
export async function clearAway({ larder }: TestServer): Promise<void> {
  await larder.blobs.sweep((location) => larder.catalog.blobs.isAdopted(location));
  await collectBlobs(larder);
}
