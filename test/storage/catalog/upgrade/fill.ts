/** Fills a server of any version, through its API alone, with at least one of everything that it stores. */
import { buildDeb } from '../../../fixtures/deb-package.ts';
import { buildSdist, buildWheel, coreMetadata } from '../../../fixtures/python-package.ts';

export const organization = 'acme';
export const token = 'the-token-of-the-recorded-server';

const api = `/v2/packages/organizations/${organization}`;

export async function fill(url: string): Promise<void> {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { Authorization: `Bearer ${token}`, ...init.headers };
    const response = await fetch(url + path, { ...init, headers });
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const post = async (path: string, body: object): Promise<Response> =>
    await send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const publish = async (registry: string, name: string, bytes: Uint8Array | string): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([Uint8Array.from(Buffer.from(bytes))]), name);
    const response = await send(`${api}/registries/${registry}/packages`, { method: 'POST', body: form });
    return ((await response.json()) as { id: string }).id;
  };

  for (const ecosystem of ['debian', 'python', 'files'])
    for (const isPublic of [false, true]) {
      const name = `${isPublic ? 'open' : 'own'} ${ecosystem}`;
      await post(`${api}/registries`, { name, ecosystem, public: isPublic, description: `For ${ecosystem}` });
    }

  for (const [Package, Version, Architecture] of debs) {
    const bytes = await buildDeb({ control: { Package, Version, Architecture }, compression: 'none' });
    await publish('own-debian', `${Package}_${Version}_${Architecture}.deb`, bytes);
    await (await send(`/${organization}/own-debian/any/dists/any/InRelease`, asPassword)).arrayBuffer();
  }
  const wheel = buildWheel({
    name: 'Foo.Bar',
    version: '1.0',
    metadata: coreMetadata('Foo.Bar', '1.0', { 'Requires-Python': '>=3.8' }),
  });
  await publish('own-python', 'foo_bar-1.0-py3-none-any.whl', wheel);
  await publish('own-python', 'foo_bar-1.1.tar.gz', await buildSdist({ name: 'foo_bar', version: '1.1' }));
  await publish('own-python', 'demo-1.0.0-py3-none-any.whl', buildWheel());
  const manual = await publish('own-files', 'manual-2.0.0.txt', 'How to peel a banana.');
  const gone = await publish('own-files', 'manual-1.0.0.txt', 'How not to.');
  await send(`${api}/registries/own-files/packages/${manual}/copy?to=open-files`, { method: 'POST' });
  await send(`${api}/registries/own-files/packages/${gone}`, { method: 'DELETE' });

  await post(`${api}/registries/own-files/tokens`, { description: 'for reading' });
  await post('/v2/access-tokens', { description: 'for builds', scopes: ['read_packages', 'write_packages'] });
  await sendPresigned(url, post);
}

/** One that was sent and not published yet. */
async function sendPresigned(url: string, post: (path: string, body: object) => Promise<Response>): Promise<void> {
  const response = await post(`${api}/registries/own-files/packages/upload`, {});
  const { form } = (await response.json()) as {
    form: { url: string; data: Record<string, string>; file_input: string };
  };
  const body = new FormData();
  for (const [name, value] of Object.entries(form.data)) body.set(name, value);
  body.set(form.file_input, new Blob(['Sent, and waiting.']), 'waiting-1.0.0.txt');
  const sent = await fetch(new URL(new URL(form.url).pathname, url), { method: 'POST', body });
  if (!sent.ok) throw new Error(`presigned: ${sent.status} ${await sent.text()}`);
}

const debs = [
  ['banana', '1.0', 'amd64'],
  ['banana', '1.1', 'amd64'],
  ['banana', '1.1', 'arm64'],
  ['cherry', '2:3.0-1', 'all'],
] as const;

const asPassword = { headers: { Authorization: `Basic ${btoa(`any:${token}`)}` } };
