/** Publishes versions. */
import { publisherOf } from '../../../registry/callers.ts';
import { publishRelease } from '../../../registry/publish-release.ts';
import { Failure } from '../../../model/failure.ts';
import type { Registry } from '../../../model/records.ts';
import { grantWish } from '../grant-wish.ts';
import { writeClaims } from '../claims.ts';
import { noticeFor } from '../npm-notice.ts';
import { publicationIn } from '../publication.ts';
import { revisionOf } from '../revision.ts';
import type { NpmOperations } from './npm-operations.ts';

export const publishing: Pick<NpmOperations, 'setPackument'> = {
  setPackument: async (input, { larder }) => {
    const {
      found: { registry },
      path: { name },
      body,
      requireCaller: caller,
      requireScope,
    } = input;
    const { _attachments: attachments = {}, _rev: revision } = body;
    const headers = noticeFor(caller());
    if (Object.keys(attachments).length === 0) {
      const wish = { body, name, revision, caller: caller(), requireScope };
      return { status: 201, headers, body: await grantWish(larder, registry, wish) };
    }
    const { tarball, ...claims } = publicationIn(name, body);
    const { outcome, release } = await publishRelease(larder, registry, {
      // The reader names the file, because the names of attachments are untrusted.
      files: [{ name: 'package.tgz', staged: tarball }],
      claims: writeClaims(claims),
      by: publisherOf(caller()),
      mustBeComplete: true,
    });
    if (outcome === 'exists') throw versionExists(release, registry);
    return { status: 201, headers, body: { ok: true, id: name, rev: await revisionOf(larder, registry, name) } };
  },
};

/** npm publishes a version once, also with the same bytes. */
function versionExists(
  { name, version }: { readonly name: string; readonly version: string },
  { slug }: Registry,
): Failure {
  const detail = `${name}@${version} already exists in registry "${slug}". Publish another version.`;
  return new Failure('package-exists', detail);
}
