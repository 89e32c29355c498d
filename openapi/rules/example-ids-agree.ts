import { isDeepStrictEqual } from 'node:util';
import { collectExamples, objectsIn, type Members } from './named-examples.ts';
import type { Rule } from './rule.ts';

/**
 * Examples are consistent: objects with the same id have the same members, as far as they have them. An id of version 7
 * (RFC 9562, section 5.7) contains the second in which its object was created.
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
            say(`In another example, the object with this id has \`${key}\` ${JSON.stringify(other[key])}.`, [
              ...place,
              key,
            ]);
        const made = object['created_at'];
        if (typeof made === 'string' && madeAt(id) !== undefined && madeAt(id) !== second(Date.parse(made)))
          say('The id contains another second than this.', [...place, 'created_at']);
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
