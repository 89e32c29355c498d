/** Reads a JSON body with byte strings: these are staged while they arrive, and the rest is parsed. */
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
  /** The locations of bytes; undefined if there are none. */
  readonly place: BytePlace | undefined;
  readonly stage: Stage<S>;
  /** In bytes: the limits of all byte strings together, and of the rest after decompression. */
  readonly limits: { readonly file: number; readonly body: number };
  readonly failed: PromiseWithResolvers<never>;
}

export interface JsonWithBytes<S extends Staged> {
  /** The value with an empty string instead of each byte string; undefined for an empty body. */
  readonly value: unknown;
  readonly strings: readonly StagedString<S>[];
}

/** The maximum size of an encoded byte: four characters for three bytes, each as an escape of six characters. */
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

/** Runs `work`, and ends the byte string that it left incomplete. */
export async function closing(strings: StringStage<Staged>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await strings.close(new Error('the string has no end'));
  }
}

/** Replaces the byte strings in the value with their uploads, and returns it. */
export function withUploads({ value, strings }: JsonWithBytes<Staged>): unknown {
  const whole = { value };
  for (const { steps, upload } of strings) {
    let parent: Record<string | number, unknown> = whole;
    let last: string | number = 'value';
    for (const step of steps) {
      // The steps were found in the text of this value.
      parent = parent[last] as Record<string | number, unknown>;
      last = step;
    }
    parent[last] = upload;
  }
  return whole.value;
}
