import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { boundary, filePart, form, formType, part, textPart } from './form.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

const good = filePart('file', 'app-1.0.0.bin');
const disposition = 'Content-Disposition: form-data; name="file"; filename="app-1.0.0.bin"';

async function post(body: Uint8Array<ArrayBuffer> | string, type = formType): Promise<Reply> {
  const begun = performance.now();
  const headers = { 'Content-Type': type };
  const reply = await replyOf(await abused.server.ask(abused.packages(), { method: 'POST', headers, body }));
  expect(performance.now() - begun, 'milliseconds until the answer').toBeLessThan(2000);
  return reply;
}

describe('A malformed form is rejected as an invalid request', () => {
  test.each<[string, string]>([
    ['no boundary', 'multipart/form-data'],
    ['a boundary without value', 'multipart/form-data; boundary'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['an empty boundary in quotes', 'multipart/form-data; boundary=""'],
    ['a boundary of 2000 characters', `multipart/form-data; boundary=${'b'.repeat(2000)}`],
    ['the boundary of another form', 'multipart/form-data; boundary=another'],
  ])('%s', async (_, type) => {
    expectProblem(await post(form(good), type), 400, 'invalid-request');
  });

  test.each<[string, Uint8Array<ArrayBuffer> | string]>([
    ['without its closing line', good],
    ['cut within the file', good.subarray(0, -4)],
    ['cut within the headers of a part', good.subarray(0, 50)],
    ['with line feeds only', form(good).toString().replaceAll('\r\n', '\n')],
    ['empty', ''],
    ['only a closing line', form()],
    ['text before the first boundary and nothing after it', 'just some text'],
    ['a part header of 1 MB', form(part([disposition, `X-Long: ${'x'.repeat(1024 * 1024)}`], 'content'))],
    ['a part header without a colon', form(part([disposition, 'no colon here'], 'content'))],
    ['NUL in a part header', form(part([disposition, 'X-Nul: a\0b'], 'content'))],
    ['CR LF in a file name', form(filePart('file', 'app-1.0.0\r\n.bin'))],
  ])('%s', async (_, body) => {
    expectProblem(await post(body), 400, 'invalid-request');
  });
});

describe('A form without a usable part "file" is rejected', () => {
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['text parts alone', form(textPart('name', 'value'))],
    ['a file under another name', form(filePart('package', 'app-1.0.0.bin'))],
    [
      'a file without a name of its part',
      form(part(['Content-Disposition: form-data; filename="app-1.0.0.bin"'], 'x')),
    ],
    ['a text without a name of its part', form(part(['Content-Disposition: form-data'], 'x'))],
    ['a part without a disposition', form(part(['Content-Type: text/plain'], 'x'))],
    ['a part with another disposition', form(part(['Content-Disposition: attachment; filename="app-1.0.0.bin"'], 'x'))],
    ['a part called __proto__', form(textPart('__proto__', 'value'))],
  ])('%s', async (_, body) => {
    expect(expectProblem(await post(body), 400, 'invalid-request')).toMatch(
      /body: must have exactly one of `file` and/,
    );
  });

  test('two files with that name, with the remedy', async () => {
    const body = form(good, filePart('file', 'app-2.0.0.bin'));
    expect(expectProblem(await post(body), 400, 'invalid-request')).toMatch(/body\.file: was sent more than once/);
  });

  test('the same name for a text and a file is still one file', async () => {
    abused.expectPublished(1);
    expect((await post(form(textPart('file', 'text'), filePart('file', 'both-1.0.0.bin')))).status).toBe(200);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    [
      'another file that is sent as text',
      form(good, textPart('attestation_bundle', '{}')),
      /attestation_bundle: .*as text/,
    ],
    ['a text that is sent as a file', form(good, filePart('package_url', 'url.txt')), /package_url: .*as a file/],
    [
      'a described text in an unknown charset',
      form(
        part(['Content-Disposition: form-data; name="package_url"', 'Content-Type: text/plain; charset=x-none'], 'x'),
      ),
      /package_url: has an unknown charset/,
    ],
  ])('%s, even beside a file that is right', async (_, body, reason) => {
    expect(expectProblem(await post(body), 400, 'invalid-request')).toMatch(reason);
  });

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a text', form(textPart('file', 'app-1.0.0.bin'))],
    ['a part with an empty file name', form(filePart('file', ''))],
  ])('%s, telling users of curl first of the missing @', async (_, body) => {
    expect(expectProblem(await post(body), 400, 'invalid-request')).toMatch(/^body\.file: .*-F 'file=@path'/);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['an empty file', form(filePart('file', 'app-1.0.0.bin', '')), /empty/],
    [
      'bytes without a file name',
      form(part(['Content-Disposition: form-data; name="file"', 'Content-Type: application/octet-stream'], 'bytes')),
      /name/,
    ],
  ])('%s', async (_, body, reason) => {
    expect(expectProblem(await post(body), 422, 'unacceptable-file')).toMatch(reason);
  });
});

