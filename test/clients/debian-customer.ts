/** What a customer of a debian registry does, by the very lines of the documentation. */
import { expect } from 'vitest';
import type { WatchedServer } from '../native/watched-server.ts';
import type { Apt } from './apt.ts';
import { makeDeb, type DebContent } from './dpkg-deb.ts';
import { run } from './programs.ts';

/** Where native clients find a registry. */
export function homeOf(server: WatchedServer, registry: string): string {
  return `${server.url}/acme/${registry}`;
}

/** Builds a deb and publishes it with curl, as a udeb if that is its name; returns the id of the package. */
export async function publishWithCurl(
  server: WatchedServer,
  registry: string,
  content: DebContent,
  fileName = 'demo.deb',
): Promise<string> {
  await using deb = await makeDeb(content);
  const { ok, stdout, output } = await run('curl', [
    '-sS',
    '--fail-with-body',
    '-H',
    `Authorization: Bearer ${server.token}`,
    '-X',
    'POST',
    server.url + server.in(registry, 'packages'),
    '-F',
    `file=@${deb.file};filename=${fileName}`,
  ]);
  expect(ok, output).toBe(true);
  const [, id = ''] = /"id":"([0-9a-f-]+)"/.exec(stdout) ?? [];
  return id;
}

/** Lets apt use a registry: fetches its key with curl and adds its two lines. `keyHome` is where the key is fetched. */
export async function addSource(apt: Apt, home: string, keyHome = home): Promise<void> {
  const name = home.split('/').slice(-2).join('_');
  const { ok, stdout, output } = await run('curl', ['-fsSL', `${keyHome}/gpgkey`]);
  expect(ok, output).toBe(true);
  const keyring = await apt.write(`etc/apt/keyrings/${name}-archive-keyring.asc`, stdout);
  const lines = ['deb', 'deb-src'].map((kind) => `${kind} [signed-by=${keyring}] ${home}/any/ any main\n`);
  await apt.write(`etc/apt/sources.list.d/${name}.list`, lines.join(''));
}

/** Updates the lists of apt; its output must contain neither a warning nor an error. */
export async function update(apt: Apt): Promise<string> {
  const { ok, output } = await apt.get('update');
  expect([ok, output.match(/^(?:[WEN]|Err|Ign)[:0-9].*$/gm) ?? []], output).toEqual([true, []]);
  return output;
}

/** Installs packages below the root of apt's pretended machine. */
export async function install(apt: Apt, ...packages: readonly string[]): Promise<void> {
  const { ok, output } = await apt.get('install', ...packages);
  expect(ok, output).toBe(true);
}
