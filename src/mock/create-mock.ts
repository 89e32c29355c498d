/**
 * A mock that responds with the contract's examples. It uses the same contract layer as the server for routes,
 * credentials, parameters, bodies and errors, so that both treat a request in the same way. Prism selects the example.
 */
import type { BodyLimits } from '../contract/bodies/receive-body.ts';
import type { DrainLimits } from '../contract/bodies/drain.ts';
import { createContract, type Handle } from '../contract/contract.ts';
import type { Observe } from '../contract/replies/deliver.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import { readDescription, type OpenApiDocument } from '../contract/description.ts';
import type { Env } from '../contract/operation.ts';
import type { Service } from '../contract/service.ts';
import { failureForPeople } from '../web/failure-page.ts';
import { createMockOperations } from './mock-operations.ts';
import { askingForExamples } from './preferences.ts';

export type MockLimits = BodyLimits & { readonly drain: DrainLimits };

/** `failure` and `headers` are those of the service that the mock stands for. */
export interface MockOptions extends Pick<Service<Env>, 'failure' | 'headers'> {
  readonly limits: MockLimits;
  readonly observe: Observe;
  /** Writes failures of URLs that belong to no service; by default, like a server. */
  readonly elsewhere?: WriteFailure;
}

/** Creates the request handler of a mock of a description. */
export async function createMock(
  document: OpenApiDocument,
  { limits, observe, elsewhere = failureForPeople, ...replies }: MockOptions,
): Promise<Handle> {
  // The mock rejects misspelt parameters, which the server ignores, to help developers of clients.
  const description = readDescription({ ...askingForExamples(document), 'x-ignores-unknown-query': false });
  const scopes = description.operations.flatMap(({ access }) => access.ways.flatMap((way) => way.scopes));
  return createContract({
    services: [
      {
        description,
        operations: await createMockOperations(document),
        resolvers: {},
        ...replies,
      },
    ],
    context: undefined,
    // Any credentials of the right kind are accepted for everything.
    authenticate: () => Promise.resolve({ scopes }),
    stage: forget,
    limits,
    // Responses that Prism generates for `dynamic=true` may violate the contract.
    replies: { check: 'sampled', share: 0 },
    observe,
    elsewhere: { failure: elsewhere, headers: {} },
  });
}

/** Reads an uploaded file to its end and discards it. */
async function forget(content: AsyncIterable<Uint8Array>): Promise<{ discard(): Promise<void> }> {
  for await (const _ of content);
  return { discard: () => Promise.resolve() };
}
