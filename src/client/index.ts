/** A typed client of Larder's API, for Node and browsers. */
export { createLarderClient, type LarderClient, type RegistryPlace } from './client.ts';
export { UnexpectedAnswer, unwrap } from './errors.ts';
export { LarderError } from './larder-error.ts';
export * from '../../generated/errors.ts';
export type { AnyAnswer, AnyProblem, AnswerOf, DataOf, OperationId, SentRequest } from './answer.ts';
export { DamagedDownload } from './verified-download.ts';
export type { PathOf } from './methods.ts';
export type { CallOptions, ClientOptions, Retry, Token } from './options.ts';
export type { DownloadOptions, PackageHandle, SaveOptions, Standing } from './package-handle.ts';
export type { PackageSource } from './package-source.ts';
export type { Published, PublishOptions } from './publish.ts';
export type { PackageFilter, RegistryHandle, RegistryUpdate } from './registry-handle.ts';
export type { OnProgress } from './upload.ts';
export type * from '../../generated/api.ts';
export type * from '../../generated/methods.ts';
