/** The lines that people paste to get packages with an ecosystem's own clients. No line ever has a secret in it. */

export interface Instructions {
  /** The URL from which a file comes, for clients and browsers alike. */
  download(home: NativeRegistry, file: { readonly name: string; readonly sha256: string }): string;
  /** What makes a client know the registry. */
  setUp(home: NativeRegistry): readonly string[];
  /** Where else the client takes the token from than from these lines, for people; absent where there is no other place. */
  readonly tokenAdvice?: string;
  /** What gets one package, on a machine that has never heard of the registry. */
  install(home: NativeRegistry, pkg: PackageToInstall): readonly string[];
}

/** A registry as its clients see it. */
export interface NativeRegistry {
  /** Without a slash at its end; what native clients ask lies below. */
  readonly url: string;
  /** The registry's slug. */
  readonly slug: string;
  /** Where it is not, clients send the token that `$TOKEN` stands for. */
  readonly public: boolean;
  /** Of the key that signs its index; absent where there is none. */
  readonly keyFingerprint?: string | undefined;
}

export interface PackageToInstall {
  readonly name: string;
  readonly version: string;
  /** The names of its files; the first is the one that was published. */
  readonly files: readonly string[];
}
