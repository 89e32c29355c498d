/** `larder verify` on a server, on the mock, and on other servers. */
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { junitOf } from '../../src/verify/junit.ts';
import { verify } from '../../src/verify/verify.ts';
import type { CheckResult } from '../../src/verify/findings.ts';
import { startMock } from '../../src/cli/start-mock.ts';
import { larder, script } from '../cli/larder.ts';
import { present, run } from '../clients/programs.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';

const failed = (results: readonly CheckResult[]): readonly CheckResult[] =>
  results.filter(({ outcome }) => outcome === 'failed');

const shared = { document: api, organization: undefined, progress: () => undefined };

test('passes on a server, whose data it does not change unless it may write', async () => {
  await using server = await startTestServer();
  await createRegistry(server, 'my files', 'files');
  expect((await publish(server, 'my-files', 'manual-1.0.0.txt', 'text')).status).toBe(200);
  const state = async (): Promise<string> => {
    const urls = [server.in(), server.in('my-files', 'packages'), '/v2/access-tokens'];
    const replies = await Promise.all(urls.map(async (url) => (await server.ask(url)).text()));
    return replies.join('\n').replaceAll(/"last_used_at":[^,}]*/g, '');
  };
  const before = await state();
  const read = await verify({ ...shared, url: server.url, token: server.token, write: false });
  expect(failed(read)).toEqual([]);
  expect(await state()).toBe(before);
  const written = await verify({ ...shared, url: server.url, token: server.token, write: true });
  expect(failed(written)).toEqual([]);
  expect(await state()).toBe(before);
  // A check of each kind that the description has for this server.
  const kinds = new Set(written.map(({ aspect }) => aspect));
  expect([...kinds].sort()).toEqual([
    'HEAD',
    'OPTIONS',
    'body',
    'conditional',
    'digest',
    'headers',
    'invalid request',
    'links',
    'media type',
    'method',
    'not found',
    'order',
    'pages',
    'range',
    'request id',
    'scope',
    'state',
    'status',
    'unauthenticated',
  ]);
  const operations = new Set(written.filter(({ outcome }) => outcome === 'passed').map(({ operation }) => operation));
  const reads = Object.values(api.paths).flatMap((item) => ('get' in item ? [item.get.operationId] : []));
  // A registry of files has neither keys nor statuses of projects.
  const absent = ['listSigningKeys', 'getProjectStatus'];
  expect(reads.filter((id) => !operations.has(id) && !absent.includes(id))).toEqual([]);
});

test('passes on the mock', async () => {
  const mock = await startMock({ port: 0 });
  try {
    expect(failed(await verify({ ...shared, url: mock.url, token: 'any', write: false }))).toEqual([]);
  } finally {
    await mock.stop();
  }
});

test('writes a table, JSON and a JUnit report, and exits with the result', async () => {
  await using server = await startTestServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const environment = { LARDER_TOKEN: server.token };
  const ran = await larder(['verify', server.url, '--junit', 'report.xml'], { folder, environment });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^CHECK +PASSED +FAILED +SKIPPED\nstatus +\d+ +0 +\d+\n/);
  expect(ran.stdout).toContain(`${server.url} does what the contract describes.\n`);
  expect(await readFile(path.join(folder, 'report.xml'), 'utf8')).toMatch(
    /<testcase classname="getRoot" name="getRoot 200: status" \/>/,
  );
  const { stdout } = await larder(['verify', '--json'], {
    folder,
    environment: { ...environment, LARDER_URL: server.url },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    url: server.url,
    passed: true,
    checks: expect.arrayContaining([expect.objectContaining({ name: 'getUser 200: body', outcome: 'passed' })]),
  });
});

test.skipIf(!present('bash'))('verifies with the line of README.md', async () => {
  await using server = await startTestServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const readme = await readFile(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [, lines = 'false'] = /^```sh verify\n(.*?)^```/ms.exec(readme) ?? [];
  const command = `npx() { shift; '${process.execPath}' '${script}' "$@"; }\n${lines}`;
  const environment = { LARDER_URL: server.url, LARDER_TOKEN: server.token };
  const { ok, output } = await run('bash', ['-e', '-c', command], { folder, environment });
  expect(ok, output).toBe(true);
  expect(await readFile(path.join(folder, 'report.xml'), 'utf8')).toContain('name="deleteRegistry: state"');
});

test.each([
  [
    'a page',
    'text/html',
    '<h1>It works!</h1>',
    3,
    'does not claim to be a server of this API: GET / is 200, text/html',
  ],
  ['other JSON', 'application/json', '{"name":"verdaccio"}', 3, 'does not claim to be a server of this API'],
])('fails with words on a server with %s', async (_, type, body, code, message) => {
  await using other = await listenLocally(
    createServer((_request, response) => response.setHeader('Content-Type', type).end(body)),
  );
  const ran = await larder(['verify', other.url, '--token', 'any'], { folder: os.tmpdir() });
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([code, '', expect.stringContaining(message)]);
});

test('fails with words if the server rejects the token', async () => {
  await using server = await startTestServer();
  const ran = await larder(['verify', server.url, '--token', 'wrong'], { folder: os.tmpdir() });
  expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('rejects the token')]);
});

test('escapes a JUnit report', () => {
  const failure = { request: 'GET /<"&', message: 'is \u0000 \u{1F600}\n' };
  const results = [
    { name: 'a <b>', operation: 'a', aspect: 'body', outcome: 'failed', requests: 1, failures: [failure] },
    { name: 'c', operation: 'c', aspect: 'body', outcome: 'skipped', requests: 0, failures: [], reason: 'no "c"' },
  ] as const;
  expect(junitOf('http://x', results)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1" skipped="1">
  <testsuite name="larder verify http://x" tests="2" failures="1" skipped="1" errors="0">
    <testcase classname="a" name="a &#60;b&#62;">
      <failure message="GET /&#60;&#34;&#38; is \uFFFD \u{1F600}&#10;" />
    </testcase>
    <testcase classname="c" name="c">
      <skipped message="no &#34;c&#34;" />
    </testcase>
  </testsuite>
</testsuites>
`);
});
