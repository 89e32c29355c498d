/** Ids in upper case, which some programs write: RFC 9562, section 4, has them read in any case. */
import { expect, it } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';

it('finds packages, tokens and uploads by ids in upper case', async () => {
  await using server = await startTestServer();
  await createRegistry(server, 'shelf', 'files');
  const { id } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package');
  const post = (path: string, body?: object): Promise<Response> =>
    server.ask(path, {
      method: 'POST',
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
  const access = { description: 'builds', scopes: ['read_packages'] };
  const accessToken = await bodyOf(post('/v2/access-tokens', access), 'AccessTokenWithSecret');
  const reads = post(server.in('shelf', 'tokens'), { description: 'servers' });
  const registryToken = await bodyOf(reads, 'RegistryTokenWithSecret');
  const { form } = await bodyOf(post(server.in('shelf', 'packages', 'upload')), 'PackageUpload');
  const [uploads, uploadId = ''] = [new URL(form.url).pathname, new URL(form.url).pathname.split('/').at(-1)];
  const upload = new FormData();
  for (const [name, value] of Object.entries(form.data)) upload.set(name, value);
  upload.set('file', new Blob(['bytes']), 'tool-1.0.0.txt');

  const upper = id.toUpperCase();
  const replies = [
    await server.ask(server.in('shelf', 'packages', upper)),
    await server.ask(server.in('shelf', 'packages', upper, 'files', 'app-1.0.0.txt')),
    await server.ask(server.in('shelf', 'tokens', registryToken.id.toUpperCase())),
    await server.ask(uploads.replace(uploadId, uploadId.toUpperCase()), { method: 'POST', body: upload }),
    await server.ask(`/v2/access-tokens/${accessToken.uuid.toUpperCase()}`, { method: 'DELETE' }),
    await server.ask(server.in('shelf', 'packages', upper), { method: 'DELETE' }),
  ];
  expect([upper === id, replies.map(({ status }) => status)]).toEqual([false, [200, 200, 200, 204, 200, 200]]);
});
