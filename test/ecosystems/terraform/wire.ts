/** Requests as Terraform sends them. */
import type { components } from '../../../generated/native/terraform.ts';
import { publish } from '../../fixtures/server.ts';
import { buildModule, moduleText } from '../../fixtures/terraform-module.ts';
import { issueToken } from '../../native/tokens.ts';
import { newRegistry, type WatchedServer } from '../../native/watched-server.ts';
import { expect } from 'vitest';

type Schemas = components['schemas'];

/** A registry of Terraform, and the namespace of its modules. */
export interface Registry {
  readonly slug: string;
  readonly namespace: string;
  /** Undefined for a public registry. */
  readonly token: string | undefined;
}

export async function openRegistry(server: WatchedServer, isPublic = true): Promise<Registry> {
  const slug = await newRegistry(server, 'terraform', { isPublic });
  return { slug, namespace: `acme---${slug}`, token: isPublic ? undefined : await issueToken(server) };
}

/** Publishes a version of the module `vpc` for `aws`. */
export async function publishModule(
  server: WatchedServer,
  { slug }: Registry,
  version: string,
  bytes?: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const archive = bytes ?? (await buildModule([{ name: 'main.tf', content: moduleText(version) }]));
  const { status } = await publish(server, slug, `terraform-aws-vpc-${version}.tgz`, archive);
  expect(status).toBe(200);
}

export async function getModules(
  server: WatchedServer,
  { namespace, token }: Registry,
  path: string,
): Promise<Response> {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return server.native(`v1/modules/${namespace}/${path}`, { headers });
}

export async function versionsOf(server: WatchedServer, registry: Registry): Promise<readonly string[]> {
  const reply = await getModules(server, registry, 'vpc/aws/versions');
  // The server has compared it with its schema.
  const { modules } = (await reply.json()) as Schemas['ModuleVersions'];
  return modules.flatMap(({ versions }) => versions.map(({ version }) => version));
}

/** Returns the address of the archive of a version, and fails if there is none. */
export async function addressOf(server: WatchedServer, registry: Registry, version: string): Promise<string> {
  const reply = await getModules(server, registry, `vpc/aws/${version}/download`);
  expect(reply.status).toBe(204);
  return reply.headers.get('X-Terraform-Get') ?? '';
}
