/** Writes the index of a folder of charts with helm, without signatures. */
import { run } from '../processes.ts';

/** Returns the seconds. `merge` is an index with other charts, which helm does not read again. */
export async function writeChartIndex(folder: string, merge?: string): Promise<number> {
  const begun = performance.now();
  await run('helm', ['repo', 'index', folder, ...(merge === undefined ? [] : ['--merge', merge])]);
  return (performance.now() - begun) / 1000;
}
