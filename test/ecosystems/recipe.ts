/** A recipe of an ecosystem: all that the suite needs, so that one suite proves every ecosystem. */
import type { EcosystemId } from '../../src/model/values.ts';
import type { TestServer } from '../fixtures/server.ts';

export interface Recipe {
  readonly ecosystem: EcosystemId;
  /** A package of the project `demo` (or as the ecosystem spells it), for any number from 0 to 99; later ones are newer. */
  build(number: number): Promise<SamplePackage>;
  /** Files that must be rejected, and the reason that the publisher reads. */
  readonly hostile: readonly HostileFile[];
  /** Whether forms and presigned forms, which carry one file and its name, publish a package. */
  readonly forms: 'accepted' | Cannot;
  /** Publishes as the ecosystem's own client does. */
  readonly ownDoor: OwnDoor | Cannot;
  readonly client: ClientRecipe;
  /** The documents that its clients read; the suite follows every URL in them. */
  readonly documents: DocumentsRecipe | Cannot;
}

/** A recipe with documents. */
export interface Documented extends Recipe {
  readonly documents: DocumentsRecipe;
}

/** The ecosystem cannot do this, for this reason. */
export interface Cannot {
  readonly cannot: string;
}

export interface SamplePackage {
  readonly name: string;
  readonly version: string;
  /** The main file first. */
  readonly files: readonly [SampleFile, ...SampleFile[]];
}

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface HostileFile extends SampleFile {
  readonly title: string;
  /** A part of the message. */
  readonly reason: string;
}

/** A registry, for clients. */
export interface Home {
  readonly server: TestServer;
  readonly slug: string;
  /** The base of its native URLs, without a slash at its end. */
  readonly url: string;
  /** The token that clients need; undefined for a public registry. */
  readonly token: string | undefined;
}

export interface OwnDoor {
  /** Throws if the registry rejects the package. */
  publish(home: Home, pkg: SamplePackage): Promise<void>;
}

export interface ClientRecipe {
  /** The client and its version of the protocol, for titles. */
  readonly name: string;
  /** Whether this machine has it. */
  readonly isPresent: boolean;
  /** Whether it takes no more time than the server. */
  readonly isFast: boolean;
  /** Returns a client without any configuration, for one registry. */
  open(home: Home): Promise<Client>;
}

/** A client on a machine of its own, that uses one registry. */
export interface Client extends AsyncDisposable {
  /** Returns the versions of `demo` that the registry offers, in any order. */
  readonly offered: (() => Promise<readonly string[]>) | Cannot;
  /** Installs the newest version, and returns which one it is. */
  readonly installNewest: (() => Promise<string>) | Cannot;
  /** Installs a version. Throws if the client fails, or if it got other bytes. */
  install(pkg: SamplePackage): Promise<void>;
}

export interface DocumentsRecipe {
  /** The URLs that clients begin with. */
  readonly roots: readonly DocumentUrl[];
  /** Which files of a package they name. */
  readonly names: 'all files' | 'main files';
  /** Whether they name unlisted packages, for clients that are requested to install exactly those. */
  readonly unlisted: 'named' | 'not named';
  /** Whether the roots exist in a registry without packages. */
  readonly withoutPackages: 'exist' | 'are missing';
  /** Returns the URLs in a document. Throws if the document is malformed. */
  named(url: DocumentUrl, bytes: Buffer): readonly NamedUrl[];
}

export interface DocumentUrl {
  /** Below the registry's native URL, without a slash at its beginning. `{registry}` is replaced by its slug. */
  readonly path: string;
  readonly accept?: string;
}

/** A URL that a document names, and what the document specifies of its bytes. */
export interface NamedUrl extends DocumentUrl {
  /** Undefined if the document does not specify it. */
  readonly sha256?: string;
  /** In hexadecimal, as the others. */
  readonly sha512?: string;
  readonly size?: number;
  /** For a derived file: the SHA-256 of the file that it was derived from. */
  readonly of?: string;
  /** A document, which names others; a file of a package; or one that was derived from such a file. */
  readonly kind: 'document' | 'file' | 'derived';
}

export function can<T extends object | string>(facet: T | Cannot): facet is T {
  return typeof facet !== 'object' || !('cannot' in facet);
}
