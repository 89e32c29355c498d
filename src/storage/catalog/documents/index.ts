/** The documents that native clients fetch, and what they are rendered from. */
import type { DocumentCatalog } from '../../documents.ts';
import { findRemoved, forgetRemoved } from '../removed-entries.ts';
import type { Connections } from '../transaction.ts';
import { dropVersions, findReplaced } from './drop-replaced.ts';
import { readDocuments } from './read-documents.ts';
import { findChanges, readEntries } from './read-entries.ts';
import { readParts } from './read-parts.ts';
import { storeRendering } from './store-rendering.ts';

export function createDocuments(connections: Connections): DocumentCatalog {
  const { read, write, beginTurn } = connections;
  return {
    beginTurn: (registryId, scope) => beginTurn(`${registryId} ${scope}`),
    ...readDocuments(connections),
    ...readParts(read),
    entries: (registryId, part, range) => readEntries(read, registryId, part, range),
    changes: (registryId, part, after, limit) => findChanges(read, { registryId, part, after, limit }),
    store: (rendering) => storeRendering(write, rendering),
    removed: () => findRemoved(read),
    forgetRemoved: (removals) => forgetRemoved(write, removals),
    replaced: (before) => findReplaced(read, before),
    drop: (versions) => dropVersions(write, versions),
  };
}
