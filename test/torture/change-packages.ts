/** Requests that publish and change packages. Each returns false if there is no response. */
import { setTimeout as delay } from 'node:timers/promises';
import { bodyOf, textOf, type Answer } from './api.ts';
import { unpublishNpm } from './npm-requests.ts';
import { isOf, makePackage, registries, type Made, type OneFile } from './packages.ts';
import { isReferredTo, neededBy, touch, type Known } from './shelf.ts';
import { ociUploads } from './upload-protocols.ts';
import { beginDeed, expectStatus, gone, type Turn } from './work.ts';

export async function publish(turn: Turn, ecosystem: OneFile): Promise<boolean> {
  const registry = turn.chance.oneOf<string>(registries[ecosystem]) ?? '';
  const made = await makePackage(ecosystem, turn.nextNumber(), turn.chance);
  const body = new FormData();
  body.set('file', new Blob([made.bytes]), made.fileName);
  return await publishForm(turn, registry, made, body);
}

export async function publishPresigned(turn: Turn): Promise<boolean> {
  const registry = turn.chance.oneOf(registries.files) ?? '';
  const made = await makePackage('files', turn.nextNumber(), turn.chance);
  const requestedAt = Date.now();
  const reply = await turn.api.ask(`/${registry}/packages/upload`, { method: 'POST' });
  if (!reply) return gone(turn);
  const upload = expectStatus(reply, 200) && bodyOf(reply, 'PackageUpload');
  if (!upload) return gone(turn);
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.form.data)) form.set(name, value);
  form.set('file', new Blob([made.bytes]), made.fileName);
  const sent = await fetch(upload.form.url, { method: 'POST', body: form }).catch(() => undefined);
  if (!sent) return gone(turn);
  const stored = { status: sent.status, headers: sent.headers, body: await sent.bytes().catch(() => undefined) };
  // An expired upload is rejected, and then removed from the model.
  if (expectStatus(stored, 204, ...(mayExpire(turn) ? [403, 404] : [])) !== 204) {
    turn.count('expired');
    return true;
  }
  // Just before it expires, so that it may do so while the package is added.
  if (mayExpire(turn) && turn.chance.next() < 0.7) {
    await delay(Math.max(0, requestedAt + turn.uploadLifetime - Date.now() - turn.chance.whole(0, 30)));
  }
  const body = new FormData();
  body.set('package_url', `${upload.form.url}/${made.fileName}`);
  return await publishForm(turn, registry, made, body, mayExpire(turn) ? [200, 422] : [200]);
}

/** Whether a presigned upload may expire while a client is at work on it. */
function mayExpire({ uploadLifetime }: Turn): boolean {
  return uploadLifetime < 60_000;
}

async function publishForm(
  turn: Turn,
  registry: string,
  { version, sha256 }: Made,
  body: FormData,
  statuses: readonly number[] = [200],
): Promise<boolean> {
  const known = turn.shelf.expect(registry, version, { sha256 });
  const settle = beginDeed(turn, known, 'publish', sha256);
  const reply = await turn.api.ask(`/${registry}/packages`, { method: 'POST', body });
  if (reply?.status === 422) turn.count('expired');
  return settleNew(turn, known, reply, { statuses, settle });
}

export async function copy(turn: Turn, source: Known): Promise<boolean> {
  const { shelf } = turn;
  const all = Object.values(registries).find((group: readonly string[]) => group.includes(source.registry)) ?? [];
  const to = all.find((name) => name !== source.registry) ?? '';
  const needed = neededBy(shelf, source);
  const there = needed.flatMap(({ version }) => shelf.find(to, version) ?? []);
  // Skips packages that exist already, or are being copied there.
  if (shelf.find(to, source.version) !== undefined || [...needed, ...there].some(isBeingChanged)) return true;
  const held = [...needed, ...there];
  for (const one of held) touch(one);
  // The copy takes along what the package needs.
  const added = needed
    .filter(({ version }) => !shelf.find(to, version))
    .map((one) => shelf.expect(to, one.version, one));
  const known = shelf.expect(to, source.version, source);
  const settle = beginDeed(turn, known, 'copy', source.sha256);
  const reply = await turn.api.ask(`/${source.registry}/packages/${source.id}/copy?to=${to}`, { method: 'POST' });
  // Another client may delete or withdraw it first.
  const isWithdrawn = reply?.status === 409 && textOf(reply).includes('version-withdrawn');
  for (const one of [...held, ...added]) one.busy = false;
  if (reply?.status === 200) for (const one of added) one.unsure = false;
  else if (reply) for (const one of added) shelf.remove(one);
  return settleNew(turn, known, reply, { statuses: isWithdrawn ? [409] : [200, 404], settle });
}

