/** Files of any kind, told apart by their names. */
import description from '../../../generated/native/files.json' with { type: 'json' };
import { exactKeys, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { curlLines } from './instructions.ts';
import { operations } from './operations.ts';
import { compareFileVersions } from './version.ts';

const ecosystem: Ecosystem = {
  id: 'files',
  extraDigests: [],
  attestations: 'accepted',
  reader: new URL('inspect.ts', import.meta.url),
  names: { ...exactKeys, compare: compareFileVersions },
};

export const files: EcosystemModule = {
  ecosystem,
  service: { description, operations },
  instructions: curlLines,
};
