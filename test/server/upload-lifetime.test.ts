import { expect, it } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';

it('deletes an upload some time after its expiry, by the settings', async () => {
  await using server = await startTestServer({
    LARDER_UPLOAD_LIFETIME_MS: '100',
    LARDER_HOUSEKEEPING_PAUSE_MS: '10',
  });
  await createRegistry(server, 'shelf', 'files');
  const { form } = await bodyOf(
    server.ask(server.in('shelf', 'packages', 'upload'), { method: 'POST' }),
    'PackageUpload',
  );
  const id = form.url.split('/').at(-1) ?? '';
  const body = new FormData();
  for (const [name, value] of Object.entries(form.data)) body.set(name, value);
  body.set('file', new Blob(['x']), 'a-1.0.0.txt');
  const expired = Date.now() + 100;
  await eventually(() => expect(Date.now()).toBeGreaterThan(expired));
  expect((await fetch(form.url, { method: 'POST', body })).status).toBe(403);
  await eventually(async () => expect(await server.larder.catalog.uploads.find(id)).toBeUndefined());
});
