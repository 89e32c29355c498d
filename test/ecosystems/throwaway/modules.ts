/** The ecosystems of Larder, and the throw-away ones. */
import { modules as builtIn, type Modules } from '../../../src/server/ecosystems.ts';
import { overview } from './overview/index.ts';

const throwaway = { overview };

export const modules: Modules = { ...builtIn, ...throwaway };
