/** Python's wheels and source distributions, read by pip. */
import description from '../../../generated/native/python.json' with { type: 'json' };
import type { Ecosystem } from '../../registry/ecosystem.ts';
import { pipLines } from './install-lines.ts';
import { operations } from './operations.ts';
import { normalizeName } from './project-name.ts';
import { entryRefusal } from './simple-entry.ts';
import { comparePythonVersions } from './version-order.ts';
import { parseVersion, versionKey } from './version.ts';

export const python: Ecosystem = {
  id: 'python',
  // pip has read SHA-256 since long before the oldest version that is still in use.
  legacyDigests: [],
  reader: new URL('inspect.ts', import.meta.url),
  normalize: { name: normalizeName, version: normalizeVersion },
  takesAttestations: true,
  compareVersions: comparePythonVersions,
  entryRules: { edition: 1, refusal: entryRefusal },
  native: { description, operations },
  install: pipLines,
};

/** Text that is not a version is equal to itself only. */
function normalizeVersion(text: string): string {
  const version = parseVersion(text);
  return version === undefined ? text : versionKey(version);
}
