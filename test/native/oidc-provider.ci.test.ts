/** Tokens of a real issuer: oidc-provider, a certified implementation of OpenID Connect. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createRegistry, startTestServer } from '../fixtures/server.ts';

it('publishes with a token of oidc-provider', async () => {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
  // A server on a port has an address of this kind.
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server = stack.use(await startTestServer({ LARDER_OIDC_ISSUERS: issuer }));
  const audience = `${server.url}/acme/things`;
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'builds',
        client_secret: 'secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'publish', audience, accessTokenFormat: 'jwt', accessTokenTTL: 300 }),
      },
    },
  });
  const respond = provider.callback();
  http.on('request', (request, response) => void respond(request, response));
  const granted = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('builds:secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'publish' }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  for (const [client, status] of [
    ['builds', 200],
    ['others', 401],
  ] as const) {
    await createRegistry(server, 'things', 'files', {
      oidc_policy: JSON.stringify([{ iss: issuer, claims: { client_id: client } }]),
    });
    const body = new FormData();
    body.set('file', new Blob(['bytes']), 'app-1.0.0.txt');
    const response = await server.ask(server.in('things', 'packages'), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body,
    });
    expect(response.status).toBe(status);
    await server.ask(server.in('things'), { method: 'DELETE' });
  }
});
