/** The only list of ecosystems; the contract's enum has to say the same, or it does not compile. */
import { debian } from './debian/index.ts';
import type { Ecosystem, EcosystemId } from './ecosystem.ts';
import { files } from './files/index.ts';
import { python } from './python/index.ts';

export const ecosystems: Readonly<Record<EcosystemId, Ecosystem>> = { debian, files, python };
