import { modules, type Modules } from '../../src/server/ecosystems.ts';

/** Those of Larder, but the reader of plain files is the one beside this file. */
export const strangeModules: Modules = {
  ...modules,
  files: {
    ...modules.files,
    ecosystem: { ...modules.files.ecosystem, reader: new URL('strange-reader.ts', import.meta.url) },
  },
};