describe('A form that exists to waste time is rejected early', () => {
  const tiny = textPart('a', '');

  test.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ['100,000 tiny texts', () => form(...Array.from({ length: 100_000 }, () => tiny), good)],
    ['100,000 tiny files', () => form(...Array.from({ length: 100_000 }, () => filePart('a', 'b', '')), good)],
    [
      '100,000 parts without a disposition',
      () => form(...Array.from({ length: 100_000 }, () => part(['A: b'], '')), good),
    ],
    ['a text of 8 MiB', () => form(textPart('a', 'x'.repeat(8 * 1024 * 1024)), good)],
  ])('%s', async (_, body) => {
    expectProblem(await post(body()), 400, 'invalid-request');
  });
});

describe('Parts that are not described are ignored', () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a text', textPart('comment', 'Hello'), 'text'],
    ['a file', filePart('signature', 'app.asc'), 'file'],
    ['a part without a name', part(['Content-Disposition: form-data; filename="x"'], 'x'), 'nameless'],
    [
      'a text in an unknown charset',
      part(['Content-Disposition: form-data; name="a"', 'Content-Type: text/plain; charset=x-none'], 'x'),
      'charset',
    ],
    ['a text called __proto__', textPart('__proto__', 'x'), 'proto'],
    ['a text called toString', textPart('toString', 'x'), 'inherited'],
  ])('%s', async (_, extra, name) => {
    abused.expectPublished(1);
    const reply = await post(form(extra, filePart('file', `${name}-1.0.0.bin`, name), extra));
    expect(reply).toMatchObject({ status: 200 });
  });

  test('text before the first boundary and after the last', async () => {
    abused.expectPublished(1);
    const body = Buffer.concat([
      Buffer.from('preamble\r\n'),
      form(filePart('file', 'framed-1.0.0.bin', 'framed')),
      Buffer.from('epilogue'),
    ]);
    expect(await post(body)).toMatchObject({ status: 200 });
  });

  test(`a boundary in quotes`, async () => {
    abused.expectPublished(1);
    const body = form(filePart('file', 'quoted-1.0.0.bin', 'quoted'));
    expect(await post(body, `Multipart/Form-Data; charset=utf-8; boundary="${boundary}"`)).toMatchObject({
      status: 200,
    });
  });
});

describe('A control character in the name of a part is rejected, naming the part', () => {
  const bad = (name: string): Buffer<ArrayBuffer> => textPart(name, 'x');

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['NUL', form(bad('a\0b'), good)],
    ['ESC', form(bad('a\x1bb'), good)],
    ['DEL', form(bad('a\x7fb'), good)],
    ['C1', form(bad('a\x85b'), good)],
    ['a tab', form(bad('a\tb'), good)],
    ['CR', form(bad('a\rb'), good)],
    ['LF', form(bad('a\nb'), good)],
    ['after the file', form(good, bad('a\0b'))],
    ['of a file', form(filePart('a\0b', 'app-1.0.0.bin'))],
    ['without quotes', form(part(['Content-Disposition: form-data; name=a\0b'], 'x'), good)],
    ['after a quote', form(part([String.raw`Content-Disposition: form-data; x="\""; name="a`.concat('\0b"')], 'x'))],
    ['in another case', form(part(['content-DISPOSITION: form-data; NAME="a\0b"'], 'x'), good)],
    [
      'behind another header',
      form(part(['Content-Type: text/plain', 'Content-Disposition: form-data; name="a\0b"'], 'x')),
    ],
  ])('%s', async (_, body) => {
    expect(expectProblem(await post(body), 400, 'invalid-request')).toBe(
      'body.a\u{fffd}b: has a control character in its name',
    );
  });

  test.each([1, 2, 3, 7, 61])('in pieces of %i bytes', async (size) => {
    const whole = form(filePart('file', 'app-1.0.0.bin', '\r\n--\r\n--here-ends'), bad('a\0b'));
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
      whole.subarray(index * size, (index + 1) * size),
    );
    const body = ReadableStream.from(pieces);
    const init = { method: 'POST', headers: { 'Content-Type': formType }, body, duplex: 'half' } as const;
    const reply = await replyOf(await abused.server.ask(abused.packages(), init));
    expect(expectProblem(reply, 400, 'invalid-request')).toMatch(/^body\.a\u{fffd}b?: has a control/u);
  });

  test('but not for what looks like it within a file', async () => {
    abused.expectPublished(1);
    const inner = 'x\r\n--another\r\nContent-Disposition: form-data; name="a\0b"\r\n\r\n';
    expect(await post(form(filePart('file', 'inner-1.0.0.bin', inner)))).toMatchObject({ status: 200 });
  });
});

test('names unknown parts if one is missing', async () => {
  const { text } = await post(form(filePart('fil', 'app-1.0.0.bin'), textPart('note', 'text')));
  const { errors } = JSON.parse(text) as { readonly errors: readonly { path: string; message: string }[] };
  const message = 'is unknown; use one of file, package[package_file], attestation_bundle, package_url';
  expect(errors.filter(({ path }) => /fil$|note/.test(path))).toEqual([
    { path: 'body.note', message },
    { path: 'body.fil', message },
  ]);
});
