/** Pages as people see them, and requests as browsers send them: the credentials are from a password dialog. */
import type { WatchedServer } from '../native/watched-server.ts';

export const pathOf = {
  organization: (organization: string): string => `organizations/${organization}`,
  registry: (registry: string, organization = 'acme'): string =>
    `organizations/${organization}/packages/registries/${registry}`,
  package: (registry: string, id: string): string => `${pathOf.registry(registry)}/packages/${id}`,
};

/** What a browser sends after its dialog was filled in. */
export function password(secret: string): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`somebody:${secret}`).toString('base64')}` };
}

/** The types that browsers prefer. */
export const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** Returns the HTML of a page, requested with the token of the server. */
export async function pageOf(server: WatchedServer, path: string): Promise<string> {
  const reply = await server.native(path, { headers: password(server.token) });
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return reply.text();
}

/** The id of a package that was just published. */
export async function idOf(reply: Response): Promise<string> {
  const body: unknown = await reply.json();
  if (typeof body !== 'object' || body === null || !('id' in body) || typeof body.id !== 'string')
    throw new Error(`nothing was published: ${JSON.stringify(body)}`);
  return body.id;
}

/** The text of a page as a reader has it: without markup and styles, in single spaces. */
export function textOf(page: string): string {
  return page
    .replaceAll(/<(style|script)>[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ');
}

/** The URLs of the files that a page of a package offers. */
export function downloadsIn(page: string): string[] {
  return [...page.matchAll(/<a href="([^"]+)" download>/g)].map(([, url = '']) => unescaped(url));
}

/** Where the links and forms of a page lead, in order. */
export function urlsIn(page: string): string[] {
  return [...page.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, url = '']) => unescaped(url));
}

function unescaped(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
