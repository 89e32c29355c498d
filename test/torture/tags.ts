/** Tags that move between packages. */
import type { Chance } from './chance.ts';
import type { Known, Shelf } from './shelf.ts';
import { BrokenPromise } from './broken-promise.ts';
import type { Schemas } from './api.ts';

/** The packages that a tag of a registry may point to. */
interface Tag {
  /** More than one if a request has no response. Undefined for none. */
  places: readonly (Known | undefined)[];
  /** The new package whose publication has no response, which moves the tag in the same step. */
  publishing?: Known | undefined;
  isBusy: boolean;
}

export type Tags = Map<string, Tag>;

export const tagNames = ['stable', 'next'];

/** A tag goes with its package. */
export function stillOn(shelf: Shelf, place: Known | undefined): Known | undefined {
  return place && shelf.find(place.registry, place.version) === place ? place : undefined;
}

/** Returns the tag of a registry. */
export function tagOf(tags: Tags, registry: string, name: string): Tag {
  const key = `${registry}/${name}`;
  const tag = tags.get(key) ?? { places: [undefined], isBusy: false };
  tags.set(key, tag);
  return tag;
}

export interface HeldTag {
  readonly name: string;
  /** Called after the publication; with undefined if it has no response. */
  readonly settle: (isMade: boolean | undefined) => void;
}

/** Returns a tag that the publication of a package moves; undefined if its place is not certain, or another request moves it. */
export function holdTag(
  { tags, chance }: { readonly tags: Tags; readonly chance: Chance },
  known: Known,
): HeldTag | undefined {
  const name = chance.oneOf(tagNames) ?? '';
  const tag = tagOf(tags, known.registry, name);
  if (tag.isBusy || tag.places.length > 1) return undefined;
  tag.isBusy = true;
  const settle: HeldTag['settle'] = (isMade) => {
    tag.isBusy = false;
    if (isMade === true) tag.places = [known];
    else if (isMade === undefined)
      Object.assign(tag, { places: [...tag.places, known], publishing: known.unsure ? known : undefined });
  };
  return { name, settle };
}

/** Returns where the tag may be, after it is known which packages exist. */
function possiblePlaces(shelf: Shelf, { places, publishing }: Tag): readonly (Known | undefined)[] {
  if (stillOn(shelf, publishing)) return [publishing];
  return places
    .filter((place) => publishing === undefined || place !== publishing)
    .map((place) => stillOn(shelf, place));
}

/** Compares the tags of all packages of a registry with those that were promised, and makes these certain. */
export function verifyTags(
  tags: Tags,
  shelf: Shelf,
  registry: string,
  listed: readonly Pick<Schemas['PackageListItem'], 'version' | 'tags'>[],
): void {
  for (const name of tagNames) {
    const tag = tags.get(`${registry}/${name}`);
    const versions = listed.filter((item) => item.tags?.includes(name)).map(({ version }) => version);
    const possible = tag ? possiblePlaces(shelf, tag) : [undefined];
    const index = possible.findIndex((place) => place?.version === versions[0]);
    if (index === -1 || versions.length > 1)
      throw new BrokenPromise(
        `${registry}: ${name} points to ${versions.join() || 'nothing'} instead of ${possible.map((place) => place?.version ?? 'nothing').join(' or ')}.`,
      );
    if (tag) Object.assign(tag, { places: [possible[index]], publishing: undefined });
  }
}
