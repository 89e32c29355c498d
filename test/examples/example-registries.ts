/** What the contract's examples send to make registries. */
import api from '../../generated/openapi.json' with { type: 'json' };
import type { Ecosystem, RegistryInput } from '../../src/client/index.ts';
import { shownBodies } from '../../src/mock/described-examples.ts';
import { operationOf } from '../client/described-operation.ts';

/** The example is named as its ecosystem is. */
export function exampleRegistry(ecosystem: Ecosystem): RegistryInput {
  const found = shownBodies(api, operationOf('createRegistry')).find(({ example }) => example === ecosystem);
  if (!found) throw new Error(`createRegistry has no example ${ecosystem}; the contract has one for each ecosystem.`);
  // The linter has compared the examples with their schema.
  return found.value as unknown as RegistryInput;
}

/** A policy with every matcher, which the examples of explanations are about. */
export const examplePolicy = [
  {
    iss: 'https://agent.buildkite.com',
    claims: {
      organization_slug: 'my_great_org',
      build_branch: {
        not_equals: 'test',
        in: ['main', 'release/1'],
        not_in: ['draft'],
        matches: ['main', 'release/*'],
      },
    },
  },
];
