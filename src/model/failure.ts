/** Everything that can go wrong, by the names that the contract gives it. This file knows no HTTP. */
import type { components } from '../../generated/api.ts';

/** The contract's problem types without their common beginning, such as `not-found`. */
export type ProblemCode = components['schemas']['ProblemType'] extends `urn:larder:problem:${infer Code}`
  ? Code
  : never;

/** What a problem tells beside its text, such as the URL of the package that stands in the way. */
export type ProblemMembers = Readonly<Record<string, unknown>>;

/** A failure that the caller is told about. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  /** `detail` says what was wrong with this input, and what would be right. */
  constructor(code: ProblemCode, detail: string, options: { members?: ProblemMembers; cause?: unknown } = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.members = options.members ?? {};
  }
}
