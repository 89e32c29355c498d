/** Checks whether a response is possible. The server has already compared it with its description before sending it. */
import type { FuzzReply } from './ask.ts';
import type { FilledRequest } from './fill-in.ts';
import type { Subject } from './subjects.ts';
import type { Exchanged } from './world.ts';

/** A response that must not occur; its message is for people. */
export class WrongReply extends Error {
  override readonly name = 'WrongAnswer';
}

/** Throws `WrongAnswer` for a response that no request to the operation may have: an undescribed status, or any 5xx. */
export function judge({ operation }: Subject, { request, reply }: Exchanged): void {
  const isDescribed = operation.replies.has(reply.status) && reply.status < 500;
  if (!isDescribed) throw new WrongReply(told(request, reply, 'a described status below 500'));
}

/** Throws also if a request that the contract allows is reported as invalid. */
export function judgeValid(subject: Subject, exchanged: Exchanged): void {
  judge(subject, exchanged);
  const { request, reply } = exchanged;
  if (reply.status === 400 && !blamesBytes(reply))
    throw new WrongReply(told(request, reply, 'no 400, for it breaks no rule'));
}

/** The same for a request that breaks a rule. `places` are those that the problem may name, one of which it must. */
export function judgeBroken(
  subject: Subject,
  { request, reply }: Exchanged,
  { status, places }: { readonly status: number; readonly places: readonly string[] },
): void {
  if (reply.status !== status) throw new WrongReply(told(request, reply, `${status}`));
  if (request.method !== subject.operation.method) return;
  judge(subject, { request, reply });
  // A page has the places in its text.
  if (places.length === 0 || reply.bytes[0] !== '{'.charCodeAt(0)) return;
  const named = placesNamed(reply);
  if (!places.some((place) => named.includes(place)))
    throw new WrongReply(told(request, reply, `a problem that names ${places.join(' or ')}`));
}

/** OCI has 400 also for bytes that are not a manifest, or have another digest (distribution-spec, "Error Codes"). */
function blamesBytes(reply: FuzzReply): boolean {
  return placesNamed(reply).length === 0 && errorsIn(reply).some(({ code = '' }) => codesOfBytes.has(code));
}

const codesOfBytes: ReadonlySet<string> = new Set([
  'BLOB_UPLOAD_INVALID',
  'DIGEST_INVALID',
  'MANIFEST_BLOB_UNKNOWN',
  'MANIFEST_INVALID',
]);

interface NamedError {
  readonly path?: string;
  readonly code?: string;
  readonly message?: string;
}

function errorsIn({ bytes }: FuzzReply): readonly NamedError[] {
  if (bytes[0] !== '{'.charCodeAt(0)) return [];
  const { errors, error } = JSON.parse(bytes.toString()) as {
    readonly errors?: readonly NamedError[];
    readonly error?: string;
  };
  return errors ?? (error === undefined ? [] : [{ message: error }]);
}

function placesNamed(reply: FuzzReply): string[] {
  // npm's service and OCI's have one text for all of them, with these in it.
  return errorsIn(reply).flatMap(({ path, message = '' }) =>
    path === undefined ? [...message.matchAll(placeInText)].map(([, place = '']) => place) : [path],
  );
}

const placeInText = /(?:^|; )((?:path|query|headers|body)\b.*?): /g;

/** Formats the request, its response, and the expected response. */
function told({ method, target, body }: FilledRequest, { status, bytes }: FuzzReply, right: string): string {
  const sent = body === undefined ? '' : ` with ${shown(body)}`;
  return `${method} ${target}${sent} was answered ${status}, and it should be ${right}: ${shown(bytes)}`;
}

function shown(bytes: Uint8Array): string {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[^\x20-\x7e\r\n]+/g, '…');
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** In bytes. */
const longest = 600;
