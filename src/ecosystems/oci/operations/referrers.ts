/** The manifests about another one (distribution-spec, "Listing Referrers"). */
import type { components } from '../../../../generated/native/oci.ts';
import type { Package } from '../../../model/records.ts';
import { locations } from '../urls.ts';
import { indexType } from '../media-types.ts';
import { nextLink } from '../next-link.ts';
import type { OciOperations } from '../operation.ts';

type Referrer = components['schemas']['Referrer'];

export const referrers: Pick<OciOperations, 'listReferrers'> = {
  listReferrers: async ({ found, path, query: { artifactType, last } }, { larder: { catalog } }) => {
    const project = await catalog.projects.find(found.registry.id, path.name);
    const page = { limit: pageSize + 1, ...(last !== undefined && { after: last }) };
    const all = project ? await catalog.packages.about(project.id, path.digest, page) : [];
    const shown = all.slice(0, pageSize);
    const listed = shown
      .map(asReferrer)
      .filter((one) => artifactType === undefined || one.artifactType === artifactType);
    const next = { last: shown.at(-1)?.id, ...(artifactType !== undefined && { artifactType }) };
    return {
      status: 200,
      headers: {
        ...(all.length > pageSize && nextLink(locations.of('listReferrers', path, next))),
        ...(artifactType !== undefined && { 'OCI-Filters-Applied': 'artifactType' as const }),
      },
      body: { schemaVersion: 2, mediaType: indexType, manifests: listed },
    };
  },
};

/** Each has annotations of at most 64 KiB, so that a page has at most 6.5 MB. */
const pageSize = 100;

function asReferrer({ version, metadata }: Package): Referrer {
  const { media_type: mediaType, artifact_type: artifactType, size, annotations } = metadata;
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : indexType,
    digest: version,
    size: typeof size === 'number' ? size : 0,
    ...(typeof artifactType === 'string' && { artifactType }),
    // The reader has stored texts by name.
    ...(annotations !== undefined && { annotations: annotations as Readonly<Record<string, string>> }),
  };
}
