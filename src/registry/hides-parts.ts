import type { Ecosystem } from './ecosystem.ts';

/** Returns whether lists omit packages that are parts of others. */
export function hidesParts({ parts }: Pick<Ecosystem, 'parts'>): boolean {
  return parts === 'unlisted';
}
