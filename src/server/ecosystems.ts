/** The only list of ecosystems. It does not compile if it differs from the contract's enum. */
import { debian } from '../ecosystems/debian/index.ts';
import { files } from '../ecosystems/files/index.ts';
import { python } from '../ecosystems/python/index.ts';
import type { EcosystemId } from '../model/values.ts';
import type { Ecosystem } from '../registry/ecosystem.ts';
import type { EcosystemModule } from '../serving/ecosystem-module.ts';

export type Modules = Readonly<Record<EcosystemId, EcosystemModule>>;

export const modules: Modules = { debian, files, python };

/** Returns one property of each module, by the ecosystem's id. */
export function eachOf<Key extends 'ecosystem' | 'instructions'>(
  of: Modules,
  key: Key,
): Readonly<Record<EcosystemId, EcosystemModule[Key]>> {
  const entries = Object.entries(of).map(([id, module]) => [id, module[key]]);
  // The result has the same keys as the modules.
  return Object.fromEntries(entries) as Record<EcosystemId, EcosystemModule[Key]>;
}

export const ecosystems: Readonly<Record<EcosystemId, Ecosystem>> = eachOf(modules, 'ecosystem');
