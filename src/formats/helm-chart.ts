/** The name and the version of a chart, for all ecosystems that have charts. */

export interface ChartIdentity {
  readonly name: string;
  readonly version: string;
}

/** Returns those in Chart.yaml, or in the config of an image (HIP-0006); undefined if one is not a text. */
export function chartIdentity(chart: Readonly<Record<string, unknown>> | undefined): ChartIdentity | undefined {
  const { name, version } = chart ?? {};
  return typeof name === 'string' && typeof version === 'string' ? { name, version } : undefined;
}
