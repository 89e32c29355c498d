/** Ecosystems for the server: the domain's interface, the service for native clients, and the instructions. */
import type { OpenApiDocument } from '../contract/description.ts';
import type { AnyHeadCheck, AnyOperation } from '../contract/operation.ts';
import type { WriteFailure } from '../contract/replies/service-replies.ts';
import type { EcosystemId } from '../model/values.ts';
import type { Ecosystem } from '../registry/ecosystem.ts';
import type { DemoRegistry } from './demo-registry.ts';
import type { Instructions } from './instructions.ts';

/** `Id` has the ids of exactly these ecosystems. */
export interface EcosystemModule<Id extends EcosystemId = EcosystemId> {
  /** Usually one. Several share their URLs if clients use one protocol for different packages (images, charts). */
  readonly ecosystems: readonly Ecosystem<Id>[];
  readonly service: EcosystemService;
  readonly instructions: Instructions;
  /** Its registry in the demo, if that has one. */
  readonly demo?: DemoRegistry;
}

/** The URLs that an ecosystem's own clients request. */
export interface EcosystemService {
  readonly description: OpenApiDocument;
  /** By operationId. Each ecosystem types its table by its own description. */
  readonly operations: Readonly<Record<string, AnyOperation>>;
  /** By operationId: checks of requests before their body is received. Typed likewise. */
  readonly headChecks?: Readonly<Record<string, AnyHeadCheck>>;
  /** Writes failures in the format of its clients. By default, they are pages in a browser, and problems elsewhere. */
  readonly failure?: WriteFailure;
  /** Headers of all responses, such as the version of the protocol. */
  readonly headers?: Readonly<Record<string, string>>;
}
