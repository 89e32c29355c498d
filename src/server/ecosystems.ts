/** The only list of ecosystems; the contract's enum has to say the same, or it does not compile. */
import { debian } from '../ecosystems/debian/index.ts';
import type { Ecosystem, EcosystemId } from '../registry/ecosystem.ts';
import { files } from '../ecosystems/files/index.ts';
import { python } from '../ecosystems/python/index.ts';

export const ecosystems: Readonly<Record<EcosystemId, Ecosystem>> = { debian, files, python };
