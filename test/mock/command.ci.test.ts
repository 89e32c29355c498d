/** `npm run mock`, as the people who need it start it. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { present, run } from '../clients/programs.ts';
import { useMock } from './use-mock.ts';

const root = path.resolve(import.meta.dirname, '../..');
const mock = useMock();

test.each(['SIGINT', 'SIGTERM'] as const)('prints its usage, and ends gracefully at %s', async (signal) => {
  const child = start({ LARDER_MOCK_PORT: '0' });
  const closed = once(child, 'close');
  let output = '';
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.endsWith('larder serve --ephemeral --seed demo\n\n')) resolve();
    });
  });
  const [, url = ''] = /ready at (\S+)/.exec(output) ?? [];
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(output).toMatch(/-H "Prefer: code=404"/);
  child.kill(signal);
  expect(await closed).toEqual([0, null]);
  expect(output).toMatch(/GET \/healthz 200\n$/);
});

test.each([
  ['a port that is taken', (): string => new URL(mock().url).port, 'is already in use'],
  ['what is no port', (): string => '80x', 'must be a port'],
] as const)('explains %s', async (_, port, message) => {
  const child = start({ LARDER_MOCK_PORT: port() });
  const [[code], errors] = await Promise.all([once(child, 'close'), textOf(child.stderr)]);
  expect([code, errors]).toEqual([1, expect.stringContaining(message)]);
  expect(errors).not.toContain('    at ');
});

test.each([
  [{}, ['--port', '0'], 'Unknown argument "--port". Set LARDER_MOCK_PORT to change the port.'],
  [{ LARDER_MOCK_PROT: '0' }, [], 'LARDER_MOCK_PROT is not a setting; did you mean LARDER_MOCK_PORT?'],
])('rejects settings %j and arguments %j that it does not have', async (environment, parameters, message) => {
  const child = start({ LARDER_MOCK_PORT: '0', ...environment }, parameters);
  const [[code], errors] = await Promise.all([once(child, 'close'), textOf(child.stderr)]);
  expect([code, errors]).toEqual([1, `The mock cannot start.\n${message}\n`]);
});

describe.skipIf(!present('bash', 'curl'))('bash and curl', () => {
  test('run the lines that README.md has for frontend teams', async () => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const [, lines = 'false'] = /^```sh mock\n(.*?)^```/ms.exec(readme) ?? [];
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-mock-'));
    await writeFile(path.join(folder, 'banana_1.1-2_amd64.deb'), 'not looked at');
    const here = lines.replaceAll('http://127.0.0.1:4010', mock().url);
    const { ok, stdout, output } = await run('bash', ['-e', '-c', here], { folder });
    await rm(folder, { recursive: true });
    expect(ok, output).toBe(true);
    expect(replies(stdout)).toMatchObject([
      { items: [{ name: 'banana' }, { name: 'grapes' }] },
      { items: [] },
      { type: 'urn:larder:problem:package-exists', status: 409 },
    ]);
  });
});

function start(
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[] = [],
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, ['scripts/run.js', 'scripts/mock.ts', ...parameters], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}

/** The JSON that curl wrote one behind the other. */
function replies(output: string): unknown[] {
  return output
    .replaceAll('}{', '}\n{')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
