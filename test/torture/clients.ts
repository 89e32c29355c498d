/** Clients that publish, copy and delete concurrently until the server is killed, and remember its responses. */
import { setTimeout as delay } from 'node:timers/promises';
import { bodyOf, organization, textOf, type Answer, type Api } from './api.ts';
import type { Chance } from './chance.ts';
import { makePackage, registries, type Ecosystem, type Made } from './packages.ts';
import type { Known, Shelf } from './shelf.ts';

export interface Work {
  readonly api: Api;
  readonly shelf: Shelf;
  readonly chance: Chance;
  /** Gives each package a number of its own, in all rounds. */
  readonly nextNumber: () => number;
  /** How long the server lets the form of a presigned upload be used, in milliseconds. */
  readonly uploadLifetime: number;
  /** Called after each change with a response. */
  readonly replied: () => void;
  /** Called for each presigned upload that had expired before its package was added. */
  readonly expired: () => void;
  /** True after the server was killed: from then on, a missing response is expected. */
  readonly killed: () => boolean;
}

/** Above so many packages, clients rather delete. */
const plenty = 60;

/** Runs one client until a response is missing. Rejects if a response is wrong. */
export async function keepWorking(work: Work): Promise<void> {
  while (await workOnce(work)) work.replied();
}

/** Returns false if there is no response. */
async function workOnce(work: Work): Promise<boolean> {
  const { chance, shelf } = work;
  const certain = shelf.all().filter((known) => !known.busy && !known.unsure);
  const one = chance.oneOf(certain);
  const luck = chance.next() + (certain.length > plenty ? 0.3 : 0);
  if (!one || luck < 0.35) return await publish(work, chance.next() < 0.8 ? 'files' : 'debian');
  if (luck < 0.6) return await publishPresigned(work);
  if (luck < 0.65) return await readIndex(work);
  if (luck < 0.75) return await changeStanding(work, one);
  return luck < 0.85 ? await copy(work, one) : await remove(work, one);
}

async function publish(work: Work, ecosystem: Ecosystem): Promise<boolean> {
  const registry = work.chance.oneOf(registries[ecosystem]) ?? '';
  const made = await makePackage(ecosystem, work.nextNumber(), work.chance);
  const body = new FormData();
  body.set('file', new Blob([made.bytes]), made.fileName);
  return await publishForm(work, registry, made, body);
}

async function publishPresigned(work: Work): Promise<boolean> {
  const registry = work.chance.oneOf(registries.files) ?? '';
  const made = await makePackage('files', work.nextNumber(), work.chance);
  const requestedAt = Date.now();
  const reply = await work.api.ask(`/${registry}/packages/upload`, { method: 'POST' });
  if (!reply) return gone(work);
  const upload = expectStatus(reply, 200) && bodyOf(reply, 'PackageUpload');
  if (!upload) return gone(work);
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.form.data)) form.set(name, value);
  form.set('file', new Blob([made.bytes]), made.fileName);
  const sent = await fetch(upload.form.url, { method: 'POST', body: form }).catch(() => undefined);
  if (!sent) return gone(work);
  const stored = { status: sent.status, body: await sent.bytes().catch(() => undefined) };
  // An expired upload is rejected, and then removed from the model.
  if (expectStatus(stored, 204, ...(mayExpire(work) ? [403, 404] : [])) !== 204) {
    work.expired();
    return true;
  }
  // Just before it expires, so that it may do so while the package is added.
  if (mayExpire(work) && work.chance.next() < 0.7) {
    await delay(Math.max(0, requestedAt + work.uploadLifetime - Date.now() - work.chance.whole(0, 30)));
  }
  const body = new FormData();
  body.set('package_url', `${upload.form.url}/${made.fileName}`);
  return await publishForm(work, registry, made, body, mayExpire(work) ? [200, 422] : [200]);
}

/** Whether a presigned upload may expire while a client is at work on it. */
function mayExpire({ uploadLifetime }: Work): boolean {
  return uploadLifetime < 60_000;
}

async function publishForm(
  work: Work,
  registry: string,
  made: Made,
  body: FormData,
  statuses: readonly number[] = [200],
): Promise<boolean> {
  const known = work.shelf.expect(registry, made.version, made.sha256);
  const reply = await work.api.ask(`/${registry}/packages`, { method: 'POST', body });
  if (reply?.status === 422) work.expired();
  return settleNew(work, known, reply, statuses);
}

async function copy(work: Work, source: Known): Promise<boolean> {
  const all = Object.values(registries).find((group: readonly string[]) => group.includes(source.registry)) ?? [];
  const to = all.find((name) => name !== source.registry) ?? '';
  // Skips packages that exist already, or are being copied there.
  if (work.shelf.find(to, source.version) !== undefined) return true;
  const known = work.shelf.expect(to, source.version, source.sha256);
  const reply = await work.api.ask(`/${source.registry}/packages/${source.id}/copy?to=${to}`, { method: 'POST' });
  // Another client may delete or withdraw it first.
  const isWithdrawn = reply?.status === 409 && textOf(reply).includes('version-withdrawn');
  return settleNew(work, known, reply, isWithdrawn ? [409] : [200, 404]);
}

function settleNew(work: Work, known: Known, reply: Answer | undefined, statuses: readonly number[]): boolean {
  known.busy = false;
  if (!reply) return gone(work);
  if (expectStatus(reply, ...statuses) !== 200) {
    work.shelf.remove(known);
    return true;
  }
  // The status is a promise, even if the rest of the response is lost.
  known.unsure = false;
  known.id = bodyOf(reply, 'Package')?.id;
  return known.id !== undefined || gone(work);
}

async function remove(work: Work, known: Known): Promise<boolean> {
  Object.assign(known, { busy: true, unsure: true });
  const reply = await work.api.ask(`/${known.registry}/packages/${known.id}`, { method: 'DELETE' });
  known.busy = false;
  if (!reply) return gone(work);
  expectStatus(reply, 200);
  work.shelf.remove(known);
  return true;
}

/** A withdrawn package is restored; another one is offered, unlisted or withdrawn. */
async function changeStanding(work: Work, known: Known): Promise<boolean> {
  const standing =
    known.standing === 'withdrawn' ? 'offered' : work.chance.oneOf(['offered', 'unlisted', 'withdrawn'] as const);
  const isRestored = known.standing === 'withdrawn';
  Object.assign(known, { busy: true, standing: undefined });
  const path = `/${known.registry}/packages/${known.id}`;
  const headers = { 'Content-Type': 'application/json' };
  const reply = await (isRestored || standing === 'withdrawn'
    ? work.api.ask(`${path}/${isRestored ? 'restore' : 'withdraw'}`, { method: 'POST' })
    : work.api.ask(`${path}/standing`, { method: 'PUT', headers, body: JSON.stringify({ standing }) }));
  known.busy = false;
  if (!reply) return gone(work);
  expectStatus(reply, 200);
  known.standing = standing;
  return true;
}

async function readIndex({ api, chance, killed }: Work): Promise<boolean> {
  const registry = chance.oneOf(registries.debian) ?? '';
  try {
    await api.read(`/${organization}/${registry}/any/dists/any/InRelease`);
    return true;
  } catch (error) {
    if (killed()) return false;
    throw error;
  }
}

function gone({ killed }: Work): false {
  if (!killed()) throw new Error('The server did not answer, although it was not killed.');
  return false;
}

function expectStatus(reply: Answer, ...statuses: readonly number[]): number {
  if (statuses.includes(reply.status)) return reply.status;
  throw new Error(`${statuses.join(' or ')} was expected, but the answer is ${reply.status}: ${textOf(reply)}`);
}
