/** Files of any kind, told apart by their names. */
import description from '../../../generated/native/files.json' with { type: 'json' };
import type { Ecosystem } from '../../registry/ecosystem.ts';
import { curlLines } from './install-lines.ts';
import { operations } from './operations.ts';
import { compareFileVersions } from './version.ts';

export const files: Ecosystem = {
  id: 'files',
  legacyDigests: [],
  takesAttestations: true,
  reader: new URL('inspect.ts', import.meta.url),
  compareVersions: compareFileVersions,
  native: { description, operations },
  install: curlLines,
};
