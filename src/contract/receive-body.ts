/** Reads the body of a request whose caller, path and media type are settled, by the media type. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError } from '../registry/errors.ts';
import type { DescribedMedia } from './description.ts';
import { watchPace, type Pace } from './pace.ts';
import type { InvalidPlace } from './problems.ts';
import { receiveForm, tooLarge, type Form, type Stage } from './receive-form.ts';
import { receiveJson } from './receive-json.ts';
import type { Staged } from './upload.ts';

export interface BodyLimits {
  /** Of one uploaded file, in bytes. */
  readonly file: number;
  /** Of any other body, in bytes. */
  readonly body: number;
  readonly pace: Pace;
}

export interface Incoming<S extends Staged> {
  readonly mediaType: string;
  readonly media: DescribedMedia;
  readonly stage: Stage<S>;
  readonly limits: BodyLimits;
  /** Everything that was staged goes in here at once, whatever happens next. */
  readonly uploads: S[];
}

export interface ReceivedBody {
  /** What its schema judges. */
  readonly judged: unknown;
  /** What the operation gets, once the schema has accepted it. */
  readonly value: unknown;
  readonly notes: readonly InvalidPlace[];
}

/** Throws for a body that is too large, too slow, or not of the form of its media type. */
export async function receiveBody<S extends Staged>(
  request: IncomingMessage,
  response: ServerResponse,
  incoming: Incoming<S>,
): Promise<ReceivedBody> {
  const { mediaType, limits } = incoming;
  const isForm = mediaType === 'multipart/form-data';
  if (isForm) checkForm(request, limits.file);
  if (request.headers.expect !== undefined) response.writeContinue();
  const slow = Promise.withResolvers<never>();
  const stopWatch = watchPace(request, limits.pace, () => slow.reject(tooSlow(limits.pace)));
  try {
    const body = isForm ? form(request, incoming) : receiveJson(request, response, limits.body);
    return await Promise.race([body, slow.promise]);
  } finally {
    stopWatch();
  }
}

async function form<S extends Staged>(
  request: IncomingMessage,
  { media, stage, limits, uploads }: Incoming<S>,
): Promise<ReceivedBody> {
  const received: Form<S> = { parts: {}, files: new Map(), notes: [] };
  const keep: Stage<S> = async (content) => {
    const staged = await stage(content);
    uploads.push(staged);
    return staged;
  };
  await receiveForm(request, media, keep, limits.file, received);
  return {
    judged: received.parts,
    value: { ...received.parts, ...Object.fromEntries(received.files) },
    notes: received.notes,
  };
}

/** Refuses before reading what would be refused after it. */
function checkForm({ headers }: IncomingMessage, limit: number): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new RegistryError('unsupported-media-type', `The body is encoded with ${encoding}; send the form as it is.`);
  }
  if (Number(headers['content-length'] ?? 0) > limit + frame) throw tooLarge(limit);
}

/** What a form may hold beside the file, in bytes. */
const frame = 1024 * 1024;

function tooSlow({ bytesPerSecond, patience }: Pace): RegistryError {
  return new RegistryError(
    'request-timeout',
    `The body came at less than ${bytesPerSecond} bytes a second for ${patience / 1000} seconds.`,
  );
}
