/**
 * Run in a process of its own: publishes to a blob store up to a step, then exits as in a crash. Arguments: the folder,
 * and the step, 'stage', 'keep', or 'write' for half a file. Writes the location to standard output.
 */
import { writeSync } from 'node:fs';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';

const [folder = '', step = ''] = process.argv.slice(2);
const store = await openFileBlobStore({ folder });

async function* content() {
  yield Buffer.alloc(3 * 1024 * 1024, 'larder');
  if (step === 'write') process.kill(process.pid, 'SIGKILL');
}

const staged = await store.stage(content());
if (step === 'keep') await staged.keep();
writeSync(1, staged.location);
process.kill(process.pid, 'SIGKILL');
