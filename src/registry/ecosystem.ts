/**
 * The interface that every ecosystem (debian, files, ...) implements for the domain, without HTTP. An ecosystem is a
 * folder below `ecosystems/`, a line in `server/ecosystems.ts`, and a value of the enum in the contract.
 */
import type { EntryRules, IndexEntry } from '../model/entries.ts';
import type { Package } from '../model/records.ts';
import type { Digests, EcosystemId, ExtraDigest, JsonObject } from '../model/values.ts';
import { UnacceptableFile } from './unacceptable-file.ts';
import type { Documents, Signing } from './documents.ts';

export interface Ecosystem<Id extends EcosystemId = EcosystemId> {
  readonly id: Id;
  /** Must be increased if `read`, the index or the rules for entries have different results for the same bytes. */
  readonly edition: number;
  readonly names: NameRules;
  /**
   * The variant that clients of all other variants request by the URLs of their own (`noarch` of Alpine), so that a
   * version has either this one or others; null for none.
   */
  readonly commonVariant: string | null;
  /**
   * The tag that points to the first complete package of a project, and to the highest offered version after its package
   * was deleted; null for none.
   */
  readonly defaultTag: string | null;
  /** The tags that clients can use, or `usualTags`. */
  readonly tags: TagRules;
  /** Digests that this ecosystem's clients read in addition to SHA-256 and SHA-512, which every file gets. */
  readonly extraDigests: readonly ExtraDigest[];
  /**
   * Whether lists have packages that are parts of others: those that others need, and those about others. A package with
   * a tag is always listed.
   */
  readonly parts: 'listed' | 'unlisted';
  /**
   * Returns the metadata that lists show with the files of a package, and with the packages about it: by the names of the
   * files, and by the versions of those packages. Or `noFileMetadata`.
   */
  fileMetadata(pkg: Pick<Package, 'metadata'>, about: readonly Package[]): ReadonlyMap<string, JsonObject>;
  /** Whether packages may have attestations of how they were built. */
  readonly attestations: 'accepted' | 'refused';
  /** Whether clients read the status of a project. */
  readonly projectStatus: 'shown' | 'none';
  /**
   * The URL of the module that reads uploaded files. It exports `read` of the type `Read`. Threads that do nothing else
   * import it, so it must not import the ecosystem's other parts.
   */
  readonly reader: URL;
  /** The rules for stored entries, or `anyEntry`. */
  readonly entryRules: EntryRules;
  /** The documents that clients fetch, or `noDocuments`. */
  readonly documents: Documents;
  /** The keys of its registries, or `unsigned`. */
  readonly signing: Signing;
}

/** Equality of names and versions, and the order of versions. */
export interface NameRules {
  /** Returns the normal form of a name (such as PEP 503), or the name itself. */
  nameKey(name: string): string;
  /** Returns the normal form of a version (such as PEP 440), or the version itself. */
  versionKey(version: string): string;
  /** Orders two versions like the ecosystem's own clients: negative if `a` is older, zero if they are equal. */
  compare(a: string, b: string): number;
}

/** The keys of an ecosystem without normal forms: names and versions are equal only if they are identical. */
export const exactKeys: Pick<NameRules, 'nameKey' | 'versionKey'> = {
  nameKey: (name) => name,
  versionKey: (version) => version,
};

export interface TagRules {
  /** Returns why a tag is invalid, such as `must not have spaces`; undefined if it is valid. */
  refusal(tag: string): string | undefined;
}

/** The tags of OCI (Distribution Specification, section "Pulling manifests"), which can be part of any URL. */
export const usualTags: TagRules = {
  refusal: (tag) =>
    /^\w[\w.-]{0,127}$/.test(tag)
      ? undefined
      : 'must begin with a letter, a digit or "_", followed by at most 127 letters, digits, ".", "_" or "-"',
};

/** For ecosystems whose files have no metadata of their own. */
export const noFileMetadata: Ecosystem['fileMetadata'] = () => new Map();

/** Accepts every entry. For ecosystems without rules for entries. */
export const anyEntry: EntryRules = { refusal: () => undefined };

/**
 * Reads uploaded files, as streams and within limits, and returns the release in them. Throws `UnacceptableFile` with
 * the reason and the remedy.
 */
export type Read = (incoming: Incoming) => Promise<Release>;

/**
 * The complete files of a client on disk that are not yet published; or those of a package, when a later edition reads
 * it again. Then `read` must return the same name, version and variant; its tags, needs and `project` are ignored.
 */
