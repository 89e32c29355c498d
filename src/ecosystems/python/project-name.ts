/** Names of projects: which are names (PEP 508, "Names"), and which of them are the same (PEP 503). */

const NAME = /^(?:[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$/i;

export function isProjectName(name: string): boolean {
  return NAME.test(name);
}

/** The form in which two names of one project are equal (PEP 503, "Normalized Names"). */
export function normalizeName(name: string): string {
  return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}
