/** The URLs that an ecosystem's own clients ask for: a description of their own, and what serves it. */
import type { OpenApiDocument } from '../contract/description.ts';
import type { AnyOperation } from '../contract/operation.ts';

export interface NativeProtocol {
  readonly description: OpenApiDocument;
  /** By operationId. The ecosystem's own table is typed by its description; here it only matters that it is one. */
  readonly operations: Readonly<Record<string, AnyOperation>>;
}
