/** An overview that only grows. */
import { expect, test } from 'vitest';
import { useServer } from '../../../native/watched-server.ts';
import { fetchFrom } from '../../follow.ts';
import { digestsOf } from '../../../fixtures/local-file.ts';
import type { Home } from '../../recipe.ts';
import { openRegistry, remove } from '../../registries.ts';
import { modules } from '../modules.ts';
import { send } from '../send.ts';
import { wideApi } from '../wide-api.ts';
import { overview } from './recipe.ts';

const server = useServer({ modules, api: wideApi });

async function textAt(home: Home, path: string): Promise<string> {
  return (await fetchFrom(home, { path: `overview/${path}` })).bytes.toString();
}

function push(home: Home, name: string, version: string): Promise<Response> {
  return send(home, 'POST', 'overview/gems', `${name} ${version}\n`);
}

test('each change adds the lines of the changed names to the end of the overview', async () => {
  const home = await openRegistry(server(), overview, 'a public');
  const seen: string[] = [];
  const grow = async (change: () => Promise<unknown>): Promise<string> => {
    await change();
    const before = seen.at(-1) ?? '';
    const text = await textAt(home, 'versions');
    expect(text.slice(0, before.length)).toBe(before);
    seen.push(text);
    return text.slice(before.length);
  };
  const lineOf = async (name: string, versions: string): Promise<string> =>
    `${name} ${versions} ${digestsOf(Buffer.from(await textAt(home, `info/${name}`))).sha256}\n`;

  expect(await grow(() => push(home, 'rake', '1.0'))).toBe(await lineOf('rake', '1.0'));
  expect(await grow(() => push(home, 'demo', '1.9'))).toBe(await lineOf('demo', '1.9'));
  expect(await grow(() => push(home, 'demo', '1.10'))).toBe(await lineOf('demo', '1.9,1.10'));
  expect(await grow(() => Promise.resolve())).toBe('');
  const [demo9, demo10] = [await overview.build(9), await overview.build(10)];
  expect(await grow(() => remove(home, demo10))).toBe(await lineOf('demo', '1.9'));
  expect(await grow(() => remove(home, demo9))).toBe('demo -\n');
});
