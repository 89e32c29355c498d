/**
 * A location is `{aa}/{bb}/{sha256}.{unique}`, where `aa` and `bb` begin the digest, so that folders stay small. Its last
 * segment alone says all of it: that is the name of the file while it is staged.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** A location that was never used before. */
export function newLocation(sha256: string): string {
  return locationOf(`${sha256}.${newUnique()}`);
}

/** Makes a name that no other file has. */
export function newUnique(): string {
  return randomUUID().replaceAll('-', '');
}

/** The path of a location. Refuses what is not one, so that no record can lead out of the folder. */
export function pathOf(blobs: string, location: string): string {
  if (!isName(nameOf(location)) || locationOf(nameOf(location)) !== location) {
    throw new Error(`Not a location of this blob store: ${JSON.stringify(location)}.`);
  }
  return join(blobs, location);
}

/** The name of a staged file whose bytes will lie at a location. */
export function nameOf(location: string): string {
  return location.slice(location.lastIndexOf('/') + 1);
}

/** The location that the name of a staged file stands for. */
export function locationOf(name: string): string {
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

/** The SHA-256 of the bytes at a location. */
export function digestOf(location: string): string {
  return nameOf(location).slice(0, 64);
}

/** Whether this is the name of a whole staged file. */
export function isName(name: string): boolean {
  return /^[0-9a-f]{64}\.[0-9a-f]{32}$/.test(name);
}
