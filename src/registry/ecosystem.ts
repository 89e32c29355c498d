/**
 * What the domain needs of every ecosystem (debian, files, ...). It knows no HTTP. An ecosystem is a folder below
 * `ecosystems/`, a line in `server/ecosystems.ts`, and a value of the enum in the contract.
 */
import type { EntryRules, IndexEntry, SigningKey } from '../model/entries.ts';
import type { Digests, EcosystemId, JsonValue, ExtraDigest } from '../model/values.ts';

export interface Ecosystem {
  readonly id: EcosystemId;
  /** Digests that this ecosystem's clients read, beyond SHA-256 and SHA-512, which every file gets. */
  readonly extraDigests: readonly ExtraDigest[];
  /**
   * The module that reads uploaded files: it exports `inspect` of the type `Inspect`. It is imported by threads that do
   * nothing else, so it must not import the ecosystem's other parts.
   */
  readonly reader: URL;
  readonly names: NameRules;
  /** Whether a package can carry attestations of how it was built. */
  readonly attestations: 'accepted' | 'refused';
  /** The files that its clients fetch to learn what there is; absent where clients ask for files by name only. */
  readonly index?: NativeIndex;
  /** The rules for entries of the index, where those that an earlier version of Larder stored may break them. */
  readonly entryRules?: EntryRules;
}

/** Which names and versions are the same, and in which order versions are. */
export interface NameRules {
  /** Returns the form that all spellings of a name share (PEP 503), or the name itself. */
  nameKey(name: string): string;
  /** Returns the form that all spellings of a version share (PEP 440), or the version itself. */
  versionKey(version: string): string;
  /** Orders two versions as the ecosystem's own clients do: negative if `a` is older, zero if they are equal. */
  compare(a: string, b: string): number;
}

/** The keys of an ecosystem in which each name and each version has one spelling. */
export const exactKeys: Pick<NameRules, 'nameKey' | 'versionKey'> = {
  nameKey: (name) => name,
  versionKey: (version) => version,
};

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
