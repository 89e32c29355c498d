/** Operations of manifests and tags. */
import { Failure } from '../../../model/failure.ts';
import type { Package } from '../../../model/records.ts';
import { publisherOf } from '../../../registry/callers.ts';
import { changeProject } from '../../../registry/change-project.ts';
import { deletePackage } from '../../../registry/delete-package.ts';
import { publishRelease } from '../../../registry/publish-release.ts';
import { storedReply } from '../../../serving/file-reply.ts';
import { missing } from '../../../serving/resolvers.ts';
import { claimsOf } from '../claims.ts';
import { digestLike, isDigest, parseDigest } from '../digest.ts';
import { findManifest, findTag } from '../find-manifest.ts';
import { locations } from '../urls.ts';
import { nextLink } from '../next-link.ts';
import type { OciOperations } from '../operation.ts';

type Manifests = Pick<OciOperations, 'getManifest' | 'publishManifest' | 'deleteManifest' | 'listImageTags'>;

export const manifests: Manifests = {
  getManifest: async ({ found, path: { name, reference }, headers }, { larder }) => {
    const manifest = await findManifest(larder, found.registry, name, reference);
    if (!manifest) throw missing(isDigest(reference) ? 'manifest' : 'tag', reference);
    const { file, version } = manifest;
    const digest = { 'Docker-Content-Digest': version };
    const reply = storedReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers, digest);
    return reply.status === 304 ? reply : { ...reply, type: typeOf(file.mediaType) };
  },

  publishManifest: async ({ found, path, query, body, requireCaller: caller }, { larder }) => {
    const { name, reference } = path;
    const { staged, mediaType } = body;
    checkDigest(reference, staged.digests);
    const tags = query.tag ?? [];
    const published = await publishRelease(larder, found.registry, {
      files: [{ name: 'manifest.json', staged }],
      claims: claimsOf({ name, reference, tags, mediaType, isSparse: larder.acceptsSparseImages }),
      by: publisherOf(caller()),
    });
    const { version } = published.release;
    const subject = subjectOf(published.package);
    return {
      status: 201,
      headers: {
        Location: locations.of('getManifest', { ...path, reference: version }),
        'Docker-Content-Digest': version,
        ...(subject !== undefined && { 'OCI-Subject': subject }),
        ...(tags.length > 0 && { 'OCI-Tag': tags.join(', ') }),
      },
    };
  },

  deleteManifest: async ({ found: { registry }, path: { name, reference }, requireCaller: caller }, { larder }) => {
    const by = publisherOf(caller());
    if (isDigest(reference)) {
      const manifest = await findManifest(larder, registry, name, reference);
      const pkg = manifest && (await larder.catalog.packages.find(registry.id, manifest.file.packageId));
      // Its referrers stay, as the specification allows.
      if (!pkg || !(await deletePackage(larder, registry, pkg, by, { keepsSubjects: false })))
        throw missing('manifest', reference);
      return { status: 202 };
    }
    const found = await findTag(larder, registry, name, reference);
    if (!found) throw missing('tag', reference);
    const change = { tag: reference, packageId: null, from: found.tag.packageId };
    await changeProject(larder, registry, found.project.id, { tags: [change] }, { by });
    return { status: 202 };
  },

  listImageTags: async ({ found, path, query: { n, last } }, { larder }) => {
    const { catalog } = larder;
    const project = await catalog.projects.find(found.registry.id, path.name);
    if (!project) throw missing('package', path.name);
    const limit = Math.min(n ?? mostTags, mostTags);
    const page = { limit: limit + 1, offered: true, ...(last !== undefined && { after: last }) };
    const tags = (await catalog.projects.tags(project.id, page)).map(({ tag }) => tag);
    const shown = tags.slice(0, limit);
    const hasMore = limit > 0 && tags.length > limit;
    return {
      status: 200,
      headers: hasMore ? nextLink(locations.of('listImageTags', path, { n: String(limit), last: shown.at(-1) })) : {},
      body: { name: `${path.organization}/${path.registry}/${path.name}`, tags: shown },
    };
  },
};

/** The maximum of a page, which is large because many clients do not read further pages. */
const mostTags = 10_000;

function checkDigest(reference: string, digests: Parameters<typeof digestLike>[0]): void {
  const expected = isDigest(reference) ? parseDigest(reference) : undefined;
  if (expected === undefined) return;
  const actual = digestLike(digests, expected);
  if (actual === reference) return;
  throw new Failure('digest-mismatch', `The manifest has the digest ${actual} instead of ${reference}. Push it again.`);
}

function subjectOf(pkg: Package | undefined): string | undefined {
  const subject = pkg?.metadata['subject'];
  return typeof subject === 'string' ? subject : undefined;
}

function typeOf(mediaType: string | null): `${string}/${string}` {
  // The reader has stored a media type.
  return (mediaType ?? 'application/octet-stream') as `${string}/${string}`;
}
