/**
 * Reads packages again whose reader has a later edition than the one that read them, so that they get the metadata,
 * entries and derived files that this version makes of the same bytes. Until then, they are served as they are.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package } from '../model/records.ts';
import type { EcosystemId } from '../model/values.ts';
import { commit } from '../storage/commit.ts';
import type { EarlierRead } from '../storage/editions.ts';
import { storageFailureOf } from '../storage/failures.ts';
import { attestationsName } from './attestations.ts';
import type { Ecosystem, Incoming, Release } from './ecosystem.ts';
import { findStored } from './find-stored.ts';
import { identityOf } from './identity.ts';
import type { Larder } from './larder.ts';
import { stageRelease } from './stage-release.ts';
import { UnacceptableFile } from './unacceptable-file.ts';
import { writable } from './writable.ts';

/** The result for one package. */
export interface RereadStep {
  readonly ecosystem: EcosystemId;
  /** The number of packages that are done, and of all. */
  readonly done: number;
  readonly total: number;
  /** The package, for people. */
  readonly title: string;
  /** The slug of its registry. */
  readonly registry: string;
  readonly outcome: RereadOutcome;
}

/**
 * 'stored': it was changed. 'equal': nothing differs. 'rejected': this edition rejects its files, so it stays as it is.
 * 'failed': its files could not be read. 'later': it was changed meanwhile, or all threads are busy.
 */
export type RereadOutcome =
  | { readonly result: 'stored' | 'equal' | 'gone' | 'later' }
  | { readonly result: 'rejected'; readonly reason: string }
  | { readonly result: 'failed'; readonly error: unknown };

/**
 * Reads one package after the other. Returns whether all are done: false if some must be read later, or `stop` is
 * aborted, which takes effect immediately.
 */
export async function rereadPackages(
  larder: Larder,
  stop: AbortSignal,
  report: (step: RereadStep) => void,
): Promise<boolean> {
  let isDone = true;
  for (const ecosystem of Object.values(larder.ecosystems)) {
    const { id, edition } = ecosystem;
    const total = await larder.catalog.editions.countEarlier(id, edition);
    if (total === 0) continue;
    let done = 0;
    for await (const earlier of larder.catalog.editions.earlier(id, edition)) {
      if (stop.aborted) return false;
      const start = performance.now();
      const outcome = await reread(larder, ecosystem, earlier, stop);
      if (stop.aborted) return false;
      isDone &&= outcome.result !== 'later';
      done += 1;
      const { package: pkg, registry } = earlier;
      report({ ecosystem: id, done, total, title: titleOf(pkg), registry: registry.slug, outcome });
      // Leave the processor and the database to requests for as long as the package took.
      await unlessStopped(stop, delay(performance.now() - start));
    }
  }
  return isDone;
}

/** Returns undefined as soon as `stop` is aborted. The work then continues, and its result is ignored. */
async function unlessStopped<Result>(stop: AbortSignal, work: Promise<Result>): Promise<Result | undefined> {
  const stopped = Promise.withResolvers<undefined>();
  const onAbort = (): void => stopped.resolve(undefined);
  stop.addEventListener('abort', onAbort);
  if (stop.aborted) onAbort();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    stop.removeEventListener('abort', onAbort);
  }
}

/** Throws if the storage does not respond. */
async function reread(
  larder: Larder,
  ecosystem: Ecosystem,
  earlier: EarlierRead,
  stop: AbortSignal,
): Promise<RereadOutcome> {
  const { [writable]: catalog } = larder;
  try {
    return await readAndStore(larder, ecosystem, earlier, stop);
  } catch (error) {
    if (error instanceof Failure && error.code === 'unavailable') return { result: 'later' };
    if (storageFailureOf(error) !== undefined) throw error;
    if (!(error instanceof UnacceptableFile)) return { result: 'failed', error };
    await catalog.editions.reject(earlier.package.id, ecosystem.edition, error.message);
    return { result: 'rejected', reason: error.message };
  }
}

async function readAndStore(
  larder: Larder,
  ecosystem: Ecosystem,
  { package: pkg, registry }: EarlierRead,
  stop: AbortSignal,
): Promise<RereadOutcome> {
  const files = await larder.catalog.packages.files(pkg.id);
  const [main] = files;
  if (main === undefined) return { result: 'gone' };
  const received = files.filter(({ name }) => name !== attestationsName(main.name));
  const borrowed = await Promise.all(received.map(({ blob }) => larder.blobs.borrow(blob)));
  const [first, ...others] = received.map(({ name, blob: { size, digests } }, index) => ({
    name,
    path: borrowed[index]?.path ?? '',
    size,
    digests,
  }));
  if (first === undefined) return { result: 'gone' };
  const stored: Incoming['stored'] = async (sha256) => {
    // The other packages of the registry that have the bytes may be withdrawn or deleted.
    const found =
      received.find(({ blob }) => blob.digests.sha256 === sha256) ?? (await findStored(larder, registry, sha256));
    if (found === undefined) return undefined;
    const { path, size, digests } = await larder.blobs.borrow(found.blob);
    return { name: found.name, path, size, digests };
  };
  const claims = await larder.catalog.editions.claims(pkg.id);
  const reading = larder.read(ecosystem, { files: [first, ...others], claims, stored });
  const release = await unlessStopped(stop, reading);
  if (release === undefined) return { result: 'later' };
  checkIdentity(ecosystem, pkg, release);

  const derivedFiles = release.files.filter(({ role }) => role === 'derived');
  await using own = await stageRelease(larder, registry, { ...release, files: derivedFiles }, borrowed);
  const { edition } = ecosystem;
  const outcome = await commit(
    own.files.map(({ blob }) => blob),
    () =>
      larder[writable].editions.replace({
        packageId: pkg.id,
        registryId: registry.id,
        edition,
        read: files.map(({ blob }) => blob.digests.sha256),
        createdAt: pkg.createdAt,
        metadata: release.metadata,
        derived: own.files,
        entries: release.entries,
      }),
  );
  return { result: outcome.outcome === 'other-files' ? 'later' : outcome.outcome };
}

/** A package keeps its name, version and variant, by which clients request it. */
function checkIdentity(ecosystem: Ecosystem, pkg: Package, release: Release): void {
  const [before, now] = [identityOf(ecosystem, pkg), identityOf(ecosystem, release)];
  const isSame = before.nameKey === now.nameKey && before.versionKey === now.versionKey;
  if (!isSame || pkg.variant !== release.variant)
    throw new UnacceptableFile(`It would be ${titleOf(release)} in this version.`);
}
