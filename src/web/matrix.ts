/** The coverage of the contract, which `npm run contract:matrix` writes to `generated/matrix.json`. */
export interface Matrix {
  /** The number of cells: responses by status and media type, their named examples, their headers. */
  readonly total: number;
  /** The number of cells that a real server has sent. */
  readonly reached: number;
  readonly descriptions: readonly { readonly title: string; readonly operations: readonly MatrixOperation[] }[];
}

export interface MatrixOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly replies: readonly MatrixReply[];
}

export interface MatrixReply {
  readonly status: number;
  /** Empty if there is no body. */
  readonly type: string;
  readonly reached: boolean;
  readonly examples: Reached;
  readonly headers: Reached;
}

/** By name. */
export type Reached = Readonly<Record<string, boolean>>;
