/** Operations of the tag Registries. */
import { Failure } from '../model/failure.ts';
import type { Registry } from '../model/records.ts';
import type { Larder } from '../registry/larder.ts';
import {
  createRegistry as create,
  deleteRegistry as remove,
  updateRegistry as update,
} from '../registry/registries.ts';
import { rotateKey } from '../registry/rotate-key.ts';
import type { ApiOperations, Operation } from '../serving/env.ts';
import { nativeRegistryOf } from '../serving/native-registry.ts';
import { pageOfList } from './page-of-list.ts';
import { registryChanges } from './registry-changes.ts';
import { asRegistry } from './represent/registry.ts';
import { asSigningKeys, type SigningKeys } from './represent/signing-key.ts';

const listRegistries: Operation<'listRegistries'> = async ({ found, query }, { larder, urls }) => {
  const { organization } = found;
  const registries = larder.catalog.registries.list(organization.id);
  const page = await pageOfList(
    registries,
    query,
    (one) => asRegistry(organization, one, urls),
    (at) => urls.of('listRegistries', { organization: organization.slug }, at),
  );
  return { status: 200, ...page };
};

const createRegistry: Operation<'createRegistry'> = async ({ found, body }, { larder, urls }) => {
  const { name, ecosystem } = body;
  const registry = await create(larder, found.organization, { ...(await registryChanges(body)), name, ecosystem });
  return { status: 200, body: asRegistry(found.organization, registry, urls) };
};

const getRegistry: Operation<'getRegistry'> = ({ found }, { urls }) => ({
  status: 200,
  body: asRegistry(found.organization, found.registry, urls),
});

/** Buildkite documents POST, its Go client sends PATCH, Terraform sends PUT. All three are equivalent. */
const updateRegistry: Operation<'updateRegistry' | 'patchRegistry' | 'replaceRegistry'> = async (
  { found, body },
  { larder, urls },
) => {
  const { organization, registry } = found;
  if (body.ecosystem !== undefined && body.ecosystem !== registry.ecosystem) {
    const detail = `The ecosystem of a registry cannot be changed from ${registry.ecosystem}. Create another registry for ${body.ecosystem}.`;
    throw new Failure('ecosystem-fixed', detail);
  }
  const updated = await update(larder, registry, await registryChanges(body));
  return { status: 200, body: asRegistry(organization, updated, urls) };
};

const deleteRegistry: Operation<'deleteRegistry'> = async ({ found }, { larder }) => {
  const { id, name } = found.registry;
  await remove(larder, found.registry);
  return { status: 200, body: { id, message: `Deleted registry "${name}" and its packages.` } };
};

const explainOidcPolicy: Operation<'explainOidcPolicy'> = async ({ found, body }, { oidc }) => {
  const { organization, registry } = found;
  // The contract requires exactly one of the two.
  const input = body.token === undefined ? { claims: body.claims ?? {} } : { token: body.token };
  return { status: 200, body: await oidc.explain(organization.slug, registry, input) };
};

const listSigningKeys: Operation<'listSigningKeys'> = async ({ found }, { larder }) => ({
  status: 200,
  body: await readKeys(larder, found.registry),
});

const createSigningKey: Operation<'createSigningKey'> = async ({ found, body }, { larder }) => {
  await rotateKey(larder, found, new Date(Date.now() + body.old_keys_expire_in_days * DAY));
  return { status: 200, body: await readKeys(larder, found.registry) };
};

const listClients: Operation<'listClients'> = async ({ found }, context) => {
  const clients = context.instructions[found.registry.ecosystem].clients(await nativeRegistryOf(found, context));
  const body = clients.map(({ client, setUp, publish, tokenAdvice }) => ({
    client,
    set_up: [...setUp],
    publish: [...publish],
    token_advice: tokenAdvice ?? null,
  }));
  return { status: 200, body };
};

async function readKeys({ catalog, ecosystems }: Larder, { id, ecosystem }: Registry): Promise<SigningKeys> {
  return asSigningKeys(await catalog.registries.signingKeys(id, new Date()), ecosystems[ecosystem].signing);
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

export const registries = {
  listRegistries,
  createRegistry,
  getRegistry,
  updateRegistry,
  patchRegistry: updateRegistry,
  replaceRegistry: updateRegistry,
  deleteRegistry,
  explainOidcPolicy,
  listSigningKeys,
  createSigningKey,
  listClients,
} satisfies Partial<ApiOperations>;
