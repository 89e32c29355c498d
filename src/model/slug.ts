/** Names for URLs. */
import { longest } from './limits.ts';

/**
 * Returns the kebab-case form of a name, in ASCII: "grosse-2" for "Größe 2". Empty if no character has an ASCII form.
 */
export function slugOf(name: string): string {
  const words = name.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const dashed = words.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longest.registrySlug + 1);
  return dashed.replaceAll(/^-|-$/g, '').slice(0, longest.registrySlug).replace(/-$/, '');
}
