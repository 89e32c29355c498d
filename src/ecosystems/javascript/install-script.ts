/** Whether a package runs code when it is installed. */
import { objectOf, textOf } from '../../formats/json-values.ts';
import type { TarballContent } from './tarball.ts';

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

/**
 * Returns whether clients run a script of the tarball when they install it. Without `install` and `preinstall`, npm
 * compiles a package with a `binding.gyp`, unless `gypfile` is false (npm's documentation of package.json, "scripts").
 */
export function hasInstallScript({ packageJson, hasBindingGyp }: TarballContent): boolean {
  const scripts = objectOf(packageJson['scripts']);
  const has = (name: string): boolean => (textOf(scripts[name]) ?? '') !== '';
  if (INSTALL_SCRIPTS.some(has)) return true;
  return hasBindingGyp && packageJson['gypfile'] !== false;
}
