/** The code of the OpenPGP thread: calls a function and returns its result. */
import { parentPort } from 'node:worker_threads';
import { clearSign, createKeyPair, detachedSignature } from './openpgp-keys.ts';

const functions = { clearSign, createKeyPair, detachedSignature } as const;

/** A function and its input. */
export interface Question {
  readonly id: number;
  readonly name: keyof typeof functions;
  readonly input: readonly unknown[];
}

export type Reply = { readonly id: number } & ({ readonly reply: unknown } | { readonly error: unknown });

parentPort?.on('message', (question: Question) => void reply(question));

async function reply({ id, name, input }: Question): Promise<void> {
  try {
    // The caller is typed by the function.
    const reply = await (functions[name] as (...input: readonly unknown[]) => Promise<unknown>)(...input);
    parentPort?.postMessage({ id, reply } satisfies Reply);
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Reply);
  }
}
