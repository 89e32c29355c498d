/** Terraform finds the services of a server behind TLS by itself. */
import { createServer } from 'node:https';
import { request } from 'node:http';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openRegistry, publishModule } from '../ecosystems/terraform/wire.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { publish } from '../fixtures/server.ts';
import { buildProvider } from '../fixtures/terraform-provider.ts';
import { useCustomerServer } from './customer-server.ts';
import { present, run } from './programs.ts';
import { terraformIn, terraforms } from './terraform.ts';

const server = useCustomerServer();

const programs = terraforms.length === 0 ? ['terraform'] : terraforms;

/** Creates a certificate for this machine, and returns the paths of certificate and key. */
async function createCertificate(folder: string): Promise<{ readonly certificate: string; readonly key: string }> {
  const [certificate, key] = [path.join(folder, 'certificate.pem'), path.join(folder, 'key.pem')];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', certificate];
  const { ok, output } = await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...name, ...files]);
  expect(ok, output).toBe(true);
  return { certificate, key };
}

describe.skipIf(terraforms.length === 0 || !present('openssl')).each(programs)('%s', (program) => {
  test('installs a module and a provider of private registries from a host with TLS', async () => {
    const registry = await openRegistry(server(), false);
    await publishModule(server(), registry, '1.0.0');
    const provider = buildProvider({});
    expect((await publish(server(), registry.slug, provider.name, provider.bytes)).status).toBe(200);
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
    const { certificate, key } = await createCertificate(folder.path);
    const proxy = createServer(
      { cert: await readFile(certificate), key: await readFile(key) },
      ({ method, url = '', headers }, response) => {
        const sent = request(`${server().url}${url}`, { method, headers }, (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.headers);
          pipeline(reply, response, () => {});
        });
        sent.end();
      },
    );
    await using address = await listenLocally(proxy);
    const { host } = new URL(address.url);
    const environment = { SSL_CERT_FILE: certificate };
    const url = `https://${host}`;
    const machine = await terraformIn(folder.path, { url, token: registry.token, environment }, program);
    const requirement = `fruit = { source = "${host}/${registry.slug}/fruit" }`;
    const module = `module "vpc" {\n  source = "${host}/${registry.namespace}/vpc/aws"\n}`;
    await writeFile(
      path.join(machine.project, 'main.tf'),
      `terraform {\n  required_providers {\n    ${requirement}\n  }\n}\n${module}\n`,
    );
    const { ok, output } = await machine.terraform('init', '-no-color');
    expect(ok, output).toBe(true);
    expect(server().replies.map(({ operationId }) => operationId)).toContain('getServices');
  });
});
