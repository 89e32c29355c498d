/**
 * The folder in which Node caches compiled code. Node runs code from there without comparing it with the source, and
 * its default is a subfolder of the temporary folder, which any user can create first. Plain JavaScript that every
 * version of Node can parse.
 */
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

const writableByOthers = 0o022;
/** Other users can add files to a folder with this mode, but not replace existing ones. */
const sticky = 0o1000;

/** Does nothing if no safe folder exists, or if the environment specifies one (`NODE_COMPILE_CACHE`). */
export function enableOwnCompileCache() {
  if (module.getCompileCacheDir() !== undefined) return;
  const folder = ownCompileCache();
  if (folder !== undefined) module.enableCompileCache(folder);
}

/** Returns a folder that no other user can change or replace, created if needed; undefined if that is not possible. */
export function ownCompileCache(environment = process.env) {
  try {
    const caches = environment.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
    // "All paths must be absolute": others are ignored (XDG Base Directory Specification).
    if (!path.isAbsolute(caches)) return undefined;
    const existing = existingPart(caches);
    const above = realpathSync(existing);
    const folder = path.join(above, path.relative(existing, caches), 'larder');
    if (!withParents(above).every(keepsOthersOut)) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isOwn(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function existingPart(folder) {
  return existsSync(folder) ? folder : existingPart(path.dirname(folder));
}

function withParents(folder) {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

function keepsOthersOut(folder) {
  // Windows has access lists instead of modes, and a home folder belongs to its user.
  if (process.getuid === undefined) return true;
  const { uid, mode } = lstatSync(folder);
  return (uid === 0 || uid === process.getuid()) && ((mode & writableByOthers) === 0 || (mode & sticky) !== 0);
}

function isOwn(folder) {
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & writableByOthers) === 0);
}
