/** The index of a registry as a document: one JSON text, plain and compressed. */
import type { About, Documents, Frame, ListedEntry, Output, Source } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';
import { INDEX_PART } from './index-entry.ts';
import { newestFirst, versionText } from './listed-version.ts';

export type IndexCoding = 'identity' | 'gzip';

/** Returns the name of the index in a content coding. */
export function indexName(coding: IndexCoding): string {
  return `index ${coding}`;
}

/** Two representations of one index. All versions of a chart are in one fragment, because they are one member of it. */
export const chartDocuments: Documents = {
  together: 'part',
  parts: [INDEX_PART],
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => (name === indexName('identity') || name === indexName('gzip') ? INDEX_PART : undefined),
  reads: (part) => [part],
  render,
  renderOverview: () => Promise.resolve(),
};

async function render(_: string, source: Source, output: Output, about: About): Promise<string> {
  const index = source.fragments('index', members, { frame: indexAround(about), wholeNames: true });
  await Promise.all([output.write(indexName('identity'), index.text()), output.write(indexName('gzip'), index.gzip())]);
  return '';
}

const BETWEEN_MEMBERS = ',\n';

/** Returns the members of these charts in the object `entries`. */
function members(entries: readonly ListedEntry[]): string {
  const charts = Map.groupBy(entries, ({ nameKey }) => nameKey);
  const texts = [...charts].flatMap(([chart, all]) => {
    const versions = newestFirst(all).map(versionText);
    return versions.length === 0 ? [] : [`${JSON.stringify(chart)}:[${versions.join(BETWEEN_MEMBERS)}]`];
  });
  return texts.join(BETWEEN_MEMBERS);
}

/** The JSON around the members. Its length does not depend on the registry. */
const START = '{"apiVersion":"v1","entries":{\n';
const END = '\n}';

function indexAround({ date }: About): Frame {
  return { head: () => START, tail: () => END + generated(date), separator: BETWEEN_MEMBERS };
}

function generated(date: Date): string {
  return `,"generated":"${asTime(date)}"}\n`;
}

/** Returns the range of the object `entries` in an index of this size, in bytes. */
export function entriesIn(size: number): { readonly start: number; readonly end: number } {
  return { start: START.length - '{\n'.length, end: size - generated(new Date(0)).length - 1 };
}
