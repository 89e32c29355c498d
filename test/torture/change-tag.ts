import { touch, type Known } from './shelf.ts';
import { stillOn, tagNames } from './tags.ts';
import { expectStatus, gone, type Turn } from './work.ts';

/** Points a tag to a package, or deletes it there. Returns false if there is no response. */
export async function changeTag(turn: Turn, known: Known): Promise<boolean> {
  const { tags, chance, ledger, outbox } = turn;
  const { registry, id = '' } = known;
  const name = chance.oneOf(tagNames) ?? '';
  const key = `${registry}/${name}`;
  const tag = tags.get(key) ?? { places: [undefined], isBusy: false };
  if (tag.isBusy) return true;
  tags.set(key, tag);
  tag.isBusy = true;
  touch(known);
  const places = tag.places.map((place) => stillOn(turn.shelf, place));
  const isDeleted = chance.next() < 0.3;
  const after = isDeleted ? places.map((place) => (place === known ? undefined : place)) : [known];
  const detail = isDeleted ? null : id;
  const settle = ledger.begin({ kind: 'change', registry, subject: name, detail }, outbox.seen(registry));
  const reply = await turn.api.ask(`/${registry}/packages/${id}/tags/${name}`, {
    method: isDeleted ? 'DELETE' : 'PUT',
  });
  tag.isBusy = false;
  known.busy = false;
  if (!reply) {
    tag.places = [...places, ...after];
    return gone(turn);
  }
  // A withdrawn package gets no tags.
  const made = expectStatus(reply, !isDeleted && known.standing === 'withdrawn' ? 409 : 200) === 200;
  const isCertain = places.length === 1;
  if (!made || (isCertain && places[0] === after[0])) settle('not made');
  else if (isCertain) settle('made');
  if (made) tag.places = after;
  turn.count('tagged');
  return true;
}
