/** A registry by its slug, and its packages by their ids: the methods of operations without their place. */
import type { OperationMethods, UpdateRegistryParameters } from '../../generated/methods.ts';
import { operationTable } from '../../generated/operations.ts';
import type { Deletion, Package, PackageList, PackageListItem, Registry } from '../../generated/api.ts';
import type { Connection } from './connection.ts';
import { unwrap } from './errors.ts';
import type { CallOptions } from './options.ts';
import { packageHandle, type PackageHandle } from './package-handle.ts';
import type { PackageSource } from './package-source.ts';
import { pages } from './pages.ts';
import { publish, type PublishOptions } from './publish.ts';

/** Selects packages of a registry. */
export interface PackageFilter {
  /** Yields only packages with exactly this name. */
  readonly name?: string | undefined;
  /** The number of packages per request; 100 by default, which is the maximum. */
  readonly per_page?: number | undefined;
}

/** The changes of a registry. */
export type RegistryUpdate = Omit<UpdateRegistryParameters, 'organization' | 'registry'>;

/** All methods reject with the error of the problem, such as a `NotFoundError`. */
export interface RegistryHandle {
  /** The slug of the organization. */
  readonly organization: string;
  /** The slug of the registry. */
  readonly registry: string;
  /** Returns the settings of the registry. */
  get(options?: CallOptions): Promise<Registry>;
  /** Changes the settings that are specified. */
  update(changes: RegistryUpdate, options?: CallOptions): Promise<Registry>;
  /** Deletes the registry with all of its packages. */
  delete(options?: CallOptions): Promise<Deletion>;
  /** Yields all packages, newest first. The next page is requested when it is needed. */
  packages(filter?: PackageFilter, options?: CallOptions): AsyncIterable<PackageListItem>;
  /** Publishes a file, which is streamed: a path (not in browsers), a Blob or a stream. */
  publish(source: string | PackageSource, options?: PublishOptions): Promise<Package>;
  /** Returns a package by its id. Sends no request. */
  package(id: string): PackageHandle;
}

export interface Place {
  readonly organization: string;
  readonly registry: string;
}

export function registryHandle(
  connection: Connection,
  methods: OperationMethods<CallOptions>,
  at: Place,
): RegistryHandle {
  return {
    ...at,
    get: (options) => methods.getRegistry(at, options),
    update: (changes, options) => methods.updateRegistry({ ...changes, ...at }, options),
    delete: (options) => methods.deleteRegistry(at, options),
    packages: (filter, options) => items(connection, at, filter, options),
    publish: async (source, options) =>
      unwrap(await publish(connection, at, typeof source === 'string' ? { path: source } : source, options)),
    package: (id) => packageHandle(methods, { ...at, package: id }),
  };
}

async function* items(
  connection: Connection,
  at: Place,
  { name, per_page = 100 }: PackageFilter = {},
  options: CallOptions = {},
): AsyncGenerator<PackageListItem> {
  const params = { path: at, query: { name, per_page } };
  for await (const page of pages(connection, operationTable.listPackages, { params, ...options })) {
    // A connection returns the responses that are described for the operation.
    yield* (page as PackageList).items;
  }
}
