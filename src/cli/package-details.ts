/** Formats one package for people. */
import type { Package } from '../client/index.ts';
import { details } from './reply.ts';

export function packageDetails({
  name,
  version,
  variant,
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
    ['registry', registry.slug],
    ['published', created_at],
    ['by', published_by?.description],
    ['id', id],
    ['page', web_url],
  ]);
}
