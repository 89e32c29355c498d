/** Finds one of everything on a server, so that operations with path parameters can be checked. */
import type { DescribedOperation } from '../contract/description.ts';
import { pathOf, type Send, type Values } from './exchange.ts';
import { itemsIn, operationOf } from './world.ts';

/** Which operation lists the values of a path parameter, and the property of an item that has them. */
const sources: readonly (readonly [parameter: string, operation: string, property: string])[] = [
  ['package', 'listPackages', 'id'],
  ['project', 'listPackages', 'name'],
  ['file', 'listPackageFiles', 'name'],
  ['registry_token', 'listRegistryTokens', 'id'],
];

export interface Finding {
  readonly operations: readonly DescribedOperation[];
  readonly send: Send;
}

/**
 * Returns the values of one place in each ecosystem's first registry with packages, or with none if there is no such;
 * only those of the organization without registries. Missing resources have no value.
 */
export async function findPlaces(finding: Finding, organization: string): Promise<Values[]> {
  const registries = await list(finding, 'listRegistries', { organization });
  const places = new Map<string, Values>();
  for (const { slug, ecosystem } of registries.slice(0, mostRegistries)) {
    const known = places.get(String(ecosystem));
    if (known?.['package'] !== undefined) continue;
    const values = await fillIn(finding, { organization, registry: String(slug) });
    if (!known || values['package'] !== undefined) places.set(String(ecosystem), values);
  }
  return places.size === 0 ? [withQueries(finding, { organization })] : [...places.values()];
}

/** Returns the values of a registry, with one of everything in it. */
export async function fillIn(finding: Finding, registry: Values): Promise<Values> {
  let values = registry;
  for (const [parameter, operation, property] of sources) {
    const [item] = await list(finding, operation, values);
    const value = item?.[property];
    if (typeof value === 'string') values = { ...values, [parameter]: value };
  }
  return withQueries(finding, values);
}

/** Returns the values with those of required query parameters, which search for the name of a package. */
function withQueries({ operations }: Finding, values: Values): Values {
  const parameters = operations.flatMap((operation) => operation.parameters);
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const text = values['project'] ?? 'package';
  return { ...Object.fromEntries(required.map(({ name }) => [name, text])), ...values };
}

/** Registries that are looked at for one of each ecosystem. */
const mostRegistries = 100;

/** Returns an empty list if the server returns none: the checks of the operation have the reason. */
async function list(
  { operations, send }: Finding,
  id: string,
  values: Values,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const url = pathOf(operationOf({ operations }, id), values);
  return url === undefined ? [] : itemsIn((await send({ method: 'GET', url })).json);
}
