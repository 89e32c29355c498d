import type { Package } from './records.ts';

/** A name, a version and a variant for people. */
export function titleOf({ name, version, variant }: Pick<Package, 'name' | 'version' | 'variant'>): string {
  return `${name} ${version}${variant === null ? '' : ` (${variant})`}`;
}
