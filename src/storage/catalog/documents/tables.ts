/** The tables of rendered documents, as types for Kysely, like those of `schema.ts`. */
import type { ColumnType } from 'kysely';

/** The parts that documents are made of. The overview is the part with an empty name. */
export interface PartsTable {
  registry_id: string;
  part: string;
  /** The revision that last changed its entries; 0 if it never had any. */
  revision: number;
  /** The revision that its last rendering includes; null if it was never rendered. */
  rendered: number | null;
  /** The facts that its last rendering depends on. */
  basis: string | null;
  /** The date of its last rendering. */
  rendered_at: string | null;
  /** When its last rendering expires; null if it does not. */
  expires_at: string | null;
  /** Its line for the overview. */
  line: ColumnType<string, string | undefined, string>;
}

/** A version of a document. It is current until the next one of the same name. */
export interface DocumentsTable {
  registry_id: string;
  name: string;
  /** Increases with each version, and is at least the revision of the registry. */
  from_revision: number;
  part: string;
  /** The set of pieces; null if the content is in this row. */
  set_name: string | null;
  form: 'inline' | 'plain' | 'gzip' | 'removed';
  sha256: string;
  md5: string | null;
  sha1: string | null;
  size: number;
  last_modified: string;
  /** JSON. */
  pieces: string | null;
  content: Uint8Array | null;
}

/** A piece that some version of the documents of a set has. */
export interface DocumentPiecesTable {
  registry_id: string;
  set_name: string;
  sha256: string;
  deflated_sha256: string | null;
  /** The last version with the piece; null if the latest one has it. */
  last_revision: number | null;
}
