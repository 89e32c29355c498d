/** Debian and Ubuntu packages, read by apt. */
import description from '../../../generated/native/debian.json' with { type: 'json' };
import type { Ecosystem } from '../../registry/ecosystem.ts';
import { aptIndex } from './index-files.ts';
import { aptLines } from './install-lines.ts';
import { operations } from './operations.ts';
import { entryRefusal } from './packages-entry.ts';
import { compareDebianVersions } from './version.ts';

export const debian: Ecosystem = {
  id: 'debian',
  // apt has read SHA-256 since long before the oldest system that is still supported.
  legacyDigests: [],
  takesAttestations: true,
  reader: new URL('inspect.ts', import.meta.url),
  compareVersions: compareDebianVersions,
  index: aptIndex,
  entryRules: { edition: 1, refusal: entryRefusal },
  native: { description, operations },
  install: aptLines,
};
