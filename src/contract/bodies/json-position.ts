/** Where in a JSON value its text is, as far as there may be bytes, from its punctuation and the names of its members. */
import { invalidRequest, type InvalidPlace } from '../replies/problems.ts';
import type { BytePlace } from './byte-places.ts';

/** The names and indexes that lead to a value. */
export type Steps = readonly (string | number)[];

export interface JsonPosition {
  /** Takes a character that is outside of strings. Throws for values that are nested too deeply. */
  take(code: number): void;
  /** Returns what the string is that begins now. */
  beginString(): 'name' | 'bytes' | 'text';
  /** Takes the name of a member. Throws if the object has it already. */
  takeName(name: string): void;
  /** Returns what leads to the present value. */
  steps(): Steps;
}

/** An object or an array in which there may be byte strings. */
interface Container {
  readonly place: BytePlace;
  /** Undefined for an array. */
  readonly names: Set<string> | undefined;
  /** The name or index of the present value. */
  step: string | number;
  /** Whether a string here is the name of a member. */
  isBeforeName: boolean;
}

/**
 * `top` is the place of the whole value, and `before` leads to it. For a text that is not JSON it finds anything, and throws
 * nothing else.
 */
export function createJsonPosition(top: BytePlace | undefined, before: Steps): JsonPosition {
  const containers: Container[] = [];
  /** How many objects and arrays are open in which there can be no bytes. */
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
      // Of two members of one name, parsers take the last one: the bytes of the first would be lost.
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
/** Of values in which there may be bytes; a description that refers to itself sets no limit. */
const deepest = 100;
/** As the description bounds a place. */
const longestPath = 1000;
