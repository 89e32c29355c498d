/** Project names: their syntax (PEP 508, "Names") and their equality (PEP 503). */

const NAME = /^(?:[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$/i;

export function isProjectName(name: string): boolean {
  return NAME.test(name);
}

/** Returns the normal form of a name (PEP 503, "Normalized Names"). */
export function normalizeName(name: string): string {
  return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}
