/** Makes a request of a draft, with the things that there are. */
import { fillTemplate } from '../../src/contract/path-template.ts';
import { credentialHeader } from '../fixtures/credential-header.ts';
import type { Blank, Draft, DraftBody, DraftPart, Given } from './drafts.ts';
import { buildPackage } from './packages.ts';

/** A request as it goes out. */
export interface FilledRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/** What the blanks of an ecosystem's drafts stand for. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Throws when a blank has no value. */
export async function fillIn(draft: Draft, known: Known): Promise<FilledRequest> {
  const valueOf = (given: Given): string => ('text' in given ? given.text : knownValue(known, given));
  const path = fillTemplate(
    draft.path,
    (name) => valueOf(draft.pathValues[name] ?? { known: name, nth: 0 }),
    (name) => draft.plainSlashes.includes(name),
  );
  const query = draft.query.map((pair) => ('raw' in pair ? pair.raw : `${pair.name}=${encoded(valueOf(pair.value))}`));
  const body = draft.body && (await fillInBody(draft.body, valueOf, known));
  return {
    method: draft.method,
    target: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: {
      ...Object.assign({}, ...draft.credentials.map(({ scheme, secret }) => credentialHeader(scheme, valueOf(secret)))),
      ...(body?.type === undefined ? {} : { 'content-type': body.type }),
      ...(draft.accept === undefined ? {} : { accept: draft.accept }),
      ...draft.headers,
    },
    body: body?.bytes,
  };
}

function knownValue(known: Known, { known: name, nth, otherwise }: Blank): string {
  const values = known[name] ?? [];
  const value = values[nth % values.length] ?? otherwise;
  if (value === undefined) throw new Error(`Nothing is known by the name ${name}; test/fuzz/things.ts makes things.`);
  return value;
}

async function fillInBody(
  body: DraftBody,
  valueOf: (given: Given) => string,
  known: Known,
): Promise<{ readonly type: string | undefined; readonly bytes: Uint8Array }> {
  if ('text' in body) return { type: undefined, bytes: Buffer.from(body.text) };
  if ('bytes' in body) return body;
  if ('lines' in body)
    return textBody('application/x-ndjson', body.lines.map((line) => JSON.stringify(line)).join('\n'));
  if ('fields' in body)
    return textBody(
      'application/x-www-form-urlencoded',
      String(new URLSearchParams(body.fields.map(([...pair]) => pair))),
    );
  if ('json' in body) {
    const filled = Object.fromEntries(body.known.map((name) => [name, knownValue(known, { known: name, nth: 0 })]));
    const value = body.known.length === 0 ? body.json : { ...(body.json as object), ...filled };
    return { type: 'application/json', bytes: Buffer.from(JSON.stringify(value) ?? '') };
  }
  const parts = await Promise.all(body.parts.map((part) => partBytes(part, valueOf)));
  const whole = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: whole.subarray(0, whole.length - (body.cutBy ?? 0)),
  };
}

function textBody(type: string, text: string): { readonly type: string; readonly bytes: Uint8Array } {
  return { type, bytes: Buffer.from(text) };
}

/** No package has it in its bytes. */
const boundary = 'here-ends-a-part-of-the-fuzz';

async function partBytes(part: DraftPart, valueOf: (given: Given) => string): Promise<Buffer> {
  const lines = (disposition: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${disposition}\r\n\r\n`;
  if ('text' in part) return Buffer.from(`${lines('')}${valueOf(part.text)}\r\n`);
  const { fileName, bytes } = await buildPackage(part.file);
  return Buffer.concat([Buffer.from(lines(`; filename="${fileName}"`)), bytes, Buffer.from('\r\n')]);
}

/** RFC 3986, section 2.2: `encodeURIComponent` leaves some of the reserved characters as they are. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
