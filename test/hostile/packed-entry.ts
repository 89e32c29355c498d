/** Entries of archives. */

/** An entry whose content is not taken apart yet. */
export interface PackedEntry {
  readonly name: string;
  readonly flag: string;
  readonly bytes: Buffer;
}
