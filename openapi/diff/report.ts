/** Formats a comparison for people. */
import type { BundlesDifference } from './compare-bundles.ts';
import type { Comparison } from './compare-with-last-release.ts';

/** Ends with the remedy, if there is a problem. */
export function report({ version, unannounced, announced, compatible, words }: Comparison): string {
  return [
    ...section(`Breaking since ${version}, and announced`, announced),
    ...section(`Compatible with ${version}`, compatible),
    ...section('Only texts', words),
    ...section(`Breaking since ${version}, and not announced`, unannounced),
    verdict(version, unannounced.length, announced.length + compatible.length + words.length),
  ].join('\n');
}

function section(title: string, differences: readonly BundlesDifference[]): string[] {
  return differences.length === 0 ? [] : [`${title} (${differences.length}):`, ...differences.map(line), ''];
}

/** Returns a list item, which can be pasted into the changelog. */
function line({ place, kind, directions, reasons, bundles }: BundlesDifference): string {
  const where = [directions.join(' and '), bundles.join(', ')].filter((text) => text !== '').join('; ');
  return `- \`${place}\` ${kind} (${where})${reasons.length === 0 ? '' : `: ${reasons.join(' ')}`}`;
}

function verdict(version: string, unannounced: number, others: number): string {
  if (unannounced === 0)
    return others === 0 ? `The contract is the same as in ${version}.` : 'All breaking differences are announced.';
  return (
    'Clients of that version may fail. If that is intended, write an item for each of the above, with its location in\n' +
    'backticks, in openapi/CHANGELOG.md under "## Unreleased", "### Breaking".'
  );
}
