import { parse } from 'content-disposition';
import { describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType, part } from './form.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

async function post(registry: 'debs' | 'plain', body: Uint8Array<ArrayBuffer>): Promise<Reply> {
  const headers = { 'Content-Type': formType };
  return replyOf(await abused.server.ask(abused.packages(registry), { method: 'POST', headers, body }));
}

/** A Debian package of its own for every test, since one cannot be published twice. */
async function debNamed(name: string): Promise<Uint8Array> {
  return buildDeb({ control: { Package: name } });
}

/** Publishes with the parameters of a Content-Disposition, and returns the name in the list of files. */
async function listedName(packageName: string, parameters: string): Promise<string> {
  abused.expectPublished(1);
  const body = form(part([`Content-Disposition: form-data; name="file"; ${parameters}`], await debNamed(packageName)));
  const reply = await post('debs', body);
  expect(reply).toMatchObject({ status: 200 });
  const { id } = JSON.parse(reply.text) as { id: string };
  const files = await abused.server.ask(abused.server.in('debs', 'packages', id, 'files'));
  const { items } = (await files.json()) as { items: { name: string; url: string }[] };
  const [file] = items;
  if (!file) throw new Error('the package has no file');
  const download = await abused.server.ask(new URL(file.url).pathname);
  expect(Buffer.from(await download.arrayBuffer())).toEqual(Buffer.from(await debNamed(packageName)));
  expect(parse(download.headers.get('content-disposition') ?? '').parameters['filename']).toBe(file.name);
  return file.name;
}

describe('Of a file name with folders the last segment is kept', () => {
  test.each([
    ['unix', 'filename="../../y.deb"', 'y.deb'],
    ['absolute', 'filename="/etc/passwd/y.deb"', 'y.deb'],
    ['windows', String.raw`filename="C:\x\y.deb"`, 'y.deb'],
    ['windows-escaped', String.raw`filename="C:\\x\\y.deb"`, 'y.deb'],
    ['extended', `filename*=UTF-8''..%2F..%2Fy.deb`, 'y.deb'],
    ['extended-windows', `filename*=UTF-8''C%3A%5Cy.deb`, 'y.deb'],
  ])('%s', async (packageName, parameters, kept) => {
    expect(await listedName(packageName, parameters)).toBe(kept);
  });
});

describe('A file name comes back as it was sent', () => {
  test.each([
    ['spaces', 'filename="my  package 1.deb"', 'my  package 1.deb'],
    ['unicode', 'filename="größe-日本-📦.deb"', 'größe-日本-📦.deb'],
    ['combining', 'filename="e\u0301.deb"', 'e\u0301.deb'],
    ['percent', 'filename="100%25.deb"', '100%25.deb'],
    ['quotes', String.raw`filename="a\"b'c.deb"`, `a"b'c.deb`],
    ['reserved', 'filename="a;b=c&d+e?f#g.deb"', 'a;b=c&d+e?f#g.deb'],
    ['markup', 'filename="<script>alert(1)<script>.deb"', '<script>alert(1)<script>.deb'],
    ['dots', 'filename="...deb"', '...deb'],
    ['longest', `filename="${'n'.repeat(251)}.deb"`, `${'n'.repeat(251)}.deb`],
    ['extended-form', `filename*=UTF-8''gr%C3%B6%C3%9Fe.deb`, 'größe.deb'],
    ['extended-latin', `filename*=ISO-8859-1''gr%F6%DFe.deb`, 'größe.deb'],
    ['both-forms', `filename="plain.deb"; filename*=UTF-8''gr%C3%B6%C3%9Fe.deb`, 'größe.deb'],
    ['token', 'filename=token.deb', 'token.deb'],
  ])('%s', async (packageName, parameters, kept) => {
    expect(await listedName(packageName, parameters)).toBe(kept);
  });
});

describe('A file name that cannot be kept is rejected', () => {
  test.each([
    ['NUL, percent-encoded', `filename*=UTF-8''a%00b-1.0.0.bin`],
    ['a line break, percent-encoded', `filename*=UTF-8''a%0D%0Ab-1.0.0.bin`],
    ['an escape sequence for terminals, percent-encoded', `filename*=UTF-8''a%1B%5B31mb-1.0.0.bin`],
    ['a control character of C1', `filename*=UTF-8''a%C2%85b-1.0.0.bin`],
    ['NUL as it is', 'filename="a\0b-1.0.0.bin"'],
    ['an escape sequence for terminals', 'filename="a\x1b[31mb-1.0.0.bin"'],
    ['DEL', 'filename="a\x7fb-1.0.0.bin"'],
    ['DEL, without quotes', 'filename=a\x7fb-1.0.0.bin'],
    ['a control character of C1, as it is', 'filename="a\x85b-1.0.0.bin"'],
    ['a tab', 'filename="a\tb-1.0.0.bin"'],
    ['CR alone', 'filename="a\rb-1.0.0.bin"'],
    ['LF alone', 'filename="a\nb-1.0.0.bin"'],
    ['300 characters', `filename="${'n'.repeat(290)}-1.0.0.bin"`],
    ['200 characters in 600 bytes', `filename="${'日'.repeat(190)}-1.0.0.bin"`],
    ['nothing after the last slash', 'filename="folder/"'],
    ['a full stop', 'filename="."'],
    ['two full stops', 'filename="../.."'],
  ])('%s', async (_, parameters) => {
    const body = form(part([`Content-Disposition: form-data; name="file"; ${parameters}`], 'content'));
    expect(expectProblem(await post('plain', body), 422, 'unacceptable-file')).toMatch(/^The file's name/);
  });

  test.each([
    ['a percent sign followed by no number', `filename*=UTF-8''a%zz-1.0.0.bin`],
    ['a percent sign at the end', `filename*=UTF-8''a-1.0.0.bin%`],
    ['an unknown charset', `filename*=x-none''a-1.0.0.bin`],
    ['no charset', `filename*=a-1.0.0.bin`],
    ['an open quote', 'filename="a-1.0.0.bin'],
  ])('%s, as a form that cannot be read', async (_, parameters) => {
    const body = form(part([`Content-Disposition: form-data; name="file"; ${parameters}`], 'content'));
    expectProblem(await post('plain', body), 400, 'invalid-request');
  });

  test.each<[string, Buffer<ArrayBuffer>]>([
    ['percent-encoded', Buffer.from(`filename*=UTF-8''a%ff.deb`)],
    ['as they are', Buffer.from('filename="a\xff.deb"', 'latin1')],
  ])('bytes that are not UTF-8, %s', async (_, parameters) => {
    const disposition = Buffer.concat([Buffer.from('Content-Disposition: form-data; name="file"; '), parameters]);
    const body = form(part([disposition.toString('latin1')], await debNamed('no-utf-8'), 'latin1'));
    expect(expectProblem(await post('debs', body), 422, 'unacceptable-file')).toMatch(/UTF-8/);
  });

  test('a name that would be fine for another ecosystem', async () => {
    const body = form(filePart('file', 'größe 1.deb'));
    expectProblem(await post('plain', body), 422, 'unacceptable-file');
  });
});
