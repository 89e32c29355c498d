import { files } from '../../src/ecosystems/files/index.ts';
import { modules, type Modules } from '../../src/server/ecosystems.ts';

const reader = new URL('strange-reader.ts', import.meta.url);

/** Those of Larder, but the reader of plain files is the one beside this file. */
export const strangeModules: Modules = modules.map((module) =>
  module === files ? { ...files, ecosystems: files.ecosystems.map((one) => ({ ...one, reader })) } : module,
);
