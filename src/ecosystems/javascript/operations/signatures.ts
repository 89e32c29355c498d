/** The operations of `npm audit signatures`: the keys of a registry, and attestations. */
import { buffer } from 'node:stream/consumers';
import { missing } from '../../../serving/resolvers.ts';
import { predicateTypeOf } from '../provenance.ts';
import { publishedKey } from '../signing.ts';
import { provenanceName } from '../tarball-name.ts';
import { versionKey } from '../version.ts';
import type { NpmOperations } from './npm-operations.ts';

export const signatures: Pick<NpmOperations, 'listRegistryKeys' | 'listAttestations'> = {
  listRegistryKeys: async ({ found: { registry } }, { larder }) => {
    const keys = await larder.catalog.registries.signingKeys(registry.id, new Date());
    const type = 'ecdsa-sha2-nistp256' as const;
    // A packument that a client has kept may still have signatures of an old key.
    const published = keys.map((key) => ({
      expires: key.expiresAt?.toISOString() ?? null,
      ...publishedKey(key),
      keytype: type,
      scheme: type,
    }));
    return { status: 200, body: { keys: published } };
  },
  listAttestations: async ({ found: { registry }, path: { specifier } }, { larder }) => {
    const at = specifier.lastIndexOf('@');
    const [name, key] = [specifier.slice(0, at), versionKey(specifier.slice(at + 1))];
    const query = { nameKey: name, versionKey: key, fileName: provenanceName(name, key) };
    const file = await larder.catalog.packages.findFile(registry.id, query);
    if (!file) throw missing('file', query.fileName);
    const content = await larder.blobs.open(file.blob.location, { start: 0, end: file.blob.size - 1 });
    const text = (await buffer(content)).toString();
    // The reader has checked that it is a JSON object.
    const bundle = JSON.parse(text) as Record<string, unknown>;
    return { status: 200, body: { attestations: [{ predicateType: predicateTypeOf(text), bundle }] } };
  },
};
