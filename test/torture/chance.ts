/** Chance that can be had again: the same seed gives the same numbers. */
import { createCipheriv, createHash } from 'node:crypto';

export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** One of these; undefined when there are none. */
  oneOf<Item>(items: readonly Item[]): Item | undefined;
}

/** A generator for a seed (mulberry32). */
export function chanceFrom(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { next, whole, oneOf: (items) => items[whole(0, items.length - 1)] };
}

/** Returns bytes that depend only on the seed and cannot be compressed. */
export function bytesFrom(seed: string, size: number): Uint8Array<ArrayBuffer> {
  const key = createHash('sha256').update(seed).digest();
  const bytes = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
  return new Uint8Array(bytes);
}
