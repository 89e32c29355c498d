/** Requests as clients of ChartMuseum send them. */
import type { TestServer } from '../../fixtures/server.ts';

export interface ChartFiles {
  readonly chart?: Uint8Array<ArrayBuffer>;
  readonly prov?: Uint8Array<ArrayBuffer>;
}

/** Publishes as `helm cm-push` does: with a form, at a URL with `/api` before the path of the repository. */
export async function pushForm(
  { url: base, token }: Pick<TestServer, 'url' | 'token'>,
  slug: string,
  files: ChartFiles,
  path = `api/acme/${slug}/helm/charts`,
): Promise<Response> {
  const body = new FormData();
  for (const [part, bytes] of Object.entries(files)) body.set(part, new Blob([bytes]), `/home/me/${part}`);
  return await fetch(`${base}/${path}`, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body });
}
