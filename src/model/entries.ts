/** The entries of a registry's index. */

/** A package's entry in the index. It must not depend on the registry, so that a copy of the package can reuse it. */
export interface IndexEntry {
  /** The part of the index that the entry belongs to (a deb's architecture). Parts are rebuilt separately. */
  readonly part: string;
  readonly text: string;
}

/**
 * The rules for stored entries. `read` applies them to new ones. After an upgrade, existing entries are checked.
 */
export interface EntryRules {
  /** Returns why the entry of a part must not be in an index; undefined if it may. */
  refusal(entry: string, part: string): string | undefined;
}

/** A key pair as text, in the format of the ecosystem: ASCII-armoured OpenPGP, or PEM. */
export interface SigningKey {
  readonly privateKey: string;
  readonly publicKey: string;
}
