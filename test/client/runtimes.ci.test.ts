/** The scenarios in all other runtimes, with the client as it is packed. `.ci/run` installs what `runtimes/` names. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../clients/programs.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { installClient, type Project } from './installed-client.ts';
import { scenarioScript } from './scenario-script.ts';
import { sampleBytes, type Results, type World } from './runtimes/scenarios.ts';

const runtimes = path.join(import.meta.dirname, 'runtimes');
const installed = (file: string): string => path.join(runtimes, 'node_modules', file);
const preloaded = (file: string): string => `--import=${pathToFileURL(path.join(runtimes, file)).href}`;

/** What runs a program in each runtime: a program and its parameters, and what must be installed for it. */
const commands: readonly (readonly [name: string, needed: string, program: string, ...parameters: string[]])[] = [
  ['Node 20', installed('node20/bin/node'), installed('node20/bin/node'), preloaded('foreign-blobs.js')],
  ['Node 24', installed('fetch-blob'), process.execPath, preloaded('foreign-blobs.js')],
  ['Bun', installed('@oven/bun-linux-x64/bin/bun'), installed('@oven/bun-linux-x64/bin/bun')],
  [
    'Deno',
    installed('@deno/linux-x64-glibc/deno'),
    installed('@deno/linux-x64-glibc/deno'),
    'run',
    '--allow-all',
    '--node-modules-dir=manual',
  ],
  ['jsdom', installed('jsdom'), process.execPath, preloaded('jsdom.js')],
  ['happy-dom', installed('happy-dom'), process.execPath, preloaded('happy-dom.js')],
];

let server: TestServer;
let project: Project;
beforeAll(async () => {
  server = await startTestServer({ LARDER_STOP_TIMEOUT_MS: '100' });
  project = await installClient();
  await writeFile(path.join(project.folder, 'scenarios.js'), await scenarioScript());
  await writeFile(path.join(project.folder, 'program.js'), await readFile(path.join(runtimes, 'program.js')));
  await writeFile(path.join(project.folder, 'sample.bin'), sampleBytes());
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

describe.each(commands)('the client in %s', (_, needed, program, ...parameters) => {
  it.skipIf(!existsSync(needed))('publishes and reads', async () => {
    const world: World = { ...newWorld(), path: path.join(project.folder, 'sample.bin'), progress: true };
    const all = [...parameters, path.join(project.folder, 'program.js'), JSON.stringify(world)];
    const { ok, stdout, output } = await run(program, all, { folder: project.folder });
    expect(ok, output).toBe(true);
    expectAll(JSON.parse(stdout) as Results);
  });
});

it.skipIf(!existsSync(installed('msw')))('MSW sees the requests of clients made before and after it', async () => {
  const { organization, registry } = newWorld();
  await createRegistry(server, registry, 'files');
  const sample = path.join(project.folder, 'sample.bin');
  const given = { baseUrl: server.url, token: server.token, at: { organization, registry }, path: sample };
  const client = path.join(project.folder, 'node_modules/larder-client/dist/src/client/index.js');
  const parameters = [path.join(runtimes, 'msw.js'), pathToFileURL(client).href, JSON.stringify(given)];
  const { ok, stdout, output } = await run(process.execPath, parameters);
  expect(ok, output).toBe(true);
  const [blob, file] = [sha256('the bytes of a Blob'), sha256(sampleBytes())];
  const each = { deleted: { message: 'Deleted nothing.' }, published: [blob, blob, file] };
  expect(JSON.parse(stdout)).toEqual({ before: each, after: each, seen: [blob, blob, file, blob, blob, file] });
});

function newWorld(): Pick<World, 'baseUrl' | 'token' | 'organization' | 'registry'> {
  return { baseUrl: server.url, token: server.token, organization: 'acme', registry: `shelf-${randomUUID()}` };
}

function expectAll({ names, failures }: Results): void {
  expect(failures).toEqual({});
  expect(names.length).toBeGreaterThan(20);
  expect(server.violations()).toBe(0);
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
