/** Stages the byte strings of one body, one after the other, while their characters arrive. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { invalidRequest } from '../replies/problems.ts';
import { createBase64Decoder } from './base64.ts';
import type { CharacterSink } from './cut-json.ts';
import type { Steps } from './json-position.ts';
import { tooLarge, type Stage } from './receive-form.ts';
import type { Staged, Upload } from './upload.ts';

/** The upload of a byte string, and its location. */
export interface StagedString<S extends Staged> {
  readonly steps: Steps;
  readonly upload: Upload<S>;
}

export interface StringStage<S extends Staged> {
  /** Starts the next byte string. Throws if there are too many. */
  readonly open: (steps: Steps) => CharacterSink;
  readonly strings: readonly StagedString<S>[];
  /** Ends the current byte string, if there is one, as failed. Resolves when its stage has ended. */
  readonly close: (failure: Error) => Promise<void>;
}

/** `limit` is in bytes, for all byte strings together. */
export function createStringStage<S extends Staged>(stage: Stage<S>, limit: number): StringStage<S> {
  const strings: StagedString<S>[] = [];
  let present: { readonly content: PassThrough; readonly staging: Promise<S> } | undefined;
  let total = 0;

  const write = async (bytes: Uint8Array): Promise<void> => {
    total += bytes.length;
    if (total > limit) throw tooLarge(limit);
    // A stage that has failed never drains.
    if (present && !present.content.write(bytes)) await Promise.race([once(present.content, 'drain'), present.staging]);
  };
  const decoder = createBase64Decoder(write);

  return {
    strings,
    open: (steps) => {
      if (strings.length === most) throw invalidRequest([{ path: 'body', message: `has more than ${most} files` }]);
      const content = new PassThrough();
      // The reader of the stream gets its errors.
      content.on('error', () => undefined);
      const staging = stage(content);
      staging.catch(() => undefined);
      present = { content, staging };
      return {
        push: decoder.push,
        pushCode: decoder.pushCode,
        end: async () => {
          await decoder.end();
          content.end();
          strings.push({ steps, upload: { fileName: '', mediaType: '', staged: await staging } });
          present = undefined;
        },
      };
    },
    close: async (failure) => {
      present?.content.destroy(failure);
      await Promise.allSettled([present?.staging]);
    },
  };
}

/** Each byte string is a file during the request. Clients with more of them have to send several requests. */
const most = 1000;
