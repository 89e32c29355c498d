/**
 * Reads a stream of `multipart/form-data` (RFC 7578): text parts into an object, and files, one by one, to `stage`.
 * Only the syntax is checked here; the contract validates the parts.
 */
import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { Failure } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { mostFields, type PartKind } from '../form-parts.ts';
import { watchPartNames } from './part-names.ts';
import { gone } from './read-stream.ts';
import { invalidRequest, type InvalidPlace } from '../replies/problems.ts';
import type { Staged, Upload } from './upload.ts';

export interface Form<S extends Staged> {
  /** The parts for their schema: text, and an empty string for a file. */
  readonly parts: Record<string, unknown>;
  /** A list for a part that may be repeated. */
  readonly files: Map<string, Upload<S> | Upload<S>[]>;
  /** The names of unknown files, which are not read. */
  readonly unknownFiles: string[];
  /** Errors that the schema cannot detect. */
  readonly notes: InvalidPlace[];
}

/** Stages the bytes of one file part. */
export type Stage<S extends Staged> = (content: AsyncIterable<Uint8Array>) => Promise<S>;

export interface FormReading<S extends Staged> {
  readonly media: DescribedMedia;
  readonly stage: Stage<S>;
  /** The maximum size of one file, in bytes. */
  readonly limit: number;
  /** Called before the first file is staged. With it, text parts after that file are ignored. */
  readonly beforeFile?: ((fileName: string) => Promise<void>) | undefined;
  /** Rejected to stop the reading. */
  readonly failed: PromiseWithResolvers<never>;
}

/** Fills `form` even if it throws, so that the caller can discard staged files. */
export async function receiveForm<S extends Staged>(
  request: IncomingMessage,
  { media: { partKind, mostText }, stage, limit, beforeFile, failed }: FormReading<S>,
  form: Form<S>,
): Promise<void> {
  const sentAsText = new Set<string>();
  const parser = openParser(request, { fileSize: limit, mostText });
  let textSize = 0;
  const staging: Promise<void>[] = [];
  let checked: Promise<void> | undefined;
  parser.on('error', (error) => failed.reject(malformed(error)));
  request.once('error', () => failed.reject(gone()));
  request.once('close', () => request.complete || failed.reject(gone()));
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(event, () => failed.reject(invalidRequest([{ path: 'body', message: 'has too many parts' }])));
  }
  // A part without a name has none, and a text in an unknown charset has no value, which the parser's types deny.
  parser.on('field', (name: string | undefined, value: string | undefined, { valueTruncated }) => {
    textSize += (name?.length ?? 0) + (value?.length ?? 0);
    const isTooLong = valueTruncated || (mostText !== undefined && textSize > mostText);
    if (isTooLong) failed.reject(invalidRequest([{ path: 'body', message: 'has a text part that is too long' }]));
    else if (checked !== undefined || name === undefined) return;
    // To the schema any text would do for bytes, so the part must not stand under its name.
    else if (isFile(partKind(name))) sentAsText.add(name);
    else if (value !== undefined) addPart(form, name, value, partKind(name));
    else if (partKind(name) !== undefined) form.notes.push(inUnknownCharset(name));
  });
  parser.on('file', (name: string | undefined, stream, info: FileInfo) => {
    // Without a listener, an aborted form would end the process; the reader of the stream gets the error, too.
    stream.on('error', () => undefined);
    stream.on('limit', () => failed.reject(tooLarge(limit)));
    const kind = name === undefined ? undefined : partKind(name);
    if (name === undefined || !isFile(kind) || !isWanted(form, name, kind)) {
      if (name !== undefined && !isFile(kind)) addUnwanted(form, name, kind);
      stream.resume();
      return;
    }
    const fileName = info.filename ?? '';
    const mediaType = info.mimeType.toLowerCase();
    checked ??= beforeFile?.(fileName);
    // The stream is not read until the check is done, so the client waits.
    const begun = checked === undefined ? stage(stream) : checked.then(() => stage(stream));
    const keep = placeFor(form, name, kind);
    const staged = begun.then((result) => keep({ fileName, mediaType, staged: result }));
    staged.catch(failed.reject);
    staging.push(staged);
  });
  const closed = new Promise<void>((resolve) => parser.once('close', resolve));
  const watchNames = watchPartNames(request.headers['content-type'] ?? '', failed.reject);
  request.on('data', watchNames);
  request.pipe(parser);
  try {
    await Promise.race([closed, failed.promise]);
    await Promise.race([Promise.all(staging), failed.promise]);
    form.notes.push(...[...sentAsText].filter((name) => !form.files.has(name)).map(notAsFile));
  } finally {
    request.off('data', watchNames);
    request.unpipe(parser);
    parser.destroy();
    await Promise.allSettled(staging);
  }
}

