/** Tags that move between packages. */
import type { Known, Shelf } from './shelf.ts';
import { BrokenPromise } from './broken-promise.ts';
import type { Schemas } from './api.ts';

/** The packages that a tag of a registry may point to. */
interface Tag {
  /** More than one if a request has no response. Undefined for none. */
  places: readonly (Known | undefined)[];
  isBusy: boolean;
}

export type Tags = Map<string, Tag>;

export const tagNames = ['stable', 'next'];

/** A tag goes with its package. */
export function stillOn(shelf: Shelf, place: Known | undefined): Known | undefined {
  return place && shelf.find(place.registry, place.version) === place ? place : undefined;
}

/** Compares the tags of all packages of a registry with those that were promised, and makes these certain. */
export function verifyTags(
  tags: Tags,
  shelf: Shelf,
  registry: string,
  listed: readonly Schemas['PackageListItem'][],
): void {
  for (const name of tagNames) {
    const tag = tags.get(`${registry}/${name}`);
    const versions = listed.filter((item) => item.tags?.includes(name)).map(({ version }) => version);
    const possible = (tag?.places ?? [undefined]).map((place) => stillOn(shelf, place));
    const index = possible.findIndex((place) => place?.version === versions[0]);
    if (index === -1 || versions.length > 1)
      throw new BrokenPromise(
        `${registry}: ${name} points to ${versions.join() || 'nothing'} instead of ${possible.map((place) => place?.version ?? 'nothing').join(' or ')}.`,
      );
    if (tag) tag.places = [possible[index]];
  }
}
