/** The operation of `npm search`. */
import { textOf } from '../../../formats/json-values.ts';
import type { components } from '../../../../generated/native/javascript.ts';
import type { Package } from '../../../model/records.ts';
import { LATEST } from '../dist-tags.ts';
import { scopeOf } from '../package-name.ts';
import { startOfNames } from '../search-text.ts';
import { npmUrls } from '../urls.ts';
import type { NpmOperations } from './npm-operations.ts';

type Found = components['schemas']['SearchResults']['objects'][number];

const USUAL_SIZE = 20;
const MOST = 250;

export const search: Pick<NpmOperations, 'listFoundPackages'> = {
  listFoundPackages: async ({ found, path, query }, { larder, urls }) => {
    const { text = '', size = USUAL_SIZE, from: skip = 0 } = query;
    const limit = Math.min(size, MOST);
    const start = startOfNames(text);
    const page = { tag: LATEST, skip, limit: limit + 1 };
    const packages =
      start === undefined ? [] : await larder.catalog.projects.search(found.registry.id, { ...page, start });
    const own = npmUrls(urls.base);
    const objects = packages.slice(0, limit).map((pkg) => asFound(pkg, own.of('getPackument', { ...path, ...pkg })));
    return { status: 200, body: { objects, total: skip + packages.length, time: new Date().toISOString() } };
  },
};

const score: Omit<Found, 'package'> = {
  score: { final: 1, detail: { quality: 1, popularity: 1, maintenance: 1 } },
  searchScore: 1,
  flags: {},
};

/** `npm` is the URL of the packument. */
function asFound({ name, version, metadata, createdAt, publishedBy }: Package, npm: string): Found {
  const { description, homepage, repository, author } = metadata;
  const keywords = Array.isArray(metadata['keywords']) ? metadata['keywords'] : [];
  const texts = { homepage: textOf(homepage), repository: textOf(repository) };
  return {
    package: {
      name,
      scope: scopeOf(name) ?? 'unscoped',
      version,
      ...(typeof description === 'string' && { description }),
      keywords: keywords.filter((keyword) => typeof keyword === 'string'),
      date: createdAt.toISOString(),
      links: {
        npm,
        ...(texts.homepage !== undefined && { homepage: texts.homepage }),
        ...(texts.repository !== undefined && { repository: texts.repository }),
      },
      ...(typeof author === 'string' && { author: { name: author } }),
      ...(publishedBy && { publisher: { username: publishedBy.description } }),
      maintainers: [],
    },
    ...score,
  };
}
