import { noDocuments, unsigned } from '../../../src/registry/documents.ts';
import { anyEntry, exactKeys, noFileMetadata, usualTags, type Ecosystem } from '../../../src/registry/ecosystem.ts';

/** The facets that no throw-away ecosystem has. */
export const plainEcosystem: Omit<Ecosystem, 'id' | 'reader'> = {
  edition: 1,
  names: { ...exactKeys, compare: compareNumbers },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'refused',
  projectStatus: 'none',
  entryRules: anyEntry,
  documents: noDocuments,
  signing: unsigned,
};

/** Orders versions of numbers and dots, such as 1.10 after 1.9: negative if `a` is older. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
