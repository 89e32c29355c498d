import { beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { pageOf, pathOf, textOf, urlsIn } from './people.ts';

const server = useServer();

test('an empty registry shows its settings and the first commands', async () => {
  await createRegistry(server(), 'Tools', 'debian', { description: 'For our servers' });
  const text = textOf(await pageOf(server(), pathOf.registry('tools')));
  expect(text).toMatch(/Tools debian private For our servers .*No packages found/);
  expect(text).toContain(`-X POST "${server().url}${server().in('tools', 'packages')}" -F "file=@FILE"`);
  expect(text).toContain(`deb [signed-by=/etc/apt/keyrings/tools.asc] ${server().url}/acme/tools/any/ any main`);
});

test('a private registry for npm shows how to get the token that its lines name', async () => {
  await createRegistry(server(), 'Modules', 'javascript');
  const text = textOf(await pageOf(server(), pathOf.registry('modules')));
  expect(text).toMatch(/:_authToken=\$\{TOKEN\}' >> ~\/\.npmrc .*larder token create --registry modules/);
});

test('ids of teams are labelled as kept, not enforced, for members alone', async () => {
  const team = '0191e237-6d0c-7a2f-8f62-6a3a3f5a6f10';
  await createRegistry(server(), 'Teams', 'files', { team_ids: [team], public: true });
  const page = textOf(await pageOf(server(), pathOf.registry('teams')));
  const anonymous = await (await server().native(pathOf.registry('teams'))).text();
  expect(page).toMatch(new RegExp(`Teams \\(stored, not enforced\\) .*${team}`));
  expect(textOf(anonymous)).not.toContain('not enforced');
});

test('a name and a description are always rendered as text', async () => {
  const name = `Nasty "'><script>alert(1)</script>&amp;`;
  await createRegistry(server(), name, 'files', { description: '</p><script>alert(2)</script>' });
  const page = await pageOf(server(), pathOf.registry('nasty-script-alert-1-script-amp'));
  expect(page).not.toContain('<script>x');
  expect(textOf(page)).toContain(name);
});

describe('a registry of more packages than one page holds', () => {
  let registry = '';

  beforeAll(async () => {
    registry = await newRegistry(server(), 'files', { isPublic: false });
    for (let patch = 0; patch <= 30; patch += 1) await publish(server(), registry, `tool-1.0.${patch}.txt`, 'tool');
    await publish(server(), registry, 'other-1.0.0.txt', 'other');
  });

  test('is walked by its links, there and back', async () => {
    const first = await pageOf(server(), pathOf.registry(registry));
    const second = await follow(first, 'next');
    const back = await follow(second, 'prev');
    expect([versionsIn(first).length, versionsIn(second)]).toEqual([30, ['1.0.1', '1.0.0']]);
    expect(versionsIn(back)).toEqual(versionsIn(first));
  });

  test('has no link past its ends', async () => {
    const first = await pageOf(server(), pathOf.registry(registry));
    expect(first).not.toContain('rel="prev"');
    expect(await follow(first, 'next')).not.toContain('rel="next"');
  });

  test('filters by the name in the form', async () => {
    const page = await pageOf(server(), `${pathOf.registry(registry)}?name=other`);
    expect(versionsIn(page)).toEqual(['1.0.0']);
    expect(page).toMatch(/<input[^>]* value="other"/);
  });

  test('keeps the name while its pages are walked', async () => {
    const first = await pageOf(server(), `${pathOf.registry(registry)}?name=tool`);
    expect(versionsIn(await follow(first, 'next'))).toEqual(['1.0.0']);
  });

  test('renders the requested name as text', async () => {
    const name = `"><script>x</script>`;
    const page = await pageOf(server(), `${pathOf.registry(registry)}?name=${encodeURIComponent(name)}`);
    expect(page).not.toContain('<script>x');
  });

  test('rejects an invalid cursor', async () => {
    const reply = await server().native(`${pathOf.registry(registry)}?after=none`, { headers: server().authorized });
    expect(reply.status).toBe(422);
  });
});

async function follow(page: string, relation: 'next' | 'prev'): Promise<string> {
  const [tag = ''] = page.match(new RegExp(`<a[^>]*rel="${relation}"[^>]*>`)) ?? [];
  return pageOf(server(), (urlsIn(tag)[0] ?? '').replace(`${server().url}/`, ''));
}

function versionsIn(page: string): string[] {
  return [...page.matchAll(/<td>\s*(\d[\d.]*)/g)]
    .map(([, version = '']) => version)
    .filter((one) => one.split('.').length === 3);
}
