/** Pages of the simple repository, each rendered once per revision and media type. */
import { hash } from 'node:crypto';
import { step } from '../../model/steps.ts';
import { createByteCache } from './byte-cache.ts';
import { JSON_V1, pageMediaType, type PageMediaType } from './page-media-type.ts';

/** A page in one media type. */
export interface Page {
  readonly type: PageMediaType;
  readonly etag: string;
  readonly bytes: Uint8Array;
}

/** Renders a page as JSON or HTML. */
export interface PageWriter {
  json(): object;
  html(): Uint8Array;
}

/** In bytes, of all pages: about 12,000 files. With eight times as much, an hour of `npm run soak` filled it. */
const MOST_PAGES = 8 * 1024 * 1024;

const pages = createByteCache<Omit<Page, 'type'>>(MOST_PAGES, ({ bytes }) => bytes.byteLength);

/**
 * Returns a page in the media type that the client prefers. `revision` is the revision that last changed its content.
 * It is read for each request, so a change by another server on the database is visible immediately.
 */
export async function keptPage(
  key: string,
  revision: number,
  accept: string | undefined,
  write: () => Promise<PageWriter>,
): Promise<Page> {
  const type = pageMediaType(accept);
  const form = type === JSON_V1 ? 'json' : 'html';
  const render = async (): Promise<Omit<Page, 'type'>> => {
    const writer = await write();
    const bytes = form === 'json' ? Buffer.from(JSON.stringify(writer.json())) : writer.html();
    return { etag: `"${hash('sha256', bytes)}"`, bytes };
  };
  const page = await pages.get(`${form} ${key}`, revision, () =>
    step('rendered', render, ({ bytes }) => ({ form, revision, bytes: bytes.byteLength })),
  );
  return { type, ...page };
}
