/**
 * The interface of the documents that an ecosystem's clients fetch: indexes, pages, lists of packages. A document is
 * rendered when it is requested, stored, and served like a file until something that it depends on changes.
 */
import type { components } from '../../generated/api.ts';
import type { DocumentDigests, ListedEntry } from '../model/documents.ts';
import type { SigningKey } from '../model/entries.ts';
import type { ProjectStatus } from '../model/records.ts';
import type { ExtraDigest, JsonObject } from '../model/values.ts';

export type { ListedEntry };

export interface Documents {
  /**
   * `registry`: all changed parts and the overview are replaced together, because clients compare them with each other
   * (apt's `Release` has the digests of all `Packages`). `part`: each part is replaced separately.
   */
  readonly together: 'part' | 'registry';
  /** Parts that exist even without packages. */
  readonly parts: readonly string[];
  /**
   * The maximum number of parts that the packages of a registry may have, if each change may render all of them;
   * `Infinity` if there is no limit.
   */
  readonly mostParts: number;
  /**
   * Returns the part of a document; '' for a document of the overview; undefined if no document has this name. Names
   * are not URLs: two representations of one URL are two documents.
   */
  partOf(name: string): string | undefined;
  /**
   * The ends of the names of documents that belong to another one: with `.gpg`, `Release.gpg` belongs to `Release`. Both
   * are of one part. For ten seconds, a client that got the document gets its companion, even if both were replaced.
   */
  readonly companionEndings: readonly string[];
  /** Returns the parts whose entries a part lists, itself included. */
  reads(part: string): readonly string[];
  /**
   * Writes the documents of a part, and returns its line for the overview. A document that it does not write no longer
   * exists.
   */
  render(part: string, source: Source, output: Output, about: About): Promise<string>;
  /** Writes the documents of the overview, such as a signed list of all other documents. `parts` are in order. */
  renderOverview(parts: AsyncIterable<OverviewPart>, output: Output, about: About): Promise<void>;
}

/** The entries of a part and of those that it reads. */
export interface Source {
  /** The metadata of the project, for ecosystems with a part per project; undefined if there is none. */
  readonly project: JsonObject | undefined;
  /** The project's revision, read before its tags and entries; undefined if there is no project. */
  readonly revision: number | undefined;
  /** The project's status; undefined if there is no project. */
  readonly status: ProjectStatus | undefined;
  /** The versions of the project's tags, except for those of withdrawn packages. */
  readonly tags: ReadonlyMap<string, string>;
  /** Yields all entries, also of unlisted and withdrawn packages, part after part in the order of `reads`, each ordered by name, then age. */
  entries(): AsyncIterable<ListedEntry>;
  /**
   * Writes all entries in fragments of about 500, in the same order. Fragments are stored: `write` is called for those
   * that have changed only, so it must depend on nothing but the entries. `name` distinguishes several sets of a part.
   */
  fragments(name: string, write: (entries: readonly ListedEntry[]) => string, options?: FragmentOptions): Fragments;
}

export interface FragmentOptions {
  /** The text around all fragments together. */
  readonly frame?: Frame;
  /**
   * Returns about how many characters `write` makes of an entry, for sets that have a part of its text each; by default,
   * the length of its text. Must depend on the entry only.
   */
  readonly lengthOf?: (entry: ListedEntry) => number;
  /**
   * Whether all entries of a name are in one fragment, for `write` that combines them. Such a name should have few entries:
   * a change of one of them writes all.
   */
  readonly wholeNames?: boolean;
}

/** The text around the fragments of a document. */
export interface Frame {
  /** Returns the text before the fragments. At most 32 KiB. */
  head(content: FramedContent): string;
  /** Returns the text after them. At most 32 KiB. */
  tail(content: FramedContent): string;
  /** The text between two fragments that are not empty, such as the comma of a JSON list; none by default. */
  readonly separator?: string;
}

export interface FramedContent {
  /** The number of offered entries. */
  readonly offered: number;
  /** The size of all fragments together, in bytes. */
  readonly size: number;
}

/** The content of a document that consists of fragments. It can be passed to `Output.write`, or read. */
export interface Fragments {
  text(): AsyncIterable<Uint8Array>;
  /**
   * One gzip member. Equal texts may have different gzip bytes. `before` are bytes in front of it, such as its signature: at
   * most 32 KiB.
   */
  gzip(before?: Uint8Array): AsyncIterable<Uint8Array>;
}

export interface Output {
  /** Writes a document. The content is read once, as a stream. */
  write(name: string, content: AsyncIterable<Uint8Array>, options?: WriteOptions): Promise<WrittenDocument>;
  /** Returns the document as it was last stored, for documents that only grow; undefined if there is none. */
  previous(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

export interface WriteOptions {
  /** When the document must be rendered again even if nothing has changed, such as before its signature expires. */
  readonly until?: Date;
  /** Digests in addition to SHA-256. */
  readonly digests?: readonly ExtraDigest[];
}

export interface WrittenDocument {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: DocumentDigests;
}

/** A part, for the overview. Parts that are out of date are rendered only if one of the functions is called. */
export interface OverviewPart {
  readonly part: string;
  /** Whether it has entries of packages that are not withdrawn, or exists without packages. */
  readonly isListed: boolean;
  /** Whether it has changed since the last overview. A part without entries is passed until then, and no longer. */
  readonly hasChanged: boolean;
  documents(): Promise<readonly WrittenDocument[]>;
  /** Returns the line that `render` returned. */
  line(): Promise<string>;
}

/** The properties of a registry. A document that uses one is rendered again if it changes. */
export interface About {
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** The compression of indexes whose clients read several. */
  readonly indexCompression: IndexCompression;
  /** The time of the rendering, in whole seconds: never before that of an earlier rendering of the registry. */
  readonly date: Date;
  /**
   * The keys that clients may know, newest first; none if the ecosystem has no keys. A key that was replaced is used for
   * some time, so that clients can get the new one.
   */
  readonly signingKeys: readonly SigningKey[];
}

/** zstd is smaller and faster, but clients from before 2020 cannot read it. */
export type IndexCompression = 'gzip' | 'zstd';

/** For ecosystems whose clients request files by their names. */
export const noDocuments: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf: () => undefined,
  reads: (part) => [part],
  render: () => Promise.resolve(''),
  renderOverview: () => Promise.resolve(),
};

/** The keys that sign the documents of registries. */
export interface Signing {
  /** The format of the keys: one service of the server publishes OpenPGP keys for all ecosystems. */
  readonly keys: components['schemas']['SigningKeyFormat'] | 'none';
  /** Creates the key of a registry, when the registry is created; undefined if the ecosystem has none. */
  createKey(owner: KeyOwner): Promise<SigningKey | undefined>;
  /** Returns the fingerprint of a public key in the format of the clients' own tools. */
  fingerprint(publicKey: string): string;
}

/** Both are slugs. */
export interface KeyOwner {
  readonly organization: string;
  readonly registry: string;
}

/** For ecosystems without keys. */
export const unsigned: Signing = {
  keys: 'none',
  createKey: () => Promise.resolve(undefined),
  fingerprint: () => '',
};
