/** Follows the URLs of documents, as clients do, and compares the bytes with what the documents specify. */
import { expect } from 'vitest';
import { digestsOf } from '../fixtures/local-file.ts';
import type { DocumentsRecipe, DocumentUrl, Home, NamedUrl, SampleFile } from './recipe.ts';

export interface Fetched {
  readonly status: number;
  readonly bytes: Buffer;
}

/** Fetches a URL of a registry with the credentials of its clients. */
export async function fetchFrom({ url, slug, token }: Home, { path, accept }: DocumentUrl): Promise<Fetched> {
  const headers = {
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(accept !== undefined && { Accept: accept }),
  };
  const reply = await fetch(`${url}/${path.replace('{registry}', slug)}`, { headers });
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) };
}

/** Follows all documents of a registry that does not change. Returns the files that they name. */
export async function followAll(documents: DocumentsRecipe, home: Home): Promise<readonly NamedUrl[]> {
  const files: NamedUrl[] = [];
  const open: DocumentUrl[] = [...documents.roots];
  const seen = new Set<string>();
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    const key = `${url.accept ?? ''} ${url.path}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const fetched = await fetchFrom(home, url);
    if (fetched.status === 404 && documents.withoutPackages === 'are missing') continue;
    expect(fetched.status, url.path).toBe(200);
    for (const named of documents.named(url, fetched.bytes)) {
      const found = await fetchFrom(home, named);
      compare(named, found);
      if (named.kind === 'document') open.push(named);
      if (named.kind === 'file') files.push({ ...named, sha256: digestsOf(found.bytes).sha256 });
    }
  }
  return files;
}

/** Fails unless the bytes are those that a document specifies. */
export function compare({ path, size, sha256, sha512 }: NamedUrl, { status, bytes }: Fetched): void {
  const found = { path, status, size: bytes.length, ...digestsOf(bytes) };
  expect(found).toEqual({
    path,
    status: 200,
    size: size ?? found.size,
    sha256: sha256 ?? found.sha256,
    sha512: sha512 ?? found.sha512,
  });
}

/** Returns the digests of the files of a package that documents have to name. */
export function digestsToName({ names }: DocumentsRecipe, files: readonly SampleFile[]): readonly string[] {
  return (names === 'all files' ? files : files.slice(0, 1)).map(({ bytes }) => digestsOf(bytes).sha256);
}