/** The parser's type claims that a file always has a name. */
interface FileInfo {
  readonly filename: string | undefined;
  readonly mimeType: string;
}

function openParser(
  request: IncomingMessage,
  { fileSize, mostText }: { readonly fileSize: number; readonly mostText: number | undefined },
): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      // The name of a file is checked where it is used; here it is preserved.
      preservePath: true,
      highWaterMark: bufferSize,
      fileHwm: bufferSize,
      // The parser reports a file of exactly the maximum size as truncated.
      limits: { ...(mostText === undefined ? limits : longLimits(mostText)), fileSize: fileSize + 1 },
    });
  } catch (error) {
    throw malformed(error);
  }
}

const bufferSize = 1024 * 1024;

const limits = { parts: 100, fields: mostFields, files: 10, fieldSize: 100_000 };

/** For forms that describe the maximum size of their texts (`x-max-bytes`), such as the metadata of a distribution. */
function longLimits(mostText: number): busboy.Limits {
  return { parts: 2010, fields: 2000, files: 10, fieldSize: mostText };
}

function notAsFile(name: string): InvalidPlace {
  return { path: `body.${name}`, message: `was sent as text and not as a file; with curl, write -F '${name}=@path'` };
}

function notAsText(name: string): InvalidPlace {
  return { path: `body.${name}`, message: `was sent as a file and not as text; with curl, write -F '${name}=text'` };
}

function inUnknownCharset(name: string): InvalidPlace {
  return { path: `body.${name}`, message: 'has an unknown charset; send it in UTF-8' };
}

function isFile(kind: PartKind | undefined): boolean {
  return kind === 'file' || kind === 'files';
}

function addUnwanted(form: Form<Staged>, name: string, kind: PartKind | undefined): void {
  if (kind === undefined) form.unknownFiles.push(name);
  else form.notes.push(notAsText(name));
}

/** Returns whether a file is staged. Of a part that must not be repeated, only the first one is. */
function isWanted(form: Form<Staged>, name: string, kind: PartKind | undefined): boolean {
  const isOneTooMany = kind === 'file' && Object.hasOwn(form.parts, name);
  if (isOneTooMany) form.notes.push({ path: `body.${name}`, message: 'was sent more than once' });
  addPart(form, name, '', kind);
  return !isOneTooMany;
}

/** Returns a function that puts uploads into the value, in the order of the files. */
function placeFor<S extends Staged>(
  { files }: Form<S>,
  name: string,
  kind: PartKind | undefined,
): (upload: Upload<S>) => void {
  if (kind !== 'files') return (upload) => void files.set(name, upload);
  const known = files.get(name);
  const list = Array.isArray(known) ? known : [];
  files.set(name, list);
  const index = list.push(undefined as never) - 1;
  return (upload) => void (list[index] = upload);
}

/** Parts with the same name become a list, which the schema of a single part rejects. */
function addPart(form: Form<Staged>, name: string, value: string, kind: PartKind | undefined): void {
  const before = Object.hasOwn(form.parts, name) ? form.parts[name] : undefined;
  const isOne = before === undefined && kind !== 'files' && kind !== 'texts';
  Object.defineProperty(form.parts, name, {
    value: isOne ? value : [before ?? [], value].flat(),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

export function tooLarge(limit: number): Failure {
  return new Failure('payload-too-large', `The file is larger than ${limit} bytes, the limit of this server.`);
}

function malformed(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : 'it cannot be read';
  return invalidRequest([{ path: 'body', message: `is not a complete multipart form: ${reason}` }]);
}
