/** An issuer with https: its keys are fetched only from a server with a certificate of its name. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import path from 'node:path';
import { promisify } from 'node:util';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { ask, newFolder, secret } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

const openssl = (...parameters: readonly string[]): Promise<unknown> => promisify(execFile)('openssl', parameters);

/** A certificate that is its own authority. */
async function certificateOf(folder: string, name: string): Promise<{ readonly cert: string; readonly key: string }> {
  const [cert, key] = [path.join(folder, `${name}.pem`), path.join(folder, `${name}.key`)];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  await openssl('req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert);
  return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
}

test.each([
  ['localhost', 200],
  ['other.example', 401],
])('a token of an issuer with a certificate of %s: %s', async (name, status) => {
  const folder = await newFolder();
  const identity = await certificateOf(folder, name);
  const authorities = path.join(folder, 'authorities.pem');
  await writeFile(authorities, identity.cert);
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  let url = '';
  const https = createServer(identity, (request, response) => {
    const isKeys = request.url === '/keys';
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` }));
  });
  await using listening = await listenLocally(https);
  url = `https://localhost:${new URL(listening.url).port}`;

  await using server = await startServerProcess({
    LARDER_ADMIN_TOKEN: secret,
    LARDER_OIDC_ISSUERS: url,
    NODE_EXTRA_CA_CERTS: authorities,
  });
  const larder = await server.ready();
  const registries = `${larder}/v2/packages/organizations/my-org/registries`;
  await ask(registries, secret, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'things', ecosystem: 'files', oidc_policy: JSON.stringify([{ iss: url }]) }),
  });
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({ iss: url, aud: `${larder}/my-org/things`, iat: now - 1, exp: now + 200 })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .sign(privateKey);
  expect((await ask(`${registries}/things/packages`, token)).status).toBe(status);
});
