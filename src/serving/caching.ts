/** What caches may do with responses that differ from the rule in `src/contract/replies/standing-headers.ts`. */
import type { Registry } from '../model/records.ts';

export interface Caching {
  readonly 'Cache-Control'?: typeof forever;
}

/** For a response that shows a secret: nobody keeps it (RFC 9111, section 5.2.2.5). */
export const unkept = { 'Cache-Control': 'no-store' } as const;

const forever = 'public, max-age=31536000, immutable';

/** For a file whose URL names its digest: anybody who may read it may keep it, and need not ask again (RFC 8246). */
export function keptByDigest({ public: isPublic }: Pick<Registry, 'public'>): Caching {
  return isPublic ? { 'Cache-Control': forever } : {};
}
