import { ecosystems } from '../../src/server/ecosystems.ts';

/** Those of Larder, but the reader of plain files is the one beside this file. */
export const strangeEcosystems = {
  ...ecosystems,
  files: { ...ecosystems.files, reader: new URL('strange-reader.ts', import.meta.url) },
};
