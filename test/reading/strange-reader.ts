/** A reader of plain files that does, for some names, what no reader should do. */
import { open } from 'node:fs/promises';
import type { Inspect } from '../../src/registry/ecosystem.ts';
import { inspect as inspectFile } from '../../src/ecosystems/files/inspect.ts';

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

export const inspect: Inspect = async (file) => {
  await deeds[file.name.split('-')[0] ?? '']?.(file.path);
  return await inspectFile(file);
};
