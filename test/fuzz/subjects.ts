/** The subjects of the fuzzer: every operation of every description, with the ecosystems of its resources. */
import type { DescribedOperation, OpenApiDocument } from '../../src/contract/description.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import { modules } from '../../src/server/ecosystems.ts';
import { byteDescriptions } from '../contract/bytes-descriptions.ts';
import { everyOperation, operationsOf } from '../contract/descriptions.ts';
import { ecosystemIds } from './packages.ts';

export interface Subject {
  readonly id: string;
  readonly document: OpenApiDocument;
  readonly operation: DescribedOperation;
  readonly ecosystems: readonly EcosystemId[];
}

export const subjects: readonly Subject[] = everyOperation.map((one) => {
  const own = modules.find(({ service }) => service.description === one.document);
  return { ...one, ecosystems: own ? own.ecosystems.map(({ id }) => id) : ecosystemIds };
});

/** Operations that take bytes in all the ways there are, of which the product has few. */
export const byteSubjects: readonly Subject[] = byteDescriptions.flatMap((document) =>
  operationsOf(document).map((one) => ({ ...one, ecosystems: ['files'] })),
);
