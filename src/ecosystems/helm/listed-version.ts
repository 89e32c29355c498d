/** A version of a chart as clients read it: its entry, with its URL and its time in the registry. */
import type { ListedEntry } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';
import { chartFileName } from './file-name.ts';
import { chartLink } from './urls.ts';
import { compareChartVersions } from './version.ts';

/** Returns the offered versions of a chart in the order of helm. */
export function newestFirst(entries: readonly ListedEntry[]): readonly ListedEntry[] {
  const offered = entries.filter(({ standing }) => standing === 'offered');
  return offered.toSorted((a, b) => compareChartVersions(b.version, a.version));
}

/** Returns a JSON object. The text of an entry is one, too, and not empty. */
export function versionText({ nameKey: name, text, version, publishedAt }: ListedEntry): string {
  const ofRegistry = { urls: [chartLink(name, chartFileName(name, version))], created: asTime(publishedAt) };
  return `${JSON.stringify(ofRegistry).slice(0, -1)},${text.slice(1)}`;
}
