/** The commands to install packages with an ecosystem's own clients. They never contain a secret. */
import type { RegistryKey, Standing } from '../model/records.ts';
import type { EcosystemId } from '../model/values.ts';

/** How an ecosystem's clients use a registry. */
export interface Instructions {
  /** Returns the download URL of a file, for clients and browsers. */
  download(home: NativeRegistry, file: FileToDownload): string;
  /** Whether the form of the API publishes its packages. */
  readonly acceptsForms: boolean;
  /** Returns the clients of the registry, the most usual one first. */
  clients(home: NativeRegistry): readonly ClientLines[];
}

/** The commands of one client, in a shell. */
export interface ClientLines {
  /** The program, such as `apt`. Each client of an ecosystem has another name. */
  readonly client: string;
  /** The commands that configure it for the registry; none if it needs no configuration. */
  readonly setUp: readonly string[];
  /** The commands that publish; none if the client cannot. */
  readonly publish: readonly string[];
  /** A sentence about other places that the client reads the token from; absent if there are none. */
  readonly tokenAdvice?: string;
  /**
   * Returns the commands that install one package, which is not withdrawn, on a machine without any configuration; none
   * if the client cannot install it.
   */
  install(pkg: PackageToInstall): readonly string[];
}

/** A registry, for instructions. */
export interface NativeRegistry {
  /** The public URL of the server, without a slash at its end. */
  readonly publicUrl: string;
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  readonly ecosystem: EcosystemId;
  /** If false, clients send the token for which `$TOKEN` is the placeholder. */
  readonly public: boolean;
  /** The keys that sign its documents, newest first. */
  readonly keys: readonly ShownKey[];
}

/** A signing key, for people. */
export interface ShownKey extends Pick<RegistryKey, 'createdAt' | 'expiresAt'> {
  /** In the format of the clients' own tools. */
  readonly fingerprint: string;
}

export interface FileToDownload {
  readonly name: string;
  readonly sha256: string;
  readonly package: Pick<PackageToInstall, 'name' | 'version'>;
}

export interface PackageToInstall {
  readonly name: string;
  readonly version: string;
  readonly standing: Standing;
  /** Its tags, in the order of their names. */
  readonly tags: readonly string[];
  /** The names of its files; the first is the one that was published. */
  readonly files: readonly string[];
}
