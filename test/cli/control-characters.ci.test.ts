/** Text of a server cannot control the terminal, regardless of its author: neither for people nor as JSON. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { publish } from '../fixtures/server.ts';
import { useCliMachine } from './cli-machine.ts';
import { larder } from './larder.ts';

/** Sets the title, writes to the clipboard, and colours, the last one as a single character of C1. */
const commands = '\u001b]0;title\u0007\u001b]52;c;eA==\u0007\u009b31m\u007f';
/** What a terminal takes as a command, and what JSON.stringify leaves as it is. */
const dangerous = /(?![\n\t])\p{Cc}/u;
/** What people write. Names of files, ids and the like lead to further requests. */
const written = [
  'notice',
  'message',
  'name',
  'description',
  'detail',
  'title',
  'version',
  'variant',
  'emoji',
  'color',
  'email',
];

const machine = useCliMachine();
let proxy: { readonly url: string } & AsyncDisposable;
let packageId: string;

beforeAll(async () => {
  const { server } = machine();
  packageId = (await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bytes'), 'Package')).id;
  proxy = await listenLocally(createServer((request, response) => void pass(server.url, request, response)));
});
afterAll(() => proxy[Symbol.asyncDispose]());

/** Passes a request to the server, and adds control characters to the texts of people in the response. */
async function pass(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', headers } = request;
  const sent = await buffer(request);
  const { authorization = '', 'content-type': type = 'application/json' } = headers;
  const reply = await fetch(url + (request.url ?? ''), {
    method,
    headers: { Authorization: authorization, 'Content-Type': type },
    ...(sent.length === 0 ? {} : { body: Uint8Array.from(sent) }),
  });
  const body = JSON.stringify(await reply.json(), (key, value: unknown) =>
    written.includes(key) ? `${String(value)}${commands}` : value,
  );
  response.writeHead(reply.status, { 'Content-Type': reply.headers.get('content-type') ?? '' }).end(body);
}

async function outputOf(...line: readonly string[]): Promise<string> {
  const { folder, server } = machine();
  const environment = { LARDER_URL: proxy.url, LARDER_TOKEN: server.token, LARDER_ORGANIZATION: 'acme' };
  const { stdout, stderr } = await larder(line, { folder, environment });
  return stdout + stderr;
}

/** Each prints something that people have written. */
const lines: readonly (readonly string[])[] = [
  ['status'],
  ['list', '-r', 'shelf'],
  ['list', '-r', 'shelf', '--all', '--json'],
  ['show', '{id}', '-r', 'shelf'],
  ['show', '{id}', '-r', 'shelf', '--json'],
  ['show', 'none', '-r', 'nowhere'],
  ['copy', '{id}', '-r', 'shelf', '--to', 'other'],
  ['unlist', '{id}', '-r', 'shelf'],
  ['offer', '{id}', '-r', 'shelf', '--json'],
  ['tag', '{id}', 'stable', '-r', 'shelf'],
  ['delete', '{id}', '-r', 'shelf', '--yes'],
  ['publish', 'new-1.0.0.txt', '-r', 'shelf'],
  ['publish', 'newer-1.0.0.txt', '-r', 'shelf', '--json'],
  ['publish', 'unacceptable', '-r', 'shelf'],
  ['registry', 'list'],
  ['registry', 'show', 'shelf'],
  ['registry', 'create', 'made', '--ecosystem', 'files'],
  ['registry', 'delete', 'debs', '--yes'],
  ['token', 'list'],
  ['token', 'create', '-d', 'reads', '-s', 'read_packages', '--json'],
];

describe('larder', () => {
  it.each(lines.map((line) => [line.join(' ')]))('%s', async (line) => {
    const { write } = machine();
    for (const file of ['new-1.0.0.txt', 'newer-1.0.0.txt', 'unacceptable']) await write(file, file);
    const output = await outputOf(...line.split(' ').map((word) => (word === '{id}' ? packageId : word)));
    expect(output).toMatch(/\ufffd|\\u009b/);
    expect(output).not.toMatch(dangerous);
  });

  it('token revoke', async () => {
    const { server } = machine();
    const body = JSON.stringify({ description: 'n', scopes: ['read_packages'] });
    const made = await server.ask('/v2/access-tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const { uuid } = (await made.json()) as { readonly uuid: string };
    const output = await outputOf('token', 'revoke', uuid);
    expect(output).toContain('\ufffd');
    expect(output).not.toMatch(dangerous);
  });
});
