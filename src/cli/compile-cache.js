/**
 * Where Node keeps compiled code for the next start. Node runs what it finds there without comparing it with the source,
 * and its default is a folder below the temporary one, which any user can make first. Plain JavaScript that any Node can
 * read.
 */
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

const writableByOthers = 0o022;
/** Others can add to such a folder, but not replace what is in it. */
const sticky = 0o1000;

/** Does nothing if there is no folder for it, or if the environment specifies one (`NODE_COMPILE_CACHE`). */
export function enableOwnCompileCache() {
  if (module.getCompileCacheDir() !== undefined) return;
  const folder = ownCompileCache();
  if (folder !== undefined) module.enableCompileCache(folder);
}

/** Returns a folder that no other user can change or replace, and makes it if needed. Returns undefined if it cannot. */
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
  // On Windows, access lists take the place of modes, and a home folder is its user's own.
  if (process.getuid === undefined) return true;
  const { uid, mode } = lstatSync(folder);
  return (uid === 0 || uid === process.getuid()) && ((mode & writableByOthers) === 0 || (mode & sticky) !== 0);
}

function isOwn(folder) {
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & writableByOthers) === 0);
}
