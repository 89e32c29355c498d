/** The URLs of helm's service. */
import type { operations } from '../../../generated/native/helm.ts';
import description from '../../../generated/native/helm.json' with { type: 'json' };
import { relativeTo } from '../../serving/relative-url.ts';
import { prepareUrls } from '../../serving/urls.ts';

export const chartUrls = prepareUrls<operations>(description);

const paths = chartUrls('');

/** The index links to URLs of the same registry only, so any registry has the same relative URLs. */
const anyRegistry = { organization: 'any', registry: 'any' };
const fromIndex = relativeTo(paths.of('getChartIndex', anyRegistry));

/**
 * Returns the URL of a file of a chart, relative to the index. It has the name of the chart, because two charts may have
 * files with one name: `demo-1.0.0-2.0.0.tgz` is version 2.0.0 of `demo-1.0.0`, or version 1.0.0-2.0.0 of `demo`.
 */
export function chartLink(name: string, file: string): string {
  return fromIndex(paths.of('getChartFile', { ...anyRegistry, name, file }));
}
