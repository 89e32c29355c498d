/**
 * Creates keys and signatures in a separate thread: loading the library alone would delay other requests too much.
 */
import { Worker } from 'node:worker_threads';
import type * as keys from './openpgp-keys.ts';
import type { Question, Reply } from './openpgp-thread.ts';

export const createKeyPair: typeof keys.createKeyPair = (...input) => ask('createKeyPair', input);
export const clearSign: typeof keys.clearSign = (...input) => ask('clearSign', input);
export const detachedSignature: typeof keys.detachedSignature = (...input) => ask('detachedSignature', input);

/** A small heap, because the thread rarely works. */
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
  const reply = Promise.withResolvers<unknown>();
  waiting.set(id, reply);
  // Only waiting callers keep the process running.
  thread.ref();
  thread.postMessage({ id, name, input } satisfies Question);
  // The thread returns the result of the function with this name.
  return reply.promise as ReturnType<(typeof keys)[Name]>;
}

function start(): Worker {
  const worker = new Worker(new URL('openpgp-thread.ts', import.meta.url), { resourceLimits: RESOURCE_LIMITS });
  worker.on('message', (reply: Reply) => {
    const pending = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('error' in reply) pending?.reject(reply.error);
    else pending?.resolve(reply.reply);
  });
  // The thread ended unexpectedly. The next call starts another one.
  worker.once('error', (error) => {
    thread = undefined;
    for (const reply of waiting.values()) reply.reject(error);
    waiting.clear();
  });
  return worker;
}
