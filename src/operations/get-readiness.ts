import { RegistryError } from '../registry/errors.ts';
import type { Operation } from './surroundings.ts';

export const getReadiness: Operation<'getReadiness'> = async (_, { larder }) => {
  await Promise.all([
    larder.catalog.check().catch(unavailable('The database does not answer. Try again in a moment.')),
    larder.blobs.check().catch(unavailable('The blob store does not answer. Try again in a moment.')),
  ]);
  return { status: 200, body: { status: 'ready' } };
};

function unavailable(detail: string): (cause: unknown) => never {
  return (cause) => {
    throw new RegistryError('unavailable', detail, { cause });
  };
}
