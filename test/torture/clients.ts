/** Clients that change registries concurrently until all servers are killed, and remember the responses. */
import { changeStanding, copy, publish, publishPresigned, remove } from './change-packages.ts';
import { readDocuments } from './read-documents.ts';
import { publishNpm } from './npm-requests.ts';
import { isOf } from './packages.ts';
import { pushAgain, pushArtifact, pushImage, pushIndex } from './push-images.ts';
import { isPresent, type Known } from './shelf.ts';
import { changeTag } from './change-tag.ts';
import { continueUpload } from './upload-in-pieces.ts';
import type { Turn, Work } from './work.ts';

/** Above so many packages, clients rather delete. */
const plenty = 80;

/** Runs one client until all servers are killed. Rejects if a response is wrong. */
export async function keepWorking(work: Work): Promise<void> {
  for (;;) {
    const target = work.chance.oneOf(work.targets.filter((one) => !one.isKilled()));
    if (target === undefined) return;
    if (await workOnce({ ...work, target, api: target.api })) work.replied();
  }
}

/** Returns false if there is no response. */
async function workOnce(turn: Turn): Promise<boolean> {
  const { chance, shelf } = turn;
  const certain = shelf.all().filter(isCertain);
  const one = chance.oneOf(certain);
  const luck = chance.next() + (certain.length > plenty ? 0.3 : 0);
  if (!one || luck < 0.25) return await publishOne(turn);
  if (luck < 0.35) return await publishPresigned(turn);
  if (luck < 0.6) return await continueUpload(turn);
  if (luck < 0.66) return await readDocuments(turn);
  if (luck < 0.73) return await workOnImage(turn);
  if (luck < 0.79) return await changeStanding(turn, chance.oneOf([one, chance.oneOf(certain.filter(isOfNpm))]) ?? one);
  if (luck < 0.86) return await changeTag(turn, one);
  return luck < 0.93 ? await copy(turn, one) : await remove(turn, one);
}

/** npm unpublishes by a request of its own. */
function isOfNpm({ registry, standing }: Known): boolean {
  return isOf('javascript', registry) && standing !== 'withdrawn';
}

function isCertain({ busy, unsure, id, standing }: Known): boolean {
  return !busy && !unsure && id !== undefined && standing !== undefined;
}

/** What clients of images do with one of them. The API needs an id, but they do not. */
async function workOnImage(turn: Turn): Promise<boolean> {
  const { chance, shelf } = turn;
  const image = chance.oneOf(shelf.all().filter((known) => isOf('oci', known.registry) && isPresent(known)));
  if (!image) return await pushImage(turn);
  return await (chance.oneOf([pushIndex, pushArtifact, pushAgain, remove]) ?? pushIndex)(turn, image);
}

/** Many of them are files; those of JavaScript come from npm or, like the others, in a form. */
async function publishOne(turn: Turn): Promise<boolean> {
  const { chance } = turn;
  if (chance.next() < 0.4) return await publish(turn, 'files');
  if (chance.next() < 0.3) return await pushImage(turn);
  const ecosystem = chance.oneOf(['debian', 'python', 'javascript', 'javascript'] as const) ?? 'debian';
  return ecosystem === 'javascript' && chance.next() < 0.8 ? await publishNpm(turn) : await publish(turn, ecosystem);
}
