/** The only list of ecosystems. It does not compile if it differs from the contract's enum. */
import { alpine } from '../ecosystems/alpine/index.ts';
import { debian } from '../ecosystems/debian/index.ts';
import { files } from '../ecosystems/files/index.ts';
import { helm } from '../ecosystems/helm/index.ts';
import { javascript } from '../ecosystems/javascript/index.ts';
import { oci } from '../ecosystems/oci/index.ts';
import { python } from '../ecosystems/python/index.ts';
import { redhat } from '../ecosystems/redhat/index.ts';
import { terraform } from '../ecosystems/terraform/index.ts';
import type { EcosystemId } from '../model/values.ts';
import type { Ecosystem } from '../registry/ecosystem.ts';
import type { EcosystemModule } from '../serving/ecosystem-module.ts';
import type { Instructions } from '../serving/instructions.ts';

export type Modules = readonly EcosystemModule[];

export const modules = [
  alpine,
  debian,
  files,
  helm,
  javascript,
  oci,
  python,
  redhat,
  terraform,
] as const satisfies Modules;

export const ecosystems: Readonly<Record<EcosystemId, Ecosystem>> = ecosystemsOf(modules);

/** Returns the ecosystems of all modules by their ids. Throws an `Error` if two have the same id. */
export function ecosystemsOf<Id extends EcosystemId>(
  of: readonly EcosystemModule<Id>[],
): Readonly<Record<Id, Ecosystem>> {
  return byId(of, (_, ecosystem) => ecosystem);
}

/** Returns the instructions of each ecosystem by its id. Throws an `Error` if two have the same id. */
export function instructionsOf<Id extends EcosystemId>(
  of: readonly EcosystemModule<Id>[],
): Readonly<Record<Id, Instructions>> {
  return byId(of, ({ instructions }) => instructions);
}

function byId<Id extends EcosystemId, Value>(
  modulesOf: readonly EcosystemModule<Id>[],
  valueOf: (module: EcosystemModule<Id>, ecosystem: Ecosystem<Id>) => Value,
): Readonly<Record<Id, Value>> {
  const values: [Id, Value][] = modulesOf.flatMap((module) =>
    module.ecosystems.map((ecosystem): [Id, Value] => [ecosystem.id, valueOf(module, ecosystem)]),
  );
  const ids = values.map(([id]) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`Two ecosystems have the id ${twice}.`);
  // The modules have exactly these ids.
  return Object.fromEntries(values) as Record<Id, Value>;
}
