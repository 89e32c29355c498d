/** The data of `larder serve --ephemeral --seed demo`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { components } from '../../generated/api.ts';
import { modules } from '../../src/server/ecosystems.ts';
import { demoRegistries, seedDemo, type DemoProgress } from '../../src/server/seed-demo.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

type PackageList = components['schemas']['PackageList'];

let server: TestServer;
const progress: DemoProgress[] = [];
beforeAll(async () => {
  server = await startTestServer();
  await seedDemo(server.larder, server.organization, (one) => progress.push(one));
});
afterAll(() => server[Symbol.asyncDispose]());

test('reports each package', () => {
  const total = demoRegistries(modules).flatMap(({ projects }) => projects.flatMap(({ versions }) => versions)).length;
  expect(progress.map(({ published }) => published)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  expect(new Set(progress.map((one) => one.total))).toEqual(new Set([total]));
});

describe.each(demoRegistries(modules))('registry $name', ({ name, projects, description, emoji }) => {
  const slug = name.replaceAll(' ', '-');

  test('has its description, and all versions of its packages', async () => {
    expect(await (await server.ask(server.in(slug))).json()).toMatchObject({ description, emoji });
    const { items } = (await (await server.ask(`${server.in(slug, 'packages')}?per_page=100`)).json()) as PackageList;
    const described = projects.flatMap((project) => project.versions.map((version) => `${project.name} ${version}`));
    expect(items.map((item) => `${item.name} ${item.version}`).sort()).toEqual(described.sort());
  });
});
