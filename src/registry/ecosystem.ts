/**
 * The one interface that every ecosystem (deb, plain files, ...) implements. Adding an ecosystem is a new folder beside
 * this file, a line in `index.ts`, an enum value in the contract, a fixture recipe and a client's test.
 */
import type { components } from '../../generated/api.ts';
import type { InstallLines } from '../serving/instructions.ts';
import type { NativeProtocol } from '../serving/ecosystem-module.ts';

/** An ecosystem's name: the contract's enum value, and the name of its folder. */
export type EcosystemId = components['schemas']['Ecosystem'];

export interface Ecosystem {
  readonly id: EcosystemId;
  /** Digests that this ecosystem's clients read, beyond SHA-256 and SHA-512, which every file gets. */
  readonly legacyDigests: readonly LegacyDigest[];
  /**
   * The module that reads uploaded files: it exports `inspect` of the type `Inspect`. It is imported by threads that do
   * nothing else, so it must not import the ecosystem's other parts.
   */
  readonly reader: URL;
  /** The forms of names and versions that count as the same, where they are not simply the text (PEP 503, PEP 440). */
  readonly normalize?: { name(name: string): string; version(version: string): string };
  /** Whether a package can carry attestations of how it was built. */
  readonly takesAttestations: boolean;
  /** Orders two versions as the ecosystem's own clients do: negative when `a` is older, zero when they are equal. */
  compareVersions(a: string, b: string): number;
  /** The files that its clients fetch to learn what there is; absent where clients ask for files by name only. */
  readonly index?: NativeIndex;
  /** The rules for entries of the index, where those that an earlier version of Larder stored may break them. */
  readonly entryRules?: EntryRules;
  /** The URLs that its own clients ask for. */
  readonly native: NativeProtocol;
  /** What people paste to use them. */
  readonly install: InstallLines;
}

export type LegacyDigest = 'md5' | 'sha1';

/** Lower-case hexadecimal digests of a file's bytes. */
export interface Digests {
  readonly sha256: string;
  readonly sha512: string;
  readonly md5?: string;
  readonly sha1?: string;
}

/** An uploaded file, whole and on disk, not yet published. */
export interface CandidateFile {
  /** The client's name for it, reduced to its last segment; at most 255 bytes, no control characters. Never a path. */
  readonly name: string;
  /** Where its bytes lie for the time of the inspection. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
}

/**
 * Reads the bytes of an uploaded file, as a stream and within limits, and returns which package it is.
 * Throws `UnacceptableFile` with a reason that a person can act on.
 */
export type Inspect = (file: CandidateFile) => Promise<Inspection>;

/** What an uploaded file turned out to be. */
export interface Inspection {
  readonly name: string;
  readonly version: string;
  /** What tells two files of one version apart (a deb's architecture, a file's extension); null where nothing does. */
  readonly variant: string | null;
  /** What the REST API shows as `metadata`. */
  readonly metadata: Readonly<Record<string, JsonValue>>;
  /** Its line in the index that clients fetch, made ready once, here. */
  readonly entry?: IndexEntry;
  /** What clients fetch beside the file and would have to be read from it each time. Not among the package's files. */
  readonly derived?: readonly DerivedFile[];
}

/** A file made from the file of a package; its bytes are held in memory, so they are few. */
export interface DerivedFile {
  /** No other file of the package has it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A package's piece of the index; it must not depend on the registry, so that a copied package can take it along. */
export interface IndexEntry {
  /** The part of the index that the entry belongs to (a deb's architecture). Parts are rebuilt one by one. */
  readonly part: string;
  readonly text: string;
}

/** Rules that stored entries are checked by: `inspect` already applies them to every new one. */
export interface EntryRules {
  /** Raised when the rules or the form of the index change; then all entries are checked and all indexes built again. */
  readonly edition: number;
  /** Returns why an entry must not be in an index, undefined if it may. */
  refusal(entry: string): string | undefined;
}

/** How to build the files that native clients fetch. Built once per registry revision, then switched to as a whole. */
export interface NativeIndex {
  /** Parts that exist even before a package belongs to them. */
  readonly parts: readonly string[];
  /** The most parts that the packages of a registry may have: each of them is built, signed and stored with each change. */
  readonly mostParts: number;
  /** The one of `parts` whose entries are in all other parts as well. */
  readonly common?: CommonPart;
  /**
   * Writes the files of one part from its entries, and after them those of the common part; both come ordered by package
   * name, oldest first. Not called for a part without entries of its own, which gets the files of the common part.
   */
  writePart(part: string, entries: AsyncIterable<string>, output: IndexOutput): Promise<void>;
  /** Writes the files that speak for the whole index, such as a signed list of the others. */
  writeWhole(parts: readonly IndexFile[], context: IndexContext, output: IndexOutput): Promise<void>;
  /** Makes the key that signs a registry's index, once, when the registry is created. */
  createSigningKey(owner: KeyOwner): Promise<SigningKey>;
  /** The fingerprint of such a key, as the clients' own tools print it. */
  fingerprint(publicKey: string): string;
}

export interface CommonPart {
  readonly part: string;
  /** The path that a file of the common part has in another part. */
  pathIn(part: string, path: string): string;
}

export interface IndexOutput {
  /** Stores one file under a path relative to the ecosystem's URL root. */
  write(path: string, content: AsyncIterable<Uint8Array>): Promise<IndexFile>;
}

export interface IndexFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
}

export interface IndexContext {
  readonly organization: string;
  readonly registry: string;
  readonly date: Date;
  readonly parts: readonly string[];
  readonly signingKey: SigningKey;
}

export interface KeyOwner {
  readonly organization: string;
  readonly registry: string;
}

/** An ASCII-armoured OpenPGP key pair. */
export interface SigningKey {
  readonly privateKey: string;
  readonly publicKey: string;
}
