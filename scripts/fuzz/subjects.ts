/** What is fuzzed: every operation of every description, with the ecosystems whose things it can be asked about. */
import type { DescribedOperation, OpenApiDocument } from '../../src/contract/description.ts';
import type { EcosystemId } from '../../src/registry/ecosystem.ts';
import { ecosystems } from '../../src/server/ecosystems.ts';
import { everyOperation } from '../../test/contract/descriptions.ts';
import { ecosystemIds } from './packages.ts';

export interface Subject {
  readonly id: string;
  readonly document: OpenApiDocument;
  readonly operation: DescribedOperation;
  readonly ecosystems: readonly EcosystemId[];
}

export const subjects: readonly Subject[] = everyOperation.map((one) => {
  const own = Object.values(ecosystems).find(({ native }) => native.description === one.document);
  return { ...one, ecosystems: own ? [own.id] : ecosystemIds };
});
