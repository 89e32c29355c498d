/** Uploads of dput: one file a request, and the `.changes` last, which lists the others (deb-changes(5)). */
import type { operations as described, parameterDefaults } from '../../../../generated/native/debian.ts';
import type { Operations } from '../../../contract/operation.ts';
import { Failure } from '../../../model/failure.ts';
import { publisherOf } from '../../../registry/callers.ts';
import { publishPackage } from '../../../registry/publish.ts';
import type { LarderEnv } from '../../../serving/env.ts';
import { alreadyExists, packageExists } from '../../../serving/package-exists.ts';
import { findMissing } from './changes.ts';

type PublishIncomingFile = Operations<described, parameterDefaults, LarderEnv>['publishIncomingFile'];

export const publishIncomingFile: PublishIncomingFile = async (
  { found, path, body, requireCaller: caller },
  { larder, urls },
) => {
  const { registry } = found;
  const { file: name } = path;
  const { staged } = body;
  const by = publisherOf(caller());
  // A record of the machine that built the packages (deb-buildinfo(5)), which no client reads in a repository.
  if (name.endsWith('.buildinfo')) return { status: 200 };
  if (name.endsWith('.changes')) {
    const missing = await findMissing(larder, registry, staged);
    if (missing.length === 0) return { status: 200 };
    const detail = `Registry "${registry.slug}" does not have ${missing.join(', ')} with the digest in ${name}.`;
    throw new Failure('content-missing', `${detail} Upload ${missing.length === 1 ? 'it' : 'them'} first.`);
  }
  const { outcome, package: pkg } = await publishPackage(larder, registry, { fileName: name, staged, by });
  if (outcome === 'published' || pkg.digests.sha256 === staged.digests.sha256) return { status: 200 };
  throw packageExists(found, pkg, urls, `${alreadyExists(pkg, registry)} with other bytes. Upload another version.`);
};
