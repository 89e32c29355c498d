/** Reads a JSON body in which strings are bytes: these are staged as they pass, and the rest is parsed. */
import type { IncomingMessage } from 'node:http';
import { createBoundedBuffer } from './bounded-buffer.ts';
import type { BytePlace } from './byte-places.ts';
import { createJsonCutter } from './cut-json.ts';
import { readText } from './read-text.ts';
import type { Stage } from './receive-form.ts';
import { bodyTooLarge, parseJson } from './receive-json.ts';
import { createStringStage, type StagedString, type StringStage } from './stage-strings.ts';
import type { Staged } from './upload.ts';

export interface JsonReading<S extends Staged> {
  /** Where there may be bytes; undefined if there are none. */
  readonly place: BytePlace | undefined;
  readonly stage: Stage<S>;
  /** In bytes: of all byte strings together, and of the rest after decompression. */
  readonly limits: { readonly file: number; readonly body: number };
  readonly failed: PromiseWithResolvers<never>;
}

export interface JsonWithBytes<S extends Staged> {
  /** Has an empty string in the place of each byte string; undefined for an empty body. */
  readonly value: unknown;
  readonly strings: readonly StagedString<S>[];
}

/** The most bytes that a byte can take: four characters for three of them, each as an escape of six. */
export const longestEncoding = 8;

export async function receiveJsonBytes<S extends Staged>(
  request: IncomingMessage,
  { place, stage, limits, failed }: JsonReading<S>,
): Promise<JsonWithBytes<S>> {
  const strings = createStringStage(stage, limits.file);
  const rest = createBoundedBuffer(limits.body, () => bodyTooLarge(limits.body));
  const push = createJsonCutter({ place, open: strings.open, keep: rest.add });
  await closing(strings, () => readText(request, failed, push));
  return { value: parseJson(rest.bytes()), strings: strings.strings };
}

/** Ends with `work` also the byte string that it left without an end. */
export async function closing(strings: StringStage<Staged>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await strings.close(new Error('the string has no end'));
  }
}

/** Returns the value with the uploads in the places of their byte strings. Changes it. */
export function withUploads({ value, strings }: JsonWithBytes<Staged>): unknown {
  const whole = { value };
  for (const { steps, upload } of strings) {
    let parent: Record<string | number, unknown> = whole;
    let last: string | number = 'value';
    for (const step of steps) {
      // The steps were found in the text that this is the value of.
      parent = parent[last] as Record<string | number, unknown>;
      last = step;
    }
    parent[last] = upload;
  }
  return whole.value;
}
