/** One package for people. */
import type { Package } from '../client/index.ts';
import { details } from './answer.ts';

export function packageDetails({ name, version, variant, registry, created_at, id, web_url }: Package): string {
  return details([
    ['name', name],
    ['version', version],
    ['variant', variant],
    ['registry', registry.slug],
    ['published', created_at],
    ['id', id],
    ['page', web_url],
  ]);
}
