/** Formats one package for people. */
import type { Package } from '../client/index.ts';
import { details } from './reply.ts';

export function packageDetails({
  name,
  version,
  variant,
  standing,
  notice,
  tags,
  registry,
  created_at,
  published_by,
  id,
  web_url,
}: Package): string {
  return details([
    ['name', name],
    ['version', version],
    ['variant', variant],
    ['standing', standing === 'offered' ? undefined : standing],
    ['notice', notice],
    ['tags', tags.length === 0 ? undefined : tags.join(', ')],
    ['registry', registry.slug],
    ['published', created_at],
    ['by', published_by?.description],
    ['id', id],
    ['page', web_url],
  ]);
}
