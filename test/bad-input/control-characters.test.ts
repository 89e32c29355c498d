/** Text that is shown or logged has no control characters; each member that has some is named. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

async function send(path: string, body: object, method = 'POST'): Promise<Reply> {
  const init = { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return replyOf(await abused.server.ask(path, init));
}

const registry = (): object => ({ name: `r ${randomBytes(6).toString('hex')}`, ecosystem: 'files' });

/** Every control character of C0 and C1, DEL, and one more in a longer text. */
const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((text) =>
  /\p{Cc}/u.test(text),
);

const members: [string, (text: string) => Promise<Reply>][] = [
  ['name', (text) => send(abused.server.in(), { ...registry(), name: text })],
  ['name', (text) => send(abused.server.in('plain'), { name: text }, 'PATCH')],
  ['description', (text) => send(abused.server.in(), { ...registry(), description: text })],
  ['description', (text) => send(abused.server.in('plain'), { description: text }, 'PATCH')],
  ['emoji', (text) => send(abused.server.in(), { ...registry(), emoji: text })],
  ['description', (text) => send(`${abused.server.in('plain')}/tokens`, { description: text })],
  ['description', (text) => send('/v2/access-tokens', { description: text, scopes: ['read_packages'] })],
];

describe.each(members)('In %s', (member, sendText) => {
  test('every control character is rejected, naming the member', async () => {
    for (const control of controls) {
      const reply = await sendText(`a${control}b`);
      const message = expectProblem(reply, 400, 'invalid-request');
      expect(message).toMatch(new RegExp(`^body\\.${member}: must .*no.* line breaks or other control characters$`));
    }
  });

  test('one at the end is rejected', async () => {
    expectProblem(await sendText('a\n'), 400, 'invalid-request');
  });

  test('a megabyte of them is rejected', async () => {
    expectProblem(await sendText('\u0085a'.repeat(250_000)), 400, 'invalid-request');
  });
});

describe('An OIDC policy', () => {
  const policy = (text: string): string => `- iss: https://x.example${text}`;

  test.each(controls.filter((control) => !'\t\n\r'.includes(control)))('with %j is rejected', async (control) => {
    const reply = await send(abused.server.in(), { ...registry(), oidc_policy: policy(` # ${control}`) });
    expect(expectProblem(reply, 400, 'invalid-request')).toBe(
      'body.oidc_policy: must not have control characters other than tabs and line breaks',
    );
  });

  test.each(['\t', '\n', '\r\n'])('may have %j', async (space) => {
    const reply = await send(abused.server.in(), { ...registry(), oidc_policy: policy(space) });
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.parse(reply.text)).toMatchObject({ oidc_policy: policy(space) });
  });
});

test.each(['größe 日本 📦', '\u202egnp', '\u00a0a', '\u2028a', '\ufeffa', '\ufffda'])(
  'other characters are kept as they are: %j',
  async (text) => {
    const name = `r ${randomBytes(6).toString('hex')}${text}`;
    const reply = await send(abused.server.in(), { ecosystem: 'files', name, description: text, emoji: text });
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.parse(reply.text)).toMatchObject({ name, description: text, emoji: text });
  },
);
