/** Compares two versions of one description. */
import { isDeepStrictEqual } from 'node:util';
import type { Difference, Direction, Severity } from './difference.ts';
import { placeOf } from './place.ts';
import { redoclyDiff, type RatedChange } from './redocly-diff.ts';

/** Both are complete OpenAPI documents in one file. Equivalent notations are not differences. */
export async function compareDescriptions(base: object, revision: object): Promise<readonly Difference[]> {
  // Redocly would need a second for that.
  if (isDeepStrictEqual(base, revision)) return [];
  const changes = await redoclyDiff(base, revision);
  return changes.map((change) => {
    const severity = severityOf(change);
    return {
      place: placeOfChange(base, revision, change),
      kind: change.kind === 'modified' ? 'changed' : change.kind,
      directions: directionsOf(change),
      severity,
      reasons: severity === 'breaking' ? change.verdicts.filter(isReason).map(({ message }) => message) : [],
    };
  });
}

function severityOf({ impact, property = '', typeName }: RatedChange): Severity {
  if (impact === 'major') return 'breaking';
  const isForPeople = /^(description|summary|title|example)$/.test(property) || /^(Example|Info|Tag)/.test(typeName);
  return isForPeople ? 'words' : 'compatible';
}

/** The location in the older version, which clients use. */
function placeOfChange(base: object, revision: object, { base: old, revision: now, property }: RatedChange): string {
  const place = old === undefined ? placeOf(revision, now?.pointer ?? '') : placeOf(base, old.pointer);
  return property === undefined || place.endsWith(`/${property}`) ? place : `${place}/${property}`;
}

function directionsOf({ verdicts }: RatedChange): readonly Direction[] {
  const said = verdicts.find((verdict) => !isReason(verdict))?.message.split(' ') ?? [];
  const words = [
    ['request', 'request'],
    ['response', 'answer'],
  ] as const;
  return words.filter(([theirs]) => said.includes(theirs)).map(([, ours]) => ours);
}

/** The rule `direction` is not a reason; it only reports the direction of the bytes. */
function isReason({ ruleId }: { readonly ruleId: string }): boolean {
  return ruleId !== 'larder/direction';
}
