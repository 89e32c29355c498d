/**
 * Keys and signatures, made in a thread of their own: to load the library alone takes longer than a request that has
 * nothing to do with it may wait.
 */
import { Worker } from 'node:worker_threads';
import type * as keys from './openpgp-keys.ts';
import type { Question, Reply } from './openpgp-thread.ts';

export const createKeyPair: typeof keys.createKeyPair = (...input) => ask('createKeyPair', input);
export const clearSign: typeof keys.clearSign = (...input) => ask('clearSign', input);
export const detachedSignature: typeof keys.detachedSignature = (...input) => ask('detachedSignature', input);

/** Its garbage is collected early: it works little. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 2 };

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, PromiseWithResolvers<unknown>>();

function ask<Name extends keyof typeof keys>(
  name: Name,
  input: Parameters<(typeof keys)[Name]>,
): ReturnType<(typeof keys)[Name]> {
  thread ??= start();
  const id = (asked += 1);
  const answer = Promise.withResolvers<unknown>();
  waiting.set(id, answer);
  // Whoever waits keeps the process running; the thread by itself does not.
  thread.ref();
  thread.postMessage({ id, name, input } satisfies Question);
  // The thread answers with what the function of this name answers.
  return answer.promise as ReturnType<(typeof keys)[Name]>;
}

function start(): Worker {
  const worker = new Worker(new URL('openpgp-thread.ts', import.meta.url), { resourceLimits: RESOURCE_LIMITS });
  worker.on('message', (reply: Reply) => {
    const answer = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('error' in reply) answer?.reject(reply.error);
    else answer?.resolve(reply.answer);
  });
  // It ended, which it never does by itself; the next who asks gets another one.
  worker.once('error', (error) => {
    thread = undefined;
    for (const answer of waiting.values()) answer.reject(error);
    waiting.clear();
  });
  return worker;
}
