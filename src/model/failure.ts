/** All failures, by their names in the contract. Independent of HTTP. */
import type { components } from '../../generated/api.ts';

/** The contract's problem types without their common prefix, such as `not-found`. */
export type ProblemCode = components['schemas']['ProblemType'] extends `urn:larder:problem:${infer Code}`
  ? Code
  : never;

/** Additional members of a problem, such as the URL of the existing package. */
export type ProblemMembers = Readonly<Record<string, unknown>>;

/** A failure that is reported to the caller. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  /** `detail` is the problem with this input, and the remedy. */
  constructor(code: ProblemCode, detail: string, options: { members?: ProblemMembers; cause?: unknown } = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.members = options.members ?? {};
  }
}
