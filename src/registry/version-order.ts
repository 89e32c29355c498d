import type { VersionOrder } from '../storage/names.ts';
import type { Ecosystem } from './ecosystem.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** Returns the order of an ecosystem's versions, for the latest one. */
export function versionOrder({ defaultTag, names }: Pick<Ecosystem, 'defaultTag' | 'names'>): VersionOrder {
  return { defaultTag, compare: (a, b) => compareIfValid(names, a, b) };
}

/** Earlier versions of Larder accepted versions that have no order. A publication beside them must not fail. */
function compareIfValid({ compare }: Ecosystem['names'], a: string, b: string): number {
  try {
    return compare(a, b);
  } catch {
    return 0;
  }
}

/** The number of projects in one transaction, which others wait for. */
const projectsAtATime = 50;

/** Determines the latest versions of projects that an earlier version of Larder stored, once after an upgrade. */
export async function orderVersions(
  { [writable]: catalog, ecosystems }: Larder,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<void> {
  for (const ecosystem of Object.values(ecosystems)) {
    const order = versionOrder(ecosystem);
    let ordered = projectsAtATime;
    while (ordered === projectsAtATime && !signal.aborted)
      ordered = await catalog.names.order(ecosystem.id, order, projectsAtATime);
  }
}
