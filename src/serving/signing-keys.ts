/** The service of the keys that sign registries: one URL for all ecosystems that sign with OpenPGP. */
import type { operations as described, parameterDefaults } from '../../generated/native/signing-key.ts';
import description from '../../generated/native/signing-key.json' with { type: 'json' };
import type { Operations } from '../contract/operation.ts';
import { armouredKeys } from '../formats/openpgp-armour.ts';
import type { EcosystemService } from './ecosystem-module.ts';
import type { LarderEnv } from './env.ts';
import { heldBytesReply } from './file-reply.ts';
import { missing } from './resolvers.ts';
import { prepareUrls } from './urls.ts';

const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getSigningKey: async ({ found, headers }, { larder }) => {
    const keys = await larder.catalog.registries.signingKeys(found.registry.id, new Date());
    const [newest] = keys;
    if (newest === undefined) throw missing('registry', found.registry.slug);
    const text = armouredKeys(keys.map(({ publicKey }) => publicKey));
    return heldBytesReply(Buffer.from(text), { lastModified: newest.createdAt }, headers);
  },
};

export const signingKeyUrls = prepareUrls<described>(description);

export const signingKeys: EcosystemService = { description, operations };
