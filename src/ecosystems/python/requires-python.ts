/** The field Requires-Python: a list of version specifiers (PEP 345; PEP 440, "Version specifiers"). */
import { normalForm, parseVersion, type PythonVersion } from './version.ts';

/** In characters: longer than any hand-written list. Each entry of a project's page repeats the field. */
export const LONGEST_REQUIRES_PYTHON = 500;

const SPECIFIER = /^(?<operator>~=|===|==|!=|<=|>=|<|>)\s*(?<written>[A-Za-z0-9_.*+!-]+)$/;
const ANY_SUFFIX = '.*';

/**
 * Returns the specifiers in the form that all readers accept, separated by commas without spaces; an empty string if
 * there are none. Returns undefined if the text is not a list of specifiers.
 *
 * PEP 440 allows `.*` only after `==` and `!=`. Old tools also wrote it after `<`, `<=`, `>` and `>=`, for which pip
 * 24.1 and later ignores the whole field. Such a specifier is replaced by an equivalent one without `.*`.
 */
export function normalRequiresPython(text: string): string | undefined {
  const pieces = text.split(',').map((piece) => piece.trim());
  const specifiers = pieces.filter((piece) => piece !== '').map(normalSpecifier);
  return specifiers.includes(undefined) ? undefined : specifiers.join(',');
}

function normalSpecifier(text: string): string | undefined {
  const { operator = '', written = '' } = SPECIFIER.exec(text)?.groups ?? {};
  if (operator === '===') return operator + written;
  const isPrefix = written.endsWith(ANY_SUFFIX);
  const compared = isPrefix ? written.slice(0, -ANY_SUFFIX.length) : written;
  const version = parseVersion(compared);
  if (version === undefined) return undefined;
  const isLocal = version.local.length > 0;
  const isRelease = !isLocal && (version.pre ?? version.post ?? version.dev) === undefined;
  if (isPrefix && !isRelease) return undefined;
  if (operator === '==' || operator === '!=') return operator + written;
  // "Compatible release": at least two numbers, and no prefix.
  const isUnfit = operator === '~=' && (isPrefix || version.release.length < 2);
  if (isLocal || isUnfit) return undefined;
  return isPrefix ? withoutPrefix(operator, version) : operator + compared;
}

/** `<=3.11.*` includes all of 3.11, and `>3.11.*` none of it: the limit of both is 3.12. */
function withoutPrefix(operator: string, version: PythonVersion): string {
  if (operator === '<=') return `<${normalForm(following(version))}`;
  if (operator === '>') return `>=${normalForm(following(version))}`;
  return operator + normalForm(version);
}

/** Returns `3.12` for `3.11`. PEP 440 has no limit for numbers. */
function following(version: PythonVersion): PythonVersion {
  const last = BigInt(version.release.at(-1) ?? '0');
  return { ...version, release: [...version.release.slice(0, -1), String(last + 1n)] };
}
