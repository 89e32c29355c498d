/** `larder-client` as a package: its files, its types with two compilers, and that an older version of Node runs it. */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../clients/programs.ts';
import { someOf } from '../fixtures/rounds.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { installClient, type Project } from './installed-client.ts';

const root = path.resolve(import.meta.dirname, '../..');

let project: Project;
beforeAll(async () => {
  project = await installClient();
});
afterAll(() => project[Symbol.asyncDispose]());

it('has the version of the project, and openapi-fetch, as it is used here, as its only dependency', async () => {
  const own = await manifest(path.join(project.folder, 'node_modules/larder-client'));
  const { version, engines, dependencies } = await manifest(root);
  expect(engines.node).toBeDefined();
  expect(own).toMatchObject({ name: 'larder-client', version, sideEffects: false });
  expect(own.dependencies).toEqual({ 'openapi-fetch': dependencies['openapi-fetch'] });
});

it('has the types of the contract', async () => {
  const types = await readFile(path.join(project.folder, 'node_modules/larder-client/dist/generated/api.d.ts'), 'utf8');
  expect(types).toContain('The same name, version and variant cannot be');
});

it('has no type in its declarations that TypeScript 5.4 lacks', async () => {
  const folder = path.join(project.folder, 'node_modules/larder-client/dist/src/client');
  const declarations = (await readdir(folder)).filter((file) => file.endsWith('.d.ts'));
  const texts = await Promise.all(declarations.map((file) => readFile(path.join(folder, file), 'utf8')));
  expect(texts.length).toBeGreaterThan(10);
  // Generic since TypeScript 5.7.
  expect(texts.filter((text) => text.includes('Uint8Array<'))).toEqual([]);
});

it('has code, types, a README and a licence, and nothing else', async () => {
  const { stdout } = await run('tar', ['-tzf', project.archive]);
  const others = stdout.split('\n').filter((file) => file !== '' && !/^package\/dist\/.*\.(d\.ts|js)$/.test(file));
  expect(others.toSorted()).toEqual(['package/LICENSE', 'package/README.md', 'package/package.json']);
});

describe('strict, without the types of Node', () => {
  const cases = [
    ['typescript7', 'nodenext', 'nodenext'],
    ['typescript7', 'esnext', 'bundler'],
    ['typescript', 'nodenext', 'nodenext'],
    ['typescript', 'esnext', 'bundler'],
  ] as const;

  it.each(someOf(cases, 3))(
    'types hold under %s with the modules %s, resolved as %s',
    async (compiler, module, moduleResolution) => {
      const sample = await readFile(path.join(import.meta.dirname, 'typed-sample.ts'), 'utf8');
      const file = `sample-${moduleResolution}.ts`;
      await writeFile(path.join(project.folder, file), sample.replace('../../src/client/index.ts', 'larder-client'));
      const readme = await readFile(path.join(root, 'src/client/README.md'), 'utf8');
      const samples = [...readme.matchAll(/^```ts client\n(.*?)^```/gms)].map(([, text = '']) => text);
      const runtime = 'declare const process: { readonly env: Readonly<Record<string, string | undefined>> };\n';
      await writeFile(path.join(project.folder, 'readme.ts'), runtime + samples.join('\n'));
      const strictness = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
      // The compiler's own declarations are not in question.
      const environment = {
        lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
        types: [],
        noEmit: true,
        skipDefaultLibCheck: true,
      };
      const compilerOptions = { target: 'es2022', module, moduleResolution, ...strictness, ...environment };
      const config = path.join(project.folder, `tsconfig-${moduleResolution}.json`);
      await writeFile(config, JSON.stringify({ compilerOptions, files: [file, 'readme.ts'] }));
      const { ok, output } = await run(process.execPath, [
        path.join(root, `node_modules/${compiler}/bin/tsc`),
        '-p',
        config,
      ]);
      expect(ok, output).toBe(true);
    },
  );
});

/** The machine's own Node, not the one that the project brings. */
const otherNode = '/usr/bin/node';

describe.skipIf(!existsSync(otherNode))('under another Node (/usr/bin/node)', () => {
  it('publishes a file with progress, walks the list and downloads', async () => {
    await using server = await startTestServer();
    await createRegistry(server, 'shelf', 'files');
    await writeFile(path.join(project.folder, 'manual-1.0.0.txt'), 'How to peel a banana.');
    await writeFile(path.join(project.folder, 'program.js'), program);
    const parameters = ['program.js', server.url, server.token];
    const { ok, stdout, output } = await run(otherNode, parameters, { folder: project.folder });
    expect(ok, output).toBe(true);
    expect(JSON.parse(stdout)).toEqual({
      last: [expect.any(Number), expect.any(Number)],
      again: 200,
      listed: ['manual'],
      text: 'How to peel a banana.',
      missing: 404,
    });
  });
});

const program = `
import { createLarderClient, unwrap } from 'larder-client';
const [baseUrl, token] = process.argv.slice(2);
const larder = createLarderClient({ baseUrl, token });
const at = { organization: 'acme', registry: 'shelf' };
let last;
const source = { path: 'manual-1.0.0.txt' };
const { id } = unwrap(await larder.publish(at, source, { onProgress: (...now) => (last = now) }));
const again = (await larder.publish(at, source, { sameIsSuccess: true })).status;
const listed = [];
const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
for await (const page of larder.pages(packages, { params: { path: at } })) listed.push(...page.items.map(({ name }) => name));
const file = unwrap(await larder.download({ ...at, package: id, file: 'manual-1.0.0.txt' }));
const text = await new Response(file).text();
const missing = (await larder.publish({ ...at, registry: 'nowhere' }, source)).status;
console.log(JSON.stringify({ last, again, listed, text, missing }));
`;

interface Manifest {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

async function manifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
