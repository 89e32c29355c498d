/** Converts the settings of a registry from a request body. */
import type { components } from '../../generated/api.ts';
import { keptPolicy } from '../registry/oidc/policy.ts';
import type { RegistryChanges } from '../model/records.ts';

/**
 * Absent properties stay absent, so that they keep their value. Null clears a value, and so does an empty string, which
 * clients without null in their types send. Throws `invalid-policy`.
 */
export async function registryChanges(body: components['schemas']['RegistryChanges']): Promise<RegistryChanges> {
  const { name, description, emoji, color, oidc_policy: policy, team_ids: teamIds } = body;
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(emoji !== undefined && { emoji }),
    ...(color !== undefined && { color: color ? sixDigits(color) : null }),
    ...(body.public !== undefined && { public: body.public }),
    ...(policy !== undefined && { oidcPolicy: policy === null || policy === '' ? null : await keptPolicy(policy) }),
    ...(teamIds !== undefined && { teamIds: teamIds ?? [] }),
  };
}

/** Returns `#ffccff` for `#fcf`, and other colours unchanged. */
function sixDigits(color: string): string {
  return color.length === '#fcf'.length ? color.replaceAll(/[^#]/g, '$&$&') : color;
}
