/** Native clients of registries with unlisted and withdrawn packages. */
import { describe, expect, test } from 'vitest';
import type { components } from '../../generated/native/python.ts';
import { publish } from '../fixtures/server.ts';
import { openRepository, publishDeb } from './debian-repository.ts';
import { HTML_V1, JSON_V1, newPythonRegistry, publishWheel } from './python-repository.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

async function send(method: string, registry: string, id: string, path: string, body?: object): Promise<void> {
  const { status } = await server().ask(`${server().in(registry, 'packages', id)}/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  expect(status).toBe(200);
}

const unlist = (registry: string, id: string, notice?: string): Promise<void> =>
  send('PUT', registry, id, 'standing', { standing: 'unlisted', ...(notice === undefined ? {} : { notice }) });
const withdraw = (registry: string, id: string): Promise<void> => send('POST', registry, id, 'withdraw');
const restore = (registry: string, id: string): Promise<void> => send('POST', registry, id, 'restore');

describe('a Python page', () => {
  const get = (registry: string, path: string, accept = JSON_V1): Promise<Response> =>
    server().native(`acme/${registry}/pypi/${path}`, { headers: { Accept: accept }, redirect: 'manual' });

  async function yanked(registry: string): Promise<readonly unknown[]> {
    const { files } = (await (await get(registry, 'simple/demo/')).json()) as components['schemas']['SimpleProject'];
    return files.map((file) => [file.filename, file.yanked]);
  }

  test('marks unlisted files as yanked, with the reason if there is one', async () => {
    const registry = await newPythonRegistry(server());
    const [first, second] = [
      await publishWheel(server(), registry, { version: '1.0' }),
      await publishWheel(server(), registry, { version: '2.0' }),
    ];
    expect(await yanked(registry)).toEqual([
      [first.fileName, false],
      [second.fileName, false],
    ]);
    await unlist(registry, first.id, 'Breaks "x" & <y>');
    await unlist(registry, second.id);
    expect(await yanked(registry)).toEqual([
      [first.fileName, 'Breaks "x" & <y>'],
      [second.fileName, true],
    ]);
    const html = await (await get(registry, 'simple/demo/', HTML_V1)).text();
    expect(html.match(/data-yanked="[^"]*"/g)).toEqual([
      'data-yanked="Breaks &#34;x&#34; &#38; &#60;y&#62;"',
      'data-yanked=""',
    ]);
    await send('PUT', registry, first.id, 'standing', { standing: 'offered', notice: 'Not yanked' });
    expect(await yanked(registry)).toEqual([
      [first.fileName, false],
      [second.fileName, true],
    ]);
  });

  test('has no withdrawn files, and its project is gone with the last one, until they are restored', async () => {
    const registry = await newPythonRegistry(server());
    const wheel = await publishWheel(server(), registry, { version: '1.0' });
    const other = await publishWheel(server(), registry, { version: '2.0' });
    const fileOf = async (): Promise<string> => {
      const { files } = (await (await get(registry, 'simple/demo/')).json()) as components['schemas']['SimpleProject'];
      return new URL(files[0]?.url ?? '', `${server().url}/acme/${registry}/pypi/simple/demo/`).href;
    };
    const url = await fileOf();
    await withdraw(registry, wheel.id);
    expect(await yanked(registry)).toEqual([[other.fileName, false]]);
    expect([(await fetch(url)).status, (await fetch(`${url}.metadata`)).status]).toEqual([404, 404]);
    await withdraw(registry, other.id);
    expect((await get(registry, 'simple/demo/')).status).toBe(404);
    expect(await (await get(registry, 'simple/')).json()).toMatchObject({ projects: [] });
    await restore(registry, wheel.id);
    expect(await yanked(registry)).toEqual([[wheel.fileName, false]]);
    expect([(await fetch(url)).status, (await fetch(`${url}.metadata`)).status]).toEqual([200, 200]);
  });
});

describe('the index for apt', () => {
  test('has offered packages only; unlisted ones can be downloaded, withdrawn ones cannot', async () => {
    const registry = await newRegistry(server(), 'debian');
    const repository = openRepository(server(), registry);
    const listed = async (): Promise<readonly string[]> => {
      const text = await repository.text('main/binary-all/Packages');
      return [...text.matchAll(/^Filename: (.+)$/gm)].map(([, path = '']) => path);
    };
    const [plain, deb] = [
      await publishDeb(server(), registry, { Version: '1.0' }),
      await publishDeb(server(), registry, { Version: '2.0' }),
    ];
    const [first = '', second = ''] = await listed();
    await unlist(registry, deb);
    expect(await listed()).toEqual([first]);
    expect((await repository.fetch(second)).status).toBe(200);
    await withdraw(registry, deb);
    expect([await listed(), (await repository.fetch(second)).status]).toEqual([[first], 404]);
    await withdraw(registry, plain);
    expect(await listed()).toEqual([]);
    await restore(registry, deb);
    expect([await listed(), (await repository.fetch(second)).status]).toEqual([[second], 200]);
  });
});

describe('a plain file', () => {
  test('is found by its name if it is unlisted, but not if it is withdrawn', async () => {
    const registry = await newRegistry(server(), 'files');
    const reply = await publish(server(), registry, 'manual-1.0.0.txt', 'text');
    const { id } = (await reply.json()) as { readonly id: string };
    const status = async (): Promise<number> =>
      (await server().native(`acme/${registry}/files/manual-1.0.0.txt`)).status;
    await unlist(registry, id);
    expect(await status()).toBe(200);
    await withdraw(registry, id);
    expect(await status()).toBe(404);
  });
});
