/** The shell lines on the pages of registries and packages. */
import type { TestServer } from '../fixtures/server.ts';
import { pathOf, password } from './people.ts';

/** Returns the lines that set up a client of a registry, by default the first one. Throws if its page has none. */
export async function setUpLines(server: TestServer, registry: string, client?: string): Promise<string> {
  return await linesBelow('Set up a client', server, `${server.url}/${pathOf.registry(registry)}`, client);
}

/** Returns the lines that publish a package. */
export async function publishLines(server: TestServer, registry: string, client?: string): Promise<string> {
  return await linesBelow('Publish to this registry', server, `${server.url}/${pathOf.registry(registry)}`, client);
}

/** Returns the lines that install a package. Throws if its page has none. */
export async function installLines(server: TestServer, url: string, client?: string): Promise<string> {
  return await linesBelow('Install', server, url, client);
}

async function linesBelow(
  heading: string,
  { token }: TestServer,
  url: string,
  client: string | undefined,
): Promise<string> {
  const page = await (await fetch(url, { headers: password(token) })).text();
  const [, section = ''] = new RegExp(`${heading}</h2>([^]*?)(?:<h2|</main>)`).exec(page) ?? [];
  const [, lines] =
    new RegExp(`<summary>${client ?? '[^<]*'}</summary>\\s*<pre[^>]*><code>([^]*?)</code>`).exec(section) ?? [];
  if (lines === undefined) throw new Error(`${url} has no lines of ${client ?? 'a client'} below "${heading}".`);
  return lines.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
