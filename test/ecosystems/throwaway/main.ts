/**
 * A part of `npm run generate`: completes the descriptions of the throw-away ecosystems, and writes their bundles and
 * types to their folders.
 */
import { copyFile, cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { generatedFiles, throwawayFolders, widenContract } from './widened-contract.ts';

await using contract = await widenContract();
for (const { written, own } of await generatedFiles(contract)) {
  await mkdir(path.dirname(own), { recursive: true });
  await copyFile(written, own);
}
for (const name of await throwawayFolders()) {
  const native = path.join('openapi/native', name);
  await cp(path.join(contract.folder, native), path.join(import.meta.dirname, name, native), { recursive: true });
}
