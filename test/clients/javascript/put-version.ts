import { readFile } from 'node:fs/promises';
import type { Reply, Wire } from '../../ecosystems/javascript/npm-wire.ts';
import type { CorpusVersion } from './corpus.ts';

/** Publishes a version of the corpus like npm. */
export async function put(wire: Wire, { name, version, manifest, tags, tarball }: CorpusVersion): Promise<Reply> {
  const bytes = await readFile(tarball);
  const attachment = { content_type: 'application/octet-stream', data: bytes.toString('base64'), length: bytes.length };
  return wire.ask('PUT', escaped(name), {
    body: {
      _id: name,
      name,
      'dist-tags': Object.fromEntries(tags.map((tag) => [tag, version])),
      versions: { [version]: manifest },
      _attachments: { [`${name}-${version}.tgz`]: attachment },
    },
  });
}

/** Returns a name as npm writes it in URLs. */
export function escaped(name: string): string {
  return name.replace('/', '%2f');
}
