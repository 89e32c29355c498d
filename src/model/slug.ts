/** Names for URLs. */
import { longest } from './limits.ts';

/** The kebab-case form of a name, in ASCII: "Größe 2" gives "grosse-2". Empty when nothing of the name is ASCII. */
export function slugOf(name: string): string {
  const words = name.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const dashed = words.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longest.registrySlug + 1);
  return dashed.replaceAll(/^-|-$/g, '').slice(0, longest.registrySlug).replace(/-$/, '');
}
