/**
 * A location is `{aa}/{bb}/{sha256}.{unique}`. `aa` and `bb` are the beginning of the digest, so that folders stay
 * small. The last segment contains all information, and is the name of the file while it is staged.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** Returns a location that was never used before. */
export function newLocation(sha256: string): string {
  return locationOf(`${sha256}.${newUnique()}`);
}

/** Returns a name that no other file has. */
export function newUnique(): string {
  return randomUUID().replaceAll('-', '');
}

/** Returns the path of a location. Throws if it is not a valid location, so that no path leads out of the folder. */
export function pathOf(blobs: string, location: string): string {
  if (!isName(nameOf(location)) || locationOf(nameOf(location)) !== location) {
    throw new Error(`Not a location of this blob store: ${JSON.stringify(location)}.`);
  }
  return join(blobs, location);
}

/** Returns the name of the staged file for a location. */
export function nameOf(location: string): string {
  return location.slice(location.lastIndexOf('/') + 1);
}

/** Returns the location for the name of a staged file. */
export function locationOf(name: string): string {
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

/** Returns the SHA-256 in a location. */
export function digestOf(location: string): string {
  return nameOf(location).slice(0, 64);
}

/** Returns whether this is the name of a complete staged file. */
export function isName(name: string): boolean {
  return /^[0-9a-f]{64}\.[0-9a-f]{32}$/.test(name);
}
