/** T-PY-12: twine publishes with the OIDC token of a CI as its password. */
import { expect, test } from 'vitest';
import { startIssuer } from '../../fixtures/oidc-issuer.ts';
import { createRegistry, startTestServer } from '../../fixtures/server.ts';
import { hasClient, openProject, twine } from './publishing-project.ts';

test.skipIf(!hasClient('twine'))('T-PY-12: twine publishes with an OIDC token as its password (twine)', async () => {
  await using issuer = await startIssuer();
  await using server = await startTestServer({ LARDER_OIDC_ISSUERS: issuer.url });
  const policy = [{ iss: issuer.url, scopes: ['write_packages'], claims: { branch: 'main' } }];
  await createRegistry(server, 'snakes', 'python', { oidc_policy: JSON.stringify(policy) });
  const url = `${server.url}/acme/snakes/pypi/`;
  const publish = async (branch: string): ReturnType<typeof twine> =>
    await twine(await openProject({ url, token: await issuer.token({ aud: `${server.url}/acme/snakes`, branch }) }));
  const rejected = await publish('other');
  expect([rejected.ok, rejected.output]).toEqual([false, expect.stringContaining('401')]);
  const published = await publish('main');
  expect(published.ok, published.output).toBe(true);
  const listed = await server.ask(server.in('snakes', 'packages'));
  const publishedBy = { issuer: issuer.url, description: 'builds' };
  expect(await listed.json()).toMatchObject({ items: [{ published_by: publishedBy }, { published_by: publishedBy }] });
});
