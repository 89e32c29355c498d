import { readFile } from 'node:fs/promises';
import { singleFile, type Incoming, type Release, type ReleaseFile } from '../../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';

interface Manifest {
  readonly layers: readonly string[];
  readonly manifests: readonly string[];
  readonly mediaType: string;
}

/**
 * Reads a manifest: a list of digests, of layers that the registry has and of other versions. Its own digest is the
 * version. `claims.reference` is that digest, or a tag that moves to it.
 */
export async function read({ files: [file], claims, stored }: Incoming): Promise<Release> {
  const { name, reference } = claims;
  if (file === undefined || typeof name !== 'string' || typeof reference !== 'string') {
    throw new UnacceptableFile('The name of a manifest is in its URL only. Publish it with PUT.');
  }
  const version = `sha256:${file.digests.sha256}`;
  const isDigest = reference.startsWith('sha256:');
  if (isDigest && reference !== version) {
    throw new UnacceptableFile(`The manifest has the digest ${version}. Send it to that digest, or to a tag.`);
  }
  const { layers, manifests, mediaType } = readManifest(await readFile(file.path, 'utf8'));
  const attached: ReleaseFile[] = [];
  for (const digest of new Set(layers)) {
    const sha256 = digest.replace('sha256:', '');
    if (!(await stored(sha256))) throw new UnacceptableFile(`The registry has no blob ${digest}. Upload it first.`);
    attached.push({ name: digest, role: 'attached', mediaType: null, bytes: { stored: sha256, ifMissing: 'reject' } });
  }
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    metadata: { layers: [...layers] },
    files: [{ name: 'manifest.json', role: 'main', mediaType, bytes: file }, ...attached],
    tags: isDigest ? [] : [{ tag: reference, if: 'always' }],
    needs: [...new Set(manifests)],
    package: 'any',
  };
}

function readManifest(text: string): Manifest {
  const manifest = parse(text);
  const { layers, manifests, mediaType } = { layers: [], manifests: [], mediaType: 'application/json', ...manifest };
  const isText = typeof mediaType === 'string';
  if (areDigests(layers) && areDigests(manifests) && isText) return { layers, manifests, mediaType };
  throw new UnacceptableFile('A manifest has lists of digests, `layers` and `manifests`, and a `mediaType`.');
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Reported below.
  }
  throw new UnacceptableFile('A manifest is a JSON object.');
}

function areDigests(list: unknown): list is readonly string[] {
  return (
    Array.isArray(list) &&
    list.length <= 100 &&
    list.every((one) => typeof one === 'string' && /^sha256:[0-9a-f]{64}$/.test(one))
  );
}
