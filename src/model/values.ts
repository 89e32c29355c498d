/** Small values that all parts of the server use. */
import type { components } from '../../generated/api.ts';

/** The id of an ecosystem: the contract's enum value and the name of its folder. */
export type EcosystemId = components['schemas']['Ecosystem'];

export type ExtraDigest = 'md5' | 'sha1';

/** Lower-case hexadecimal digests of a file's bytes. */
export interface Digests {
  readonly sha256: string;
  readonly sha512: string;
  readonly md5?: string;
  readonly sha1?: string;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
