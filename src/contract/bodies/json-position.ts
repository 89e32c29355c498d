/** Tracks the position in a JSON text, as far as there may be bytes, by its punctuation and the names of members. */
import { invalidRequest, type InvalidPlace } from '../replies/problems.ts';
import type { BytePlace } from './byte-places.ts';

/** The names and indexes on the way to a value. */
export type Steps = readonly (string | number)[];

export interface JsonPosition {
  /** Must be called with each character outside of strings. Throws for values that are nested too deeply. */
  take(code: number): void;
  /** Returns the kind of the string that begins now. */
  beginString(): 'name' | 'bytes' | 'text';
  /** Must be called with the name of each member. Throws if the object already has it. */
  takeName(name: string): void;
  /** Returns the names and indexes on the way to the current value. */
  steps(): Steps;
}

/** An object or an array that may contain byte strings. */
interface Container {
  readonly place: BytePlace;
  /** Undefined for an array. */
  readonly names: Set<string> | undefined;
  /** The name or index of the current value. */
  step: string | number;
  /** Whether a string here is the name of a member. */
  isBeforeName: boolean;
}

/**
 * `top` is the location of the whole value, and `before` has the names and indexes on the way to it. The result is
 * arbitrary for a text that is not JSON, without other errors.
 */
export function createJsonPosition(top: BytePlace | undefined, before: Steps): JsonPosition {
  const containers: Container[] = [];
  /** The number of open objects and arrays that cannot contain bytes. */
  let depth = 0;

  const present = (): Container | undefined => (depth === 0 ? containers.at(-1) : undefined);

  const steps = (): Steps => [...before, ...containers.map(({ step }) => step)];

  function valuePlace(): BytePlace | undefined {
    if (depth > 0) return undefined;
    const container = containers.at(-1);
    if (!container) return top;
    const { place, step } = container;
    return typeof step === 'string' ? place.member(step) : place.item(step);
  }

  function open(isObject: boolean): void {
    const place = valuePlace();
    if (!place) depth += 1;
    else if (containers.length === deepest) throw invalidAt(steps(), `is nested more than ${deepest} levels deep`);
    else {
      const names = isObject ? new Set<string>() : undefined;
      containers.push({ place, names, step: isObject ? '' : 0, isBeforeName: isObject });
    }
  }

  function close(): void {
    if (depth > 0) depth -= 1;
    else containers.pop();
  }

  function next(): void {
    const container = present();
    if (!container) return;
    if (typeof container.step === 'number') container.step += 1;
    else container.isBeforeName = true;
  }

  return {
    steps,
    take: (code) => {
      if (code === openObject || code === openArray) open(code === openObject);
      else if (code === closeObject || code === closeArray) close();
      else if (code === comma) next();
    },
    beginString: () => {
      if (present()?.isBeforeName) return 'name';
      return valuePlace()?.isBytes ? 'bytes' : 'text';
    },
    takeName: (name) => {
      const container = present();
      if (!container) return;
      container.step = name;
      container.isBeforeName = false;
      // Of two members with the same name, parsers return the last one, so the bytes of the first would be lost.
      if (container.names?.has(name)) throw invalidAt(steps(), 'was sent twice');
      container.names?.add(name);
    },
  };
}

/** Returns the failure for a value of the body. */
export function invalidAt(steps: Steps, message: string): Error {
  const path = ['body', ...steps].join('.').toWellFormed().slice(0, longestPath);
  return invalidRequest([{ path, message } satisfies InvalidPlace]);
}

const [openObject, closeObject, openArray, closeArray, comma] = [...Buffer.from('{}[],')];
/** The maximum depth of values that may contain bytes, because a description that refers to itself has no limit. */
const deepest = 100;
/** The maximum length of a location in the description. */
const longestPath = 1000;
