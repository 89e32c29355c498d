/** What the suite needs to know of a client: its program, its configuration and its commands. */

/** Texts, bytes or JSON by the paths of files. */
export type Files = Readonly<Record<string, string | Uint8Array | object>>;

/** The parameters of one run of a client. */
export type Line = readonly string[];

/** The client cannot do this, for this reason. */
export interface Cannot {
  readonly cannot: string;
}

export interface JavascriptClient {
  /** Its name and its major version. */
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** Returns the files of its configuration, by their paths in the home folder. */
  settings(settings: Settings): Files;
  /** What a package needs beside it to be published. */
  readonly packageFiles: Files;
  /** Publishes the package in the folder. */
  publish(tag?: string): readonly Line[];
  /** Adds a dependency such as `demo@^1.0.0` to the project, and installs it. */
  add(dependency: string): Line;
  /** Installs the newest version of a dependency that its range allows. */
  update(name: string): Line;
  readonly lockfile: Lockfile;
  readonly tags: Tags | Cannot;
  readonly deprecations: Deprecations | Cannot;
  /** Unpublishes one version. */
  readonly unpublish: ((name: string, version: string) => Line) | Cannot;
  /** What it reads in manifests before it requests tarballs, besides systems and processors. */
  readonly reads: ManifestReads | Cannot;
  /** Reports known faults of the installed packages, of which the registry has none. */
  readonly audit: Line | Cannot;
  readonly workspaces: Workspaces;
}

export interface Settings {
  readonly registry: RegistryAddress;
  /** The registries of scopes such as `@acme`. */
  readonly scopes?: Readonly<Record<string, RegistryAddress>>;
}

export interface RegistryAddress {
  /** With a slash at its end. */
  readonly url: string;
  /** Whether the token is sent to it. */
  readonly isPrivate: boolean;
}

/** The variable of the environment that has the token. No file has it. */
export const TOKEN_VARIABLE = 'LARDER_TEST_TOKEN';

export interface Lockfile {
  readonly name: string;
  /** Whether it has the integrity that the registry has. */
  readonly integrity: 'of the registry' | Cannot;
  /** Installs exactly what it lists. */
  readonly install: Line;
}

export interface Tags {
  set(name: string, version: string, tag: string): Line;
  remove(name: string, tag: string): Line;
  list(name: string): Line;
}

export interface Deprecations {
  deprecate(name: string, version: string, warning: string): Line;
  undeprecate(name: string, version: string): Line;
}

export interface ManifestReads {
  /** Whether it requests peer dependencies that are not optional. */
  readonly peers: boolean;
  /** Whether it requests no dependencies that are in the tarball. */
  readonly bundled: boolean;
}

export interface Workspaces {
  /** Files of the project that name the folders `packages/*`. */
  readonly files: Files;
  /** The range with which a workspace depends on version 1.0.0 of another. */
  readonly range: string;
  /** Installs the dependencies of all workspaces. */
  readonly install: Line;
  /** Publishes all workspaces. */
  readonly publish: readonly Line[];
}

export function can<T extends object>(facet: T | Cannot): facet is T {
  return !('cannot' in facet);
}
