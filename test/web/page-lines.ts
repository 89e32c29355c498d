/** The shell lines on the pages of registries and packages. */
import type { TestServer } from '../fixtures/server.ts';
import { pathOf, password } from './people.ts';

/** Returns the lines that set up a client of a registry. Throws if its page has none. */
export async function setUpLines(server: TestServer, registry: string): Promise<string> {
  return await linesBelow('Set up a client', server, `${server.url}/${pathOf.registry(registry)}`);
}

/** Returns the lines that publish a package. */
export async function publishLines(server: TestServer, registry: string): Promise<string> {
  return await linesBelow('Publish to this registry', server, `${server.url}/${pathOf.registry(registry)}`);
}

/** Returns the lines that install a package. Throws if its page has none. */
export async function installLines(server: TestServer, url: string): Promise<string> {
  return await linesBelow('Install', server, url);
}

async function linesBelow(heading: string, { token }: TestServer, url: string): Promise<string> {
  const page = await (await fetch(url, { headers: password(token) })).text();
  const [, lines] = new RegExp(`${heading}</h2>\\s*<pre><code>([^]*?)</code>`).exec(page) ?? [];
  if (lines === undefined) throw new Error(`${url} has no lines below "${heading}".`);
  return lines.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
