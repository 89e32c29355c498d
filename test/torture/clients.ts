/** Clients that change registries concurrently until all servers are killed, and remember the responses. */
import type { Chance } from './chance.ts';
import { changeStanding, copy, publish, publishPresigned, remove } from './change-packages.ts';
import { readDocuments } from './read-documents.ts';
import type { Known } from './shelf.ts';
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
  if (!one || luck < 0.25) return await publish(turn, ecosystemOf(chance));
  if (luck < 0.35) return await publishPresigned(turn);
  if (luck < 0.6) return await continueUpload(turn);
  if (luck < 0.68) return await readDocuments(turn);
  if (luck < 0.76) return await changeStanding(turn, one);
  if (luck < 0.84) return await changeTag(turn, one);
  return luck < 0.92 ? await copy(turn, one) : await remove(turn, one);
}

function isCertain({ busy, unsure, id, standing }: Known): boolean {
  return !busy && !unsure && id !== undefined && standing !== undefined;
}

function ecosystemOf(chance: Chance): Parameters<typeof publish>[1] {
  return chance.next() < 0.5 ? 'files' : (chance.oneOf(['debian', 'python'] as const) ?? 'debian');
}
