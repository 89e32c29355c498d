import type { Package } from './records.ts';

/** Returns a package's name, version and variant, for people. */
export function titleOf({ name, version, variant }: Pick<Package, 'name' | 'version' | 'variant'>): string {
  return `${name} ${version}${variant === null ? '' : ` (${variant})`}`;
}
