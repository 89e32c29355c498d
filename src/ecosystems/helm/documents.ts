/** The index of a registry as a document, and the list of the versions of each chart. */
import { compressedText } from '../../formats/compressed-text.ts';
import type { About, Documents, ListedEntry, Output, OverviewPart, Source } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';
import { chartFileName } from './file-name.ts';
import { chartLink } from './urls.ts';
import { compareChartVersions } from './version.ts';

export type IndexCoding = 'identity' | 'gzip';

/** Returns the name of the index in a content coding. */
export function indexName(coding: IndexCoding): string {
  return `index ${coding}`;
}

/** Returns the name of the list of the versions of a chart. No name of a chart has a space. */
export function versionsName(chart: string): string {
  return `versions ${chart}`;
}

/** The parts are names of charts. The line of a part is its member in the index. */
export const chartDocuments: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => (/^index (?:identity|gzip)$/.test(name) ? '' : /^versions (.+)$/.exec(name)?.[1]),
  reads: (chart) => [chart],
  render,
  renderOverview,
};

async function render(chart: string, source: Source, output: Output): Promise<string> {
  const entries: ListedEntry[] = [];
  for await (const entry of source.entries()) if (entry.standing === 'offered') entries.push(entry);
  if (entries.length === 0) return '';
  entries.sort((a, b) => compareChartVersions(b.version, a.version));
  const versions = `[${entries.map((entry) => versionText(chart, entry)).join(',\n')}]`;
  await output.write(versionsName(chart), once(versions));
  return `${JSON.stringify(chart)}:${versions}`;
}

/** The text of an entry is a JSON object that is not empty. */
function versionText(chart: string, { text, version, publishedAt }: ListedEntry): string {
  const ofRegistry = { urls: [chartLink(chart, chartFileName(chart, version))], created: asTime(publishedAt) };
  return `${JSON.stringify(ofRegistry).slice(0, -1)},${text.slice(1)}`;
}

/** The JSON around the entries of the index. Its length does not depend on the registry. */
const START = '{"apiVersion":"v1","entries":{\n';
const END = '\n}';

async function renderOverview(parts: AsyncIterable<OverviewPart>, output: Output, about: About): Promise<void> {
  const compressed = compressedText();
  await output.write(indexName('identity'), compressed.pass(indexText(parts, about)));
  await output.write(indexName('gzip'), compressed.bytes());
}

async function* indexText(parts: AsyncIterable<OverviewPart>, { date }: About): AsyncGenerator<Uint8Array> {
  yield Buffer.from(START);
  let separator = '';
  for await (const { isListed, line } of parts) {
    const member = isListed ? await line() : '';
    if (member === '') continue;
    yield Buffer.from(separator + member);
    separator = ',\n';
  }
  yield Buffer.from(END + generated(date));
}

function generated(date: Date): string {
  return `,"generated":"${asTime(date)}"}\n`;
}

/** Returns the range of the object `entries` in an index of this size, in bytes. */
export function entriesIn(size: number): { readonly start: number; readonly end: number } {
  return { start: START.length - '{\n'.length, end: size - generated(new Date(0)).length - 1 };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
