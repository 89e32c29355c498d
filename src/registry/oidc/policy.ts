/** The format of an OIDC policy, which specifies the tokens that a registry accepts. */
import type { Scope } from '../../model/records.ts';
import { Failure } from '../../model/failure.ts';
import { longest, policyScopes } from '../../model/limits.ts';

/** A statement matches tokens of one issuer if all of its rules hold. */
export interface Statement {
  readonly iss: string;
  /** Granted to matching tokens. */
  readonly scopes: readonly Scope[];
  /** The rules, by the name of the claim. */
  readonly claims: ReadonlyMap<string, Rule>;
}

/** A rule holds if all of its matchers hold. */
export interface Rule {
  readonly equals?: Scalar;
  readonly not_equals?: Scalar;
  readonly in?: readonly Scalar[];
  readonly not_in?: readonly Scalar[];
  readonly matches?: string | readonly string[];
}

export type Scalar = string | number | boolean | null;

/**
 * Returns the text to store: exactly the text that was sent, or the list as JSON. Throws `invalid-policy` with the
 * position.
 */
export async function keptPolicy(sent: string | readonly unknown[]): Promise<string> {
  const isText = typeof sent === 'string';
  checkStatements(isText ? await parsed(sent) : sent);
  const text = isText ? sent : JSON.stringify(sent);
  if (text.length <= longest.oidcPolicy) return text;
  throw invalid('', `has ${text.length} characters as JSON; the maximum is ${longest.oidcPolicy}`);
}

/** Returns the statements of a stored policy. Throws `invalid-policy` if the text is not a policy. */
export async function readPolicy(text: string): Promise<readonly Statement[]> {
  const statements = checkStatements(await parsed(text));
  return statements.map(({ iss, scopes = [...defaultScopes], claims = {} }) => ({
    iss,
    scopes,
    claims: new Map(Object.entries(claims).map(([claim, rule]) => [claim, isScalar(rule) ? { equals: rule } : rule])),
  }));
}

/** The scopes of statements without `scopes`, such as those in policies that are older than scopes. */
const defaultScopes: readonly Scope[] = ['read_packages', 'write_packages'];

/** A statement in the text of a policy. */
interface WrittenStatement {
  readonly iss: string;
  readonly scopes?: readonly Scope[];
  readonly claims?: Readonly<Record<string, Scalar | Rule>>;
}

function checkStatements(statements: unknown): readonly WrittenStatement[] {
  if (!Array.isArray(statements)) throw invalid('', 'must be a list of statements');
  statements.forEach((statement, index) => checkStatement(statement, `[${index}]`));
  // The loop above has checked every statement.
  return statements as readonly WrittenStatement[];
}

/** Parses YAML, which includes JSON. Anchors, aliases and tags are rejected, because they hide what a policy means. */
async function parsed(text: string): Promise<unknown> {
  // Imported on demand: few servers parse a policy, and the import would slow down every start.
  const { isCollection, parseDocument, visit } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', merge: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw invalid('', `is not YAML: ${error.message.split('\n', 1)[0]?.replace(/:$/, '')}`);
  visit(document, {
    Alias: () => refuseForm('an alias'),
    Pair: (_, { key }) => {
      if (isCollection(key)) refuseForm('a list or a map as a key');
    },
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) refuseForm('an anchor');
      // `tag` is set only for explicit tags. Those of the core schema are rejected, too.
      if ('tag' in node && node.tag) refuseForm('a tag');
    },
  });
  return document.toJS();
}

function refuseForm(form: string): never {
  throw invalid('', `contains ${form}; only plain scalars, maps and lists are accepted`);
}

function checkStatement(statement: unknown, at: string): void {
  if (!isMap(statement)) throw invalid(at, 'must be a map with iss, scopes and claims');
  checkKeys(statement, ['iss', 'scopes', 'claims'], at);
  if (typeof statement['iss'] !== 'string' || statement['iss'] === '')
    throw invalid(`${at}.iss`, "must be the issuer's URL");
  if ('scopes' in statement) checkScopes(statement['scopes'], `${at}.scopes`);
  if ('claims' in statement) checkClaims(statement['claims'], `${at}.claims`);
}

function checkScopes(scopes: unknown, at: string): void {
  if (!Array.isArray(scopes)) throw invalid(at, 'must be a list');
  scopes.forEach((scope: unknown, index) => {
    if (policyScopes.some((known) => known === scope)) return;
    throw invalid(
      `${at}[${index}]`,
      `${shown(scope)} is not a scope that a policy can grant; use ${policyScopes.join(', ')}`,
    );
  });
}

function checkClaims(claims: unknown, at: string): void {
  if (!isMap(claims)) throw invalid(at, 'must be a map from claims to rules');
  for (const [claim, rule] of Object.entries(claims)) checkRule(rule, `${at}.${claim}`);
}

/** A rule is a scalar, which must be equal, or a map of matchers, which must all match. */
function checkRule(rule: unknown, at: string): void {
  if (isScalar(rule)) return;
  if (!isMap(rule)) throw invalid(at, 'must be a value or a map of matchers');
  checkKeys(rule, Object.keys(matchers), at);
  for (const [matcher, argument] of Object.entries(rule)) {
    const { takes, what } = matchers[matcher as keyof typeof matchers];
    if (!takes(argument)) throw invalid(`${at}.${matcher}`, `must be ${what}`);
  }
}

const isScalars = (value: unknown): boolean => Array.isArray(value) && value.every(isScalar);
const isGlobs = (value: unknown): boolean => [value].flat().every((glob) => typeof glob === 'string');

const matchers = {
  equals: { takes: isScalar, what: 'a value' },
  not_equals: { takes: isScalar, what: 'a value' },
  in: { takes: isScalars, what: 'a list of values' },
  not_in: { takes: isScalars, what: 'a list of values' },
  matches: { takes: isGlobs, what: 'a glob or a list of globs' },
} as const;

function checkKeys(map: Readonly<Record<string, unknown>>, known: readonly string[], at: string): void {
  const odd = Object.keys(map).find((key) => !known.includes(key));
  if (odd !== undefined) throw invalid(`${at}.${odd}`, `is unknown; use ${known.join(', ')}`);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Returns a short text for a message. Lists and maps are not printed, because they may be deep. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  return JSON.stringify(value) ?? 'this';
}

function invalid(at: string, reason: string): Failure {
  return new Failure('invalid-policy', `oidc_policy${at}: ${reason}.`);
}
