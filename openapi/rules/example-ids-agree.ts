import { isDeepStrictEqual } from 'node:util';
import { collectExamples, objectsIn, type Members } from './named-examples.ts';
import type { Rule } from './rule.ts';

/**
 * Whoever follows an id from one example to another finds the same thing there: wherever an id stands, the members
 * beside it are the same, as far as they are there. An id of version 7 (RFC 9562, section 5.7) is of the second in which
 * its thing was made.
 */
export const exampleIdsAgree: Rule = () =>
  collectExamples((examples) => {
    const known = new Map<string, Members>();
    for (const { value, say } of examples) {
      for (const { object, place } of objectsIn(value)) {
        const id = object['id'] ?? object['uuid'];
        if (typeof id !== 'string') continue;
        const other = known.get(id) ?? {};
        known.set(id, { ...object, ...other });
        for (const [key, member] of Object.entries(object))
          if (key in other && !isDeepStrictEqual(member, other[key]))
            say(`Elsewhere the thing with this id has \`${key}\` ${JSON.stringify(other[key])}.`, [...place, key]);
        const made = object['created_at'];
        if (typeof made === 'string' && madeAt(id) !== undefined && madeAt(id) !== second(Date.parse(made)))
          say('The id tells another second than this.', [...place, 'created_at']);
      }
    }
  });

/** Seconds since 1970; undefined for ids of other versions. */
function madeAt(id: string): number | undefined {
  return id[14] === '7' ? second(Number.parseInt(id.replace('-', '').slice(0, 12), 16)) : undefined;
}

function second(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