export interface Incoming {
  /**
   * The new files, the main file first. There may be none. When a package is read again, these are all its files but the
   * derived ones, with the names in its release: also those that arrived separately, or were stored before.
   */
  readonly files: readonly LocalFile[];
  /**
   * The data that the client sent in addition (npm's manifest, the path of a Maven file): at most 1 MiB of JSON. Those
   * that came with the main file are stored. When a package is read again, they are given again.
   */
  readonly claims: JsonObject;
  /**
   * Returns a stored file of the registry by its SHA-256 or SHA-512; undefined if it does not exist. It can be read until
   * `read` returns.
   */
  stored(digest: string): Promise<LocalFile | undefined>;
}

/** A file on disk that exists during the reading. */
export interface LocalFile {
  /**
   * The client's name for the file: at most 1,024 bytes, without control characters. Only the ecosystem's own operations
   * receive names with slashes, which separate segments such as `a/b`.
   */
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
}

/** One version of a project, read from its files. */
export interface Release {
  readonly name: string;
  readonly version: string;
  /** Distinguishes two files of one version (a deb's architecture, a file's extension); null if there is only one. */
  readonly variant: string | null;
  /** The metadata of the version: `metadata` in the REST API. */
  readonly metadata: JsonObject;
  /** The metadata of the name, for all its versions. Replaces that of earlier versions. */
  readonly project: JsonObject;
  /**
   * At most one main file. A package without one is not listed and gets no metadata and no entries; its files are found by
   * their names. Metadata, entries, needs and `project` are stored with the bytes of a new main file.
   */
  readonly files: readonly ReleaseFile[];
  /** Its entries in the documents that clients fetch, at most one per part. They must not depend on the registry. */
  readonly entries: readonly IndexEntry[];
  readonly tags: readonly ReleaseTag[];
  /** The notice of a new package, which its publisher can change later; null for none. */
  readonly notice: string | null;
  /** Versions of this project that must stay as long as this one, such as the children of an OCI index. */
  readonly needs: readonly string[];
  /** The version of this project that the release is about (the image of a signature), which need not exist; null for none. */
  readonly subject: string | null;
  /** Whether needed versions may be missing. */
  readonly mayMiss: boolean;
  /**
   * Whether the files create a package (a deb), extend one (a symbol package), or either (Maven). Unless they must create
   * one, files that the package has with the same bytes are accepted again.
   */
  readonly package: 'new' | 'existing' | 'any';
  /** How a file is handled if the package has a file with the same name and different bytes. */
  readonly sameName: 'refuse' | 'replace';
}

export interface ReleaseFile {
  readonly name: string;
  /** `derived`: derived once from the other files, at publication. The API does not list it. */
  readonly role: 'main' | 'attached' | 'derived';
  /** Null if it is determined by the name. */
  readonly mediaType: string | null;
  /**
   * The SHA-256 of the main file that it is about, such as the chart of a provenance. The package never has it together
   * with another main file, regardless of their order.
   */
  readonly mainSha256?: string | undefined;
  readonly bytes: LocalFile | Uint8Array | StoredInRegistry;
}

export interface StoredInRegistry {
  /** The SHA-256 or SHA-512 of bytes that the registry has. */
  readonly stored: string;
  /**
   * What happens if the registry does not have the bytes: the release is rejected, or the package begins without the file.
   * `leave-out-some`: without it, unless all files that are marked so are missing, or the bytes are stored for other
   * registries, or were deleted so recently that a client may still count on them.
   */
  readonly ifMissing: 'reject' | 'leave-out' | 'leave-out-some';
}

export interface ReleaseTag {
  readonly tag: string;
  /** `at`: the version that the tag must point to; null for none. */
  readonly if: 'always' | 'absent' | { readonly at: string | null };
}

/** The release of ecosystems in which each file is a separate package. */
export const singleFile = {
  project: {},
  entries: [],
  tags: [],
  notice: null,
  needs: [],
  subject: null,
  mayMiss: false,
  package: 'new',
  sameName: 'refuse',
} as const satisfies Partial<Release>;

/** Returns the file of ecosystems in which each file is a separate package. Throws `UnacceptableFile` if there is none. */
export function onlyFile({ files: [file] }: Incoming): LocalFile {
  if (file === undefined) throw new UnacceptableFile('There is no file. Publish a file.');
  return file;
}

/** The unchanged file of the client. */
export function mainFile(file: LocalFile): ReleaseFile {
  return { name: file.name, role: 'main', mediaType: null, bytes: file };
}
