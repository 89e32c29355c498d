/** Downloads, with a signature in the URL or with credentials, and the services of the server. */
import { findSigned } from '../../../registry/download-links.ts';
import { archiveReply, invalidSignature } from '../archives.ts';
import { services } from '../services.ts';
import type { TerraformOperations } from './operation.ts';

export const archives: Pick<TerraformOperations, 'getServices' | 'getSignedArchive' | 'getArchive'> = {
  getServices: () => ({ status: 200, body: services }),

  getSignedArchive: async ({ path: { signature, file }, headers, client }, context) => {
    const ref = await findSigned(context.larder, signature, file);
    if (!ref) throw invalidSignature();
    return await archiveReply(ref, { file, headers, client: client() }, context);
  },

  getArchive: async ({ found, path: { file }, headers, client }, context) =>
    await archiveReply(found, { file, headers, client: client() }, context),
};
