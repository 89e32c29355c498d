/** Equality of packages, by the ecosystem's rules for names and versions. */
import type { Ecosystem } from './ecosystem.ts';
import type { NewPackage } from '../model/records.ts';

/** Returns the normal forms of a name and a version, which are unique in a registry. */
export function identityOf(
  { names }: Ecosystem,
  { name, version }: Pick<NewPackage, 'name' | 'version'>,
): Pick<NewPackage, 'nameKey' | 'versionKey'> {
  return { nameKey: names.nameKey(name), versionKey: names.versionKey(version) };
}
