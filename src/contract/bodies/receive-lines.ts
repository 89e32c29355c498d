/**
 * Reads a body of lines of JSON (`application/x-ndjson`) as an array of their values. Bytes in them are staged while
 * they arrive. The line break after the last line is optional. Empty lines are allowed only at the end.
 */
import type { IncomingMessage } from 'node:http';
import { invalidRequest } from '../replies/problems.ts';
import { createBoundedBuffer } from './bounded-buffer.ts';
import { createJsonCutter } from './cut-json.ts';
import { readText } from './read-text.ts';
import { closing, type JsonReading, type JsonWithBytes } from './receive-json-bytes.ts';
import { bodyTooLarge, parseJson } from './receive-json.ts';
import { createStringStage } from './stage-strings.ts';
import type { Staged } from './upload.ts';

/** Throws for a line that is not JSON, with its index. The location of the body is that of the array. */
export async function receiveLines<S extends Staged>(
  request: IncomingMessage,
  { place, stage, limits, failed }: JsonReading<S>,
): Promise<JsonWithBytes<S>> {
  const strings = createStringStage(stage, limits.file);
  const values: unknown[] = [];
  /** The present line without its bytes. `before` is the length of all lines before it. */
  const rest = createBoundedBuffer(limits.body, tooLarge);
  let before = 0;
  let hasGap = false;
  let cut = cutter();

  const endLine = (): void => {
    const line = rest.bytes();
    before += line.length + 1;
    if (before > limits.body + 1) throw tooLarge();
    if (isBlank(line)) hasGap = true;
    else if (hasGap) throw invalidRequest([{ path: `body.${values.length}`, message: 'is an empty line' }]);
    else values.push(parseJson(line, `body.${values.length}`));
    rest.clear();
    cut = cutter();
  };

  const push = async (piece: Buffer): Promise<void> => {
    for (let at = 0; at < piece.length;) {
      // A line break inside a string is invalid JSON, so every line break ends a line.
      const end = piece.indexOf(lineBreak, at);
      await cut(piece.subarray(at, end === -1 ? piece.length : end));
      if (end === -1) return;
      endLine();
      at = end + 1;
    }
  };

  await closing(strings, async () => {
    await readText(request, failed, push);
    endLine();
  });
  return { value: values, strings: strings.strings };

  function cutter(): (piece: Buffer) => Promise<void> {
    const index = values.length;
    return createJsonCutter({
      place: place?.item(index),
      at: [index],
      open: strings.open,
      keep: rest.add,
    });
  }

  function tooLarge(): Error {
    return bodyTooLarge(limits.body);
  }
}

/** Returns whether a line has only JSON white space (RFC 8259, section 2). */
function isBlank(line: Buffer): boolean {
  return line.every((code) => code === 0x20 || code === 0x09 || code === 0x0d);
}

const lineBreak = 0x0a;
