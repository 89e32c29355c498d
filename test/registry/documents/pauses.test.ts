/** Renderings of many documents pause, so that other requests wait only a little. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { mostWithoutPause } from '../../../src/model/pauses.ts';
import type { Documents } from '../../../src/registry/documents.ts';
import { readDocument } from '../../../src/registry/documents/read-document.ts';
import { createRegistry } from '../../../src/registry/registries.ts';
import { each } from '../../fixtures/memory-documents.ts';
import { startTestServer } from '../../fixtures/server.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const parts = Array.from({ length: 100 }, (_, n) => `part-${n}`);

/** A document per part, and one with many chunks. */
const documents: Documents = {
  together: 'registry',
  parts,
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => (name === 'all' ? '' : name),
  reads: (part) => [part],
  render: async (part, _source, output) => {
    await output.write(part, each([Buffer.from(part)]));
    return part;
  },
  renderOverview: async (all, output) => {
    const lines: Uint8Array[] = [];
    for await (const { line } of all) lines.push(Buffer.from(`${await line()}\n`));
    await output.write('all', each(lines));
  },
};

/** Returns the turns of the event loop during `work`, if each step of it takes as long as it may without a pause. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += mostWithoutPause));
  let turns = 0;
  const state = { ended: false };
  const counting = (async () => {
    for (; !state.ended; turns += 1) await nextTurn();
  })();
  await work();
  state.ended = true;
  await counting;
  return turns;
}

it('between two parts, two chunks and two rows', async () => {
  await using server = await startTestServer();
  const { larder: itsLarder, organization, url } = server;
  const registry = await createRegistry(itsLarder, organization, { name: 'Many', ecosystem: 'files' });
  const files = { ...itsLarder.ecosystems.files, documents };
  const larder = { ...itsLarder, ecosystems: { ...itsLarder.ecosystems, files } };
  const turns = await turnsDuring(() =>
    readDocument(larder, { organization, registry }, { name: 'all', publicUrl: url }),
  );
  // A pause for each part, chunk, document and row of a part.
  expect(turns).toBeGreaterThanOrEqual(4 * parts.length);
});
