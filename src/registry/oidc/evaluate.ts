/** Evaluates an OIDC policy: finds the statement that matches the claims of a token. */
import { matchesGlob } from './glob.ts';
import type { Rule, Scalar, Statement } from './policy.ts';

/** The claims of a token, by name. */
export type Claims = Readonly<Record<string, unknown>>;

export interface Evaluation {
  /** The index of the first statement that matches, whose scopes are granted; null if none matches. */
  readonly matched: number | null;
  readonly statements: readonly StatementEvaluation[];
}

export interface StatementEvaluation {
  readonly matched: boolean;
  /** One check for the issuer, then one per rule. */
  readonly claims: readonly ClaimEvaluation[];
}

export interface ClaimEvaluation {
  readonly claim: string;
  readonly rule: readonly Matcher[];
  /** Absent if the token does not have the claim. */
  readonly actual?: unknown;
  readonly holds: boolean;
}

/** One comparison of a rule. */
export interface Matcher {
  readonly matcher: keyof Rule;
  readonly values: readonly Scalar[];
}

export function evaluate(statements: readonly Statement[], claims: Claims): Evaluation {
  const evaluations = statements.map((statement) => evaluateStatement(statement, claims));
  const matched = evaluations.findIndex((evaluation) => evaluation.matched);
  return { matched: matched < 0 ? null : matched, statements: evaluations };
}

function evaluateStatement({ iss, claims: rules }: Statement, claims: Claims): StatementEvaluation {
  const evaluations = [['iss', { equals: iss }] as const, ...rules].map(([claim, rule]) => {
    const present = Object.hasOwn(claims, claim);
    const actual = claims[claim];
    return { claim, rule: matchersOf(rule), ...(present && { actual }), holds: present && holds(rule, actual) };
  });
  return { matched: evaluations.every((evaluation) => evaluation.holds), claims: evaluations };
}

/** Compares types, too: the number 1 does not equal the text "1". */
function holds({ equals, not_equals: notEquals, in: list, not_in: excluded, matches }: Rule, actual: unknown): boolean {
  return (
    (equals === undefined || actual === equals) &&
    (notEquals === undefined || actual !== notEquals) &&
    (list === undefined || includes(list, actual)) &&
    (excluded === undefined || !includes(excluded, actual)) &&
    // Globs apply to text only.
    (matches === undefined || typeof actual !== 'string' || [matches].flat().some((glob) => matchesGlob(glob, actual)))
  );
}

function matchersOf(rule: Rule): Matcher[] {
  // A rule has been checked to have these keys and values.
  const entries = Object.entries(rule) as [keyof Rule, Scalar | readonly Scalar[]][];
  return entries.map(([matcher, values]) => ({ matcher, values: [values].flat() }));
}

function includes(list: readonly Scalar[], actual: unknown): boolean {
  return list.some((scalar) => scalar === actual);
}
