import { RegistryError } from '../model/failure.ts';
import { updateRegistry as update } from '../registry/registries.ts';
import { asRegistry } from './represent/registry.ts';
import { registryChanges } from './registry-changes.ts';
import type { Operation } from '../serving/env.ts';

/** Buildkite documents POST, its Go client sends PATCH, Terraform PUT; all three mean the same. */
export const updateRegistry: Operation<'updateRegistry' | 'patchRegistry' | 'replaceRegistry'> = async (
  { found, body },
  { larder, urls },
) => {
  const { organization, registry } = found;
  if (body.ecosystem !== undefined && body.ecosystem !== registry.ecosystem) {
    const detail = `The registry is of ecosystem ${registry.ecosystem} for life. Create another one for ${body.ecosystem}.`;
    throw new RegistryError('ecosystem-fixed', detail);
  }
  const updated = await update(larder, registry, await registryChanges(body));
  return { status: 200, body: asRegistry(organization, updated, urls) };
};
