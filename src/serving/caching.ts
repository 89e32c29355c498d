/** Cache headers of responses that differ from the default in `src/contract/replies/standing-headers.ts`. */
import type { Registry } from '../model/records.ts';

export interface Caching {
  readonly 'Cache-Control'?: typeof forever;
}

/** For a response with a secret: no cache stores it (RFC 9111, section 5.2.2.5). */
export const unkept = { 'Cache-Control': 'no-store' } as const;

const forever = 'public, max-age=31536000, immutable';

/** For a file whose URL has its digest: it never changes, so caches do not revalidate it (RFC 8246). */
export function keptByDigest({ public: isPublic }: Pick<Registry, 'public'>): Caching {
  return isPublic ? { 'Cache-Control': forever } : {};
}
