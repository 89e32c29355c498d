/** Which packages count as the same: by the ecosystem's own rules for names and versions. */
import type { Ecosystem } from './ecosystem.ts';
import type { NewPackage } from '../model/records.ts';

/** The forms of a name and a version that must not come twice in a registry. */
export function identityOf(
  { names }: Ecosystem,
  { name, version }: Pick<NewPackage, 'name' | 'version'>,
): Pick<NewPackage, 'nameKey' | 'versionKey'> {
  return { nameKey: names.nameKey(name), versionKey: names.versionKey(version) };
}
