/** What the tests have seen of the contract, as `npm run contract:matrix` writes it to `generated/matrix.json`. */
export interface Matrix {
  /** How many cells there are: answers by status and media type, their named examples, their headers. */
  readonly total: number;
  /** How many of them were in an answer of the real server. */
  readonly reached: number;
  readonly descriptions: readonly { readonly title: string; readonly operations: readonly MatrixOperation[] }[];
}

export interface MatrixOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly answers: readonly MatrixAnswer[];
}

export interface MatrixAnswer {
  readonly status: number;
  /** '' where there is no body. */
  readonly type: string;
  readonly reached: boolean;
  readonly examples: Reached;
  readonly headers: Reached;
}

/** By name. */
export type Reached = Readonly<Record<string, boolean>>;
