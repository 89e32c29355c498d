/** Slugs that no organization and no registry may have: URLs of the server stand where those of theirs would be. */
import type { OpenApiDocument } from '../contract/description.ts';
import { segmentsOfTemplate, type TemplateSegment } from '../contract/path-template.ts';
import type { CatalogReads } from '../storage/catalog.ts';
import { descriptions } from './descriptions.ts';

export type ReservedSlugs = Readonly<Record<'organization' | 'registry', ReadonlySet<string>>>;

/** First segments of URLs that later versions will have. */
const urlsToCome = ['api', 'v1', 'v2', '-', '_', 'token', '.well-known'];

/** Returns each literal that stands where another path has `{organization}` or `{registry}`. */
export function reservedSlugsOf(documents: readonly OpenApiDocument[]): ReservedSlugs {
  const paths = documents.flatMap(({ paths: described }) => Object.keys(described).map(segmentsOfTemplate));
  return {
    organization: new Set([...literalsBeside('organization', paths), ...urlsToCome]),
    registry: new Set(literalsBeside('registry', paths)),
  };
}

export const reservedSlugs = reservedSlugsOf(descriptions);

/**
 * Returns a sentence for each organization that has a reserved slug, which earlier versions allowed. The API serves it by
 * its URLs, where no literal stands beside a slug; native URLs begin with the slug, and are those of the server.
 */
export async function notesOnReservedSlugs({ organizations }: Pick<CatalogReads, 'organizations'>): Promise<string[]> {
  const found = await Promise.all([...reservedSlugs.organization].map((slug) => organizations.find(slug)));
  return found.flatMap((organization) =>
    organization
      ? [
          `The organization "${organization.slug}" has a slug that URLs of the server begin with, so that apt, pip and other ` +
            'clients get 404 for its registries. The API and the pages serve it. Publish its packages to a new server with ' +
            'another LARDER_ORGANIZATION.',
        ]
      : [],
  );
}

type Path = readonly TemplateSegment[];

function literalsBeside(parameter: string, paths: readonly Path[]): string[] {
  const places = new Set(
    paths.flatMap((path) =>
      path.flatMap((segment, index) =>
        'parameter' in segment && segment.parameter === parameter ? [placeOf(path, index)] : [],
      ),
    ),
  );
  return paths.flatMap((path) =>
    path.flatMap((segment, index) =>
      'literal' in segment && segment.literal !== '' && places.has(placeOf(path, index)) ? [segment.literal] : [],
    ),
  );
}

/** The segments before one. Parameters are equal, regardless of their names. */
function placeOf(path: Path, index: number): string {
  return path
    .slice(0, index)
    .map((segment) => ('literal' in segment ? segment.literal : '{}'))
    .join('/');
}
