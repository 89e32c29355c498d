import type { NewRelease, ReleaseOutcome } from '../releases.ts';
import { changedPackage, keepChange } from './changes.ts';
import { putRelease } from './put-release.ts';
import { addRevision } from './revisions.ts';
import { findMissingBytes } from './stored-bytes.ts';
import { takeUpload, takeUploads } from './take-upload.ts';
import { transact, type Database } from './transaction.ts';

/** Adds a release to a registry, all of it or nothing. An identical release that exists changes nothing. */
export async function addRelease(write: Database, release: NewRelease): Promise<ReleaseOutcome> {
  return await transact<ReleaseOutcome>(write, async (trx, undo) => {
    const { package: pkg, stored, upload, storedUploads } = release;
    const revision = (await addRevision(trx, pkg.registryId)) ?? undo({ outcome: 'gone' });
    // The row of the upload references the blob. Locked first, it keeps the blob until the end of the transaction.
    if (upload !== undefined && !(await takeUpload(trx, upload.id, upload.sha256))) undo({ outcome: 'upload-gone' });
    const claimed = await takeUploads(trx, storedUploads);
    const missing = await findMissingBytes(
      trx,
      pkg.registryId,
      [...stored].filter((sha256) => !claimed.has(sha256)),
    );
    if (missing !== undefined) undo({ outcome: 'no-bytes', sha256: missing });
    const { isChanged, packageId, tagged, ...outcome } = await putRelease(trx, release, { revision, undo });
    if (!isChanged) undo({ ...outcome, adopted: new Set() });
    const tags = tagged.map((tag) => ({ tag, package: packageId }));
    const details = { sha256: outcome.package?.digests.sha256 ?? null, ...(tags.length > 0 && { tags }) };
    const change = { registryId: pkg.registryId, revision, ...changedPackage({ ...pkg, id: packageId }), details };
    await keepChange(trx, { ...change, kind: 'publish', by: pkg.publishedBy });
    return outcome;
  });
}
