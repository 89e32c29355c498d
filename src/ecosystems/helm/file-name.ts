/** The names of the files of a chart. helm derives the name of a provenance from that of its chart. */

const CHART = '.tgz';
const PROVENANCE = '.prov';

/** Returns the name of a chart, as `helm package` writes it. */
export function chartFileName(name: string, version: string): string {
  return `${name}-${version}${CHART}`;
}

/** Returns the name of the provenance of a chart. */
export function provenanceFileName(name: string, version: string): string {
  return chartFileName(name, version) + PROVENANCE;
}

/** Returns the version in the name of a file of a chart; undefined for other names. */
export function versionInFileName(name: string, file: string): string | undefined {
  const chart = file.endsWith(CHART + PROVENANCE) ? file.slice(0, -PROVENANCE.length) : file;
  const prefix = `${name}-`;
  if (!chart.startsWith(prefix) || !chart.endsWith(CHART)) return undefined;
  return chart.slice(prefix.length, -CHART.length) || undefined;
}
