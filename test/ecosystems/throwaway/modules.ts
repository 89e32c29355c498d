/** The ecosystems of Larder, and the throw-away ones. */
import { modules as builtIn, type Modules } from '../../../src/server/ecosystems.ts';
import { withSharedKeys } from '../shared-keys.ts';
import { commits } from './commits/index.ts';
import { manifests } from './manifests/index.ts';
import { overview } from './overview/index.ts';
import { sets } from './sets/index.ts';

export const modules: Modules = [...withSharedKeys(builtIn), commits, manifests, overview, sets];
