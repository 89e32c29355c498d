/**
 * MSW intercepts requests of clients that are created before and after it starts: `msw.js {larder-client} '{"baseUrl":
 * …}'`. It responds to all uploads but one, which it passes on to the server.
 */
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';

const { createLarderClient } = await import(process.argv[2]);
const { baseUrl, token, at, path } = JSON.parse(process.argv[3]);
const seen = [];
const handlers = [
  http.delete('*', () => HttpResponse.json({ message: 'Deleted nothing.' })),
  http.post('*/packages', async ({ request }) => {
    const file = (await request.clone().formData()).get('file');
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    seen.push(Buffer.from(digest).toString('hex'));
    return passthrough();
  }),
];

const before = createLarderClient({ baseUrl, token });
const server = setupServer(...handlers);
server.listen({ onUnhandledRequest: 'bypass' });
const after = createLarderClient({ baseUrl, token });

const results = {};
for (const [name, larder] of Object.entries({ before, after })) {
  const registry = '/v2/packages/organizations/{organization}/registries/{registry}';
  const deleted = await larder.DELETE(registry, { params: { path: at } });
  const blob = new Blob(['the bytes of a Blob']);
  const published = [
    await larder.publish(at, { blob, name: `blob-${name}-1.0.0.txt` }),
    await larder.publish(at, { blob, name: `progress-${name}-1.0.0.txt` }, { onProgress: () => {} }),
    await larder.publish(at, { path, name: `path-${name}-1.0.0.txt` }),
  ];
  results[name] = { deleted: deleted.data, published: published.map(({ data }) => data?.digests.sha256) };
}
server.close();
process.stdout.write(JSON.stringify({ ...results, seen }), () => process.exit(0));
