/** An ecosystem for the server: the domain's interface, the service for native clients, and the instructions. */
import type { OpenApiDocument } from '../contract/description.ts';
import type { AnyOperation } from '../contract/operation.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import type { Ecosystem } from '../registry/ecosystem.ts';
import type { Instructions } from './instructions.ts';

export interface EcosystemModule {
  readonly ecosystem: Ecosystem;
  readonly service: EcosystemService;
  readonly instructions: Instructions;
}

/** The URLs that an ecosystem's own clients request. */
export interface EcosystemService {
  readonly description: OpenApiDocument;
  /** By operationId. Each ecosystem types its table by its own description. */
  readonly operations: Readonly<Record<string, AnyOperation>>;
  /** Writes failures in the format of its clients. By default, they are pages in a browser, and problems elsewhere. */
  readonly failure?: WriteFailure;
}
