/** A reader of plain files that does, for some names, what no reader should do. */
import { open } from 'node:fs/promises';
import { readFile as readText } from 'node:fs/promises';
import { mainFile, onlyFile, type Read } from '../../src/registry/ecosystem.ts';
import { read as readFile } from '../../src/ecosystems/files/read.ts';

type Deed = (path: string) => unknown;

/** By the first word of the file's name. */
const deeds: Readonly<Record<string, Deed>> = {
  spin: async (path) => {
    await open(path);
    for (;;);
  },
  // Takes exponential time.
  match: () => /^(?:a+)+$/.test(`${'a'.repeat(100)}b`),
  wait: () => new Promise(() => undefined),
  allocate: () => {
    for (const kept: object[] = []; ;) kept.push({});
  },
  buffer: () => {
    for (const kept: Buffer[] = []; ;) kept.push(Buffer.alloc(1024 * 1024, 1));
  },
  exit: () => process.exit(0),
  crash: async () => {
    setImmediate(() => {
      throw new Error('thrown where nothing catches it');
    });
    await new Promise(() => undefined);
  },
  fail: () => {
    throw Object.assign(new Error('made up'), { code: 'EIO', syscall: 'read' });
  },
};

export const read: Read = async (incoming) => {
  const file = onlyFile(incoming);
  const [deed = ''] = file.name.split('-');
  await deeds[deed]?.(file.path);
  const release = await readFile(incoming);
  if (deed === 'steal') return { ...release, files: [mainFile({ ...file, path: '/etc/passwd' })] };
  if (deed !== 'find') return release;
  // The file names bytes by their digest.
  const found = await incoming.stored(await readText(file.path, 'utf8'));
  return { ...release, metadata: { found: found === undefined ? null : await readText(found.path, 'utf8') } };
};
