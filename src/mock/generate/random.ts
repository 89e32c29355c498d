/** Random values that depend only on a seed, so that a response can be reproduced. */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

export interface Random {
  /** Returns an integer from 0 to `below - 1`. */
  integer(below: number): number;
  pick<Value>(from: readonly [Value, ...Value[]]): Value;
  /** Returns lower-case hexadecimal digits. */
  hex(length: number): string;
  /** Returns a UUIDv7 of a time in milliseconds. */
  uuid(time: number): string;
}

/** Returns the values of a seed. Each purpose has values of its own, regardless of the order of calls. */
export function randomOf(...seed: readonly string[]): Random {
  let count = 0;
  const bytes = (): Buffer =>
    createHash('sha512')
      .update(JSON.stringify([...seed, (count += 1)]))
      .digest();
  const integer = (below: number): number => bytes().readUIntBE(0, 6) % below;
  return {
    integer,
    pick: (from) => from[integer(from.length)] ?? from[0],
    hex: (length) => {
      let text = '';
      while (text.length < length) text += bytes().toString('hex');
      return text.slice(0, length);
    },
    uuid: (time) => v7({ msecs: time, random: bytes(), seq: integer(2 ** 31) }),
  };
}
