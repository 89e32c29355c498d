/** T-PY-12: clients that publish from a CI without a password. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAttestation } from '../../fixtures/attestation.ts';
import { buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { startIssuer, type Issuer } from '../../fixtures/oidc-issuer.ts';
import { createRegistry, startTestServer, type TestServer } from '../../fixtures/server.ts';
import { uploadForm } from './upload-form.ts';

let issuer: Issuer;
let server: TestServer;
beforeAll(async () => {
  issuer = await startIssuer();
  server = await startTestServer({ LARDER_OIDC_ISSUERS: issuer.url });
  const policy = [{ iss: issuer.url, scopes: ['write_packages'], claims: { branch: 'main' } }];
  await createRegistry(server, 'snakes', 'python', { oidc_policy: JSON.stringify(policy) });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

test.each([
  ['GET', '/_/oidc/audience'],
  ['POST', '/_/oidc/mint-token'],
])('T-PY-12: %s %s is a 404 as JSON that has the remedy', async (method, path) => {
  const reply = await fetch(server.url + path, { method });
  expect([reply.status, reply.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
  expect(await reply.json()).toMatchObject({ message: expect.stringContaining('is itself the password') });
});

test('T-PY-12: an OIDC token that the policy matches is the password of an upload', async () => {
  const wheel = { name: wheelName('demo', '1.0.0'), bytes: buildWheel() };
  const upload = async (branch: string): Promise<number> => {
    const token = await issuer.token({ aud: `${server.url}/acme/snakes`, branch });
    const body = uploadForm(wheel, { attestations: JSON.stringify([buildAttestation(wheel)]) });
    const headers = { Authorization: `Basic ${btoa(`__token__:${token}`)}` };
    return (await fetch(`${server.url}/acme/snakes/pypi/`, { method: 'POST', headers, body })).status;
  };
  expect(await upload('other')).toBe(401);
  expect(await upload('main')).toBe(200);
  // T-PY-10: the provenance has the identity of the token.
  const provenance = `${server.url}/acme/snakes/pypi/integrity/demo/1.0.0/${wheel.name}/provenance`;
  const reply = await fetch(provenance, { headers: { Authorization: `Bearer ${server.token}` } });
  const publisher = { kind: 'OIDC', claims: { iss: issuer.url, sub: 'builds' } };
  expect(await reply.json()).toMatchObject({ attestation_bundles: [{ publisher }] });
});
