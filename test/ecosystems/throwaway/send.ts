/** Sends bytes as the clients of the throw-away ecosystems do, with the token of a publisher. */
import type { Home } from '../recipe.ts';

/** `path` is below the registry's native URL. Throws an `Error` with the `status` of any other response. */
export async function send(
  { server, url }: Home,
  method: string,
  path: string,
  body: Uint8Array<ArrayBuffer> | string = '',
  type = 'application/octet-stream',
): Promise<Response> {
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': type };
  const reply = await fetch(`${url}/${path}`, { method, headers, body });
  if (reply.ok) return reply;
  const message = `${method} ${path}: ${reply.status} ${await reply.text()}`;
  throw Object.assign(new Error(message), { status: reply.status });
}
