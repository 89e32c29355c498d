/** The steps of a request in the log, which `LARDER_LOG_LEVEL=debug` shows. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { step, stepNow, traceSteps, type Step } from '../../src/model/steps.ts';
import { debugLog } from '../../src/server/debug-log.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { eventually } from '../fixtures/eventually.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

type Line = Readonly<Record<string, unknown>>;

const lines: Line[] = [];
let server: TestServer;
beforeAll(async () => {
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line) as Line) });
  server = await startTestServer({}, log);
  await createRegistry(server, 'debs', 'debian');
});
afterAll(() => server[Symbol.asyncDispose]());

/** The lines of the request that this is the response to, all but the last of which are steps. */
async function stepsOf(response: Response): Promise<Line[]> {
  await response.arrayBuffer();
  const id = response.headers.get('X-Request-Id');
  return await eventually(() => {
    const own = lines.filter(({ requestId }) => requestId === id);
    expect(own.at(-1)?.['msg']).toBe('responded');
    return own.slice(0, -1);
  });
}

const names = (steps: readonly Line[]): unknown[] => steps.map(({ step }) => step);

describe('The steps of a request', () => {
  test('that publishes lead from its route to the commit', async () => {
    const deb = Uint8Array.from(await buildDeb({ control: { Package: 'traced', Version: '1.0' } }));
    const response = await publish(server, 'debs', 'traced.deb', deb);
    expect(response.status).toBe(200);
    const steps = await stepsOf(response);
    expect(names(steps)).toEqual([
      'route',
      'caller',
      'found',
      'staged',
      'body',
      'read',
      'revision',
      'committed',
      'operation',
    ]);
    expect(steps).toEqual([
      expect.objectContaining({ operationId: 'publishPackage' }),
      expect.objectContaining({ token: expect.stringMatching(/^[\da-f-]{36}$/) }),
      expect.objectContaining({ names: ['organization', 'registry'] }),
      expect.objectContaining({ bytes: deb.byteLength }),
      expect.anything(),
      expect.objectContaining({ name: 'traced', version: '1.0' }),
      expect.objectContaining({ revision: 1 }),
      expect.objectContaining({ outcome: 'published' }),
      expect.anything(),
    ]);
    for (const { milliseconds } of steps) expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(steps)).not.toContain(server.token);
  });

  test('that finds an index out of date contain its rendering; those of the next do not', async () => {
    const path = '/acme/debs/any/dists/any/InRelease';
    const [first, second] = [await stepsOf(await server.ask(path)), await stepsOf(await server.ask(path))];
    expect(first.find(({ step }) => step === 'rendered')).toMatchObject({
      registryId: expect.any(String),
      part: expect.any(String),
      documents: expect.any(Number),
    });
    expect(names(second)).toEqual(['route', 'caller', 'found', 'operation']);
  });

  test('of a page of Python packages too', async () => {
    await createRegistry(server, 'wheels', 'python');
    const steps = await stepsOf(await server.ask('/acme/wheels/pypi/simple/'));
    expect(steps.find(({ step }) => step === 'rendered')).toMatchObject({ part: '', documents: 2 });
  });

  test('end with the one that failed, and the code of its error', async () => {
    const steps = await stepsOf(await server.ask('/v2/user', { headers: { Authorization: 'Bearer wrong-secret' } }));
    expect(steps.map(({ step, failed }) => [step, failed])).toEqual([
      ['route', undefined],
      ['caller', 'unauthenticated'],
    ]);
    const [lost] = await stepsOf(await server.ask('/nowhere'));
    expect(lost).toMatchObject({ step: 'route', failed: 'not-found' });
  });

  test('of concurrent requests do not mix', async () => {
    const users = await Promise.all(Array.from({ length: 20 }, () => server.ask('/v2/user')));
    for (const user of users) expect(names(await stepsOf(user))).toEqual(['route', 'caller', 'found', 'operation']);
  });
});

test.each<readonly [string, unknown, string]>([
  ['the code of an error', Object.assign(new Error('a secret'), { code: 'ENOENT' }), 'ENOENT'],
  ['the name of an error without a code', new TypeError('a secret'), 'TypeError'],
  ['the type of a value that is not an error', undefined, 'undefined'],
])('a step that fails is reported once, with %s', async (_, error, failed) => {
  const steps: Step[] = [];
  const fail = (): never => {
    throw error;
  };
  const thrown = await traceSteps(
    (one) => steps.push(one),
    async () => [
      await step('read', async () => fail()).catch((reason: unknown) => ({ reason })),
      await (async () => stepNow('route', fail))().catch((reason: unknown) => ({ reason })),
    ],
  );
  expect(thrown).toEqual([{ reason: error }, { reason: error }]);
  expect(steps.map(({ name, facts }) => [name, facts])).toEqual([
    ['read', { failed }],
    ['route', { failed }],
  ]);
});

test('nothing is called for them at other levels', () => {
  const at = (level: string): unknown => debugLog(pino({ level }, { write: () => undefined }));
  expect([at('info'), at('warn'), at('silent')]).toEqual([undefined, undefined, undefined]);
  expect(at('trace')).toBeInstanceOf(Function);
});

test('the log of a server at its usual level has none', async () => {
  const seen: Line[] = [];
  const log = pino({}, { write: (line) => void seen.push(JSON.parse(line) as Line) });
  await using quiet = await startTestServer({}, log);
  await bodyOf(quiet.ask('/v2/user'), 'User');
  await eventually(() => expect(seen.some(({ path }) => path === '/v2/user')).toBe(true));
  expect(seen.filter(({ step }) => step !== undefined)).toEqual([]);
});
