import { Failure } from '../model/failure.ts';
import { mostTags } from '../model/limits.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package } from '../model/records.ts';

/** Returns the failure for a package that cannot get another tag. */
export function tooManyTags(pkg: Pick<Package, 'name' | 'version' | 'variant'>): Failure {
  const detail = `${titleOf(pkg)} already has ${mostTags} tags, the maximum. Delete one of them first.`;
  return new Failure('too-many-tags', detail);
}
