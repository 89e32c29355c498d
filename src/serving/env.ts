/** The types that the server passes to the contract: the caller, and the values of path parameters. */
import type { operations, parameterDefaults } from '../../generated/api.ts';
import type { OpenApiDocument } from '../contract/description.ts';
import type { JsonText } from '../contract/replies/json-text.ts';
import type {
  DefaultedNames,
  FormCheck as ContractFormCheck,
  Operation as ContractOperation,
  Operations,
} from '../contract/operation.ts';
import type { Caller } from '../registry/callers.ts';
import type { Larder } from '../registry/larder.ts';
import type { Oidc } from '../registry/oidc/oidc.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { Organization, Package, Registry, Token, UploadSession } from '../model/records.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { EcosystemId } from '../model/values.ts';
import type { Instructions } from './instructions.ts';
import type { Urls } from './urls.ts';

export interface LarderEnv {
  readonly caller: Caller;
  /** By the name of the path parameter. */
  readonly found: {
    organization: Organization;
    registry: Registry;
    /** An organization and a registry in one segment. */
    namespace: RegistryRef;
    package: Package;
    registry_token: Token;
    access_token: Token;
    upload: UploadSession;
  };
  readonly context: Context;
  readonly staged: StagedBlob;
}

/** The dependencies of every operation. */
export interface Context {
  readonly larder: Larder;
  readonly instructions: Readonly<Record<EcosystemId, Instructions>>;
  readonly urls: Urls;
  readonly oidc: Oidc;
  /** The description that the server publishes. */
  readonly description: JsonText<OpenApiDocument & Readonly<Record<string, unknown>>>;
}

/** The implementations of all operations of the API. */
export type ApiOperations = Operations<operations, parameterDefaults, LarderEnv>;

/** The implementation of one operation of the API. */
export type Operation<Id extends keyof operations> = ContractOperation<
  operations[Id],
  DefaultedNames<parameterDefaults, Id>,
  LarderEnv
>;

/** The check of a form before its file is received, for one operation of the API. */
export type FormCheck<Id extends keyof operations> = ContractFormCheck<operations[Id], LarderEnv>;