function isBeingChanged({ busy, unsure }: Known): boolean {
  return busy || unsure;
}

interface Settlement {
  readonly statuses: readonly number[];
  readonly settle: ReturnType<typeof beginDeed>;
}

function settleNew(turn: Turn, known: Known, reply: Answer | undefined, { statuses, settle }: Settlement): boolean {
  known.busy = false;
  if (!reply) return gone(turn);
  if (expectStatus(reply, ...statuses) !== 200) {
    settle('not made');
    turn.shelf.remove(known);
    return true;
  }
  // The status is a promise, even if the rest of the response is lost.
  settle('made');
  known.unsure = false;
  known.id = bodyOf(reply, 'Package')?.id;
  return known.id !== undefined || gone(turn);
}

export async function remove(turn: Turn, known: Known): Promise<boolean> {
  const settle = beginDeed(turn, known, 'delete', known.sha256);
  const canBeNative = isOf('oci', known.registry) && known.standing !== 'withdrawn';
  const isNative = canBeNative && (known.id === undefined || turn.chance.next() < 0.5);
  known.unsure = true;
  const reply = await (isNative
    ? turn.api.at(`${ociUploads.home(known.registry)}manifests/${known.version}`, { method: 'DELETE' })
    : turn.api.ask(`/${known.registry}/packages/${known.id}`, { method: 'DELETE' }));
  known.busy = false;
  if (!reply) return gone(turn);
  if (expectStatus(reply, isNative ? 202 : 200, ...ifNeeded(turn, known)) === 409) {
    settle('not made');
    known.unsure = false;
    return true;
  }
  settle('made');
  turn.removals.add(known);
  turn.shelf.remove(known);
  return true;
}

/** Returns the status of a change that may break a package. */
function ifNeeded({ shelf }: Turn, known: Known): readonly number[] {
  return isReferredTo(shelf, known) || known.needs.length > 0 ? [409] : [];
}

/** A withdrawn package is restored; another one is offered, unlisted or withdrawn. */
export async function changeStanding(turn: Turn, known: Known): Promise<boolean> {
  const before = known.standing;
  const isRestored = before === 'withdrawn';
  const isNpm = !isRestored && isOf('javascript', known.registry) && turn.chance.next() < 0.7;
  const wanted = isNpm ? 'withdrawn' : turn.chance.oneOf(['offered', 'unlisted', 'withdrawn'] as const);
  const standing = isRestored ? 'offered' : wanted;
  const settle = beginDeed(turn, known, 'change', standing ?? '');
  known.standing = undefined;
  const path = `/${known.registry}/packages/${known.id}`;
  const headers = { 'Content-Type': 'application/json' };
  const reply = isNpm
    ? await unpublishNpm(turn, known)
    : await (isRestored || standing === 'withdrawn'
        ? turn.api.ask(`${path}/${isRestored ? 'restore' : 'withdraw'}`, { method: 'POST' })
        : turn.api.ask(`${path}/standing`, { method: 'PUT', headers, body: JSON.stringify({ standing }) }));
  known.busy = false;
  if (!reply) return gone(turn);
  // An npm package may have been changed since npm has read it.
  const isMade = expectStatus(reply, 200, ...(isNpm ? [409] : ifNeeded(turn, known))) === 200;
  settle(isMade && standing !== before ? 'made' : 'not made');
  known.standing = isMade ? standing : before;
  if (isMade && isNpm) turn.count('unpublished');
  return true;
}
