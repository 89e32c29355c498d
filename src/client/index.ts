/** A typed client of Larder's API, for Node and browsers. */
export { createLarderClient, type LarderClient } from './client.ts';
export { LarderError, UnexpectedAnswer, unwrap } from './errors.ts';
export type { AnyAnswer, AnyProblem, AnswerOf, DataOf, OperationId } from './answer.ts';
export type { ClientOptions } from './connection.ts';
export type { CallOptions, PathOf } from './methods.ts';
export type { PackageSource } from './package-source.ts';
export type { Published, PublishOptions } from './publish.ts';
export type { OnProgress } from './upload.ts';
export type * from './schemas.ts';
export type { components, operations, paths } from '../../generated/api.ts';
