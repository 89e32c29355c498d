/**
 * Runs a function at a chosen step of a request: before or after a call of the domain to its storage, or to the reader
 * of files, which runs in a thread. The source is unchanged.
 */
import { onTestFinished } from 'vitest';
import type { Larder } from '../../src/registry/larder.ts';

export interface Meanwhile {
  /** From now on counts steps, and runs `work` at the one with this number, from 0. */
  arm(at: number, work: () => Promise<unknown>): void;
  /** Ends it. Returns the name of the step at which `work` ran; undefined if there were fewer steps. */
  disarm(): string | undefined;
}

type Call = (...input: unknown[]) => unknown;

/** Replaces functions of this server's storage, and its reader, for the rest of a test. */
export function useMeanwhile(larder: Larder): Meanwhile {
  const { catalog, blobs } = larder;
  let armed: { readonly at: number; readonly work: () => Promise<unknown> } | undefined;
  let steps = 0;
  let happened: string | undefined;

  const step = async (name: string): Promise<void> => {
    if (armed === undefined || steps++ !== armed.at) return;
    const { work } = armed;
    // What happens meanwhile takes the same steps, which do not count.
    armed = undefined;
    happened = name;
    await work();
  };
  const replace = (target: object, name: string, changed: (real: Call) => Call): void => {
    const real = (target as Record<string, Call>)[name];
    if (typeof real !== 'function') throw new Error(`${name} is not a function.`);
    Object.assign(target, { [name]: changed(real.bind(target)) });
    onTestFinished(() => void Object.assign(target, { [name]: real }));
  };

  for (const [group, target] of Object.entries({ ...catalog, blobs })) {
    if (typeof target !== 'object') continue;
    for (const name of Object.keys(target).filter((key) => !iterables.has(key))) {
      replace(target, name, (real) => async (...input) => {
        await step(`before ${group}.${name}`);
        const reply = await real(...input);
        await step(`after ${group}.${name}`);
        return reply;
      });
    }
  }
  replace(larder, 'read', (real) => async (...input) => {
    await step('before read');
    return await real(...input);
  });
  return {
    arm: (at, work) => {
      armed = { at, work };
      steps = 0;
      happened = undefined;
    },
    disarm: () => {
      armed = undefined;
      return happened;
    },
  };
}

/** These do not return promises. */
const iterables = new Set(['walk', 'allLeftOut', 'entries', 'list', 'leftBehind', 'earlier', 'rejected']);
