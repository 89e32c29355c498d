import type { Answer } from './api.ts';
import { npmTagRequest } from './npm-requests.ts';
import { isOf } from './packages.ts';
import { isPresent, touch, type Known } from './shelf.ts';
import { stillOn, tagNames, tagOf } from './tags.ts';
import { ociUploads } from './upload-protocols.ts';
import { expectStatus, gone, type Turn } from './work.ts';

interface TagChange {
  readonly name: string;
  readonly known: Known;
  readonly isDeleted: boolean;
}

/** Sends a change of a tag, as clients of an ecosystem do. */
type TagRequest = (turn: Turn, change: TagChange) => Promise<Answer | undefined>;

/** Points a tag to a package, or deletes it. Returns false if there is no response. */
export async function changeTag(turn: Turn, known: Known): Promise<boolean> {
  const { tags, chance, ledger, outbox } = turn;
  const { registry, id = '' } = known;
  const name = chance.oneOf(tagNames) ?? '';
  const tag = tagOf(tags, registry, name);
  if (tag.isBusy) return true;
  const places = tag.places.map((place) => stillOn(turn.shelf, place));
  const [place] = places;
  const isCertain = places.length === 1;
  const change: TagChange = { name, known, isDeleted: chance.next() < 0.3 };
  // The API deletes the tag of one package; native clients delete it wherever it is, which must not change meanwhile.
  const canBeNative = isCertain && isPresent(known) && place?.busy !== true && chance.next() < 0.6;
  const native = canBeNative ? nativeRequest(change) : undefined;
  const held = native && place ? [known, place] : [known];
  for (const one of held) touch(one);
  tag.isBusy = true;
  const after = change.isDeleted ? places.map((one) => (native || one === known ? undefined : one)) : [known];
  const detail = change.isDeleted ? null : id;
  const settle = ledger.begin({ kind: 'change', registry, subject: name, detail }, outbox.seen(registry));
  const reply = await (native ?? requestOfApi)(turn, change);
  tag.isBusy = false;
  for (const one of held) one.busy = false;
  if (!reply) {
    Object.assign(tag, { places: [...places, ...after], publishing: undefined });
    return gone(turn);
  }
  // A withdrawn package gets no tags. OCI has no tag to delete if it is nowhere.
  const isRejected = change.isDeleted ? native && isOf('oci', registry) && !place : known.standing === 'withdrawn';
  const made = expectStatus(reply, ...(isRejected ? [404, 409] : [200, 202])) < 300;
  if (!made || (isCertain && place === after[0])) settle('not made');
  else if (isCertain) settle('made');
  if (made) Object.assign(tag, { places: after, publishing: undefined });
  turn.count('tagged');
  return true;
}

const requestOfApi: TagRequest = async ({ api }, { name, known: { registry, id }, isDeleted }) =>
  await api.ask(`/${registry}/packages/${id}/tags/${name}`, { method: isDeleted ? 'DELETE' : 'PUT' });

const ociRequest: TagRequest = async ({ api }, { name, known: { registry } }) =>
  await api.at(`${ociUploads.home(registry)}manifests/${name}`, { method: 'DELETE' });

/** Returns undefined if the ecosystem has none. Clients of OCI set a tag with a manifest only. */
function nativeRequest({ known: { registry }, isDeleted }: TagChange): TagRequest | undefined {
  if (isOf('javascript', registry)) return npmTagRequest;
  return isOf('oci', registry) && isDeleted ? ociRequest : undefined;
}
