import { open } from 'node:fs/promises';

/** Makes the names in a folder survive a power cut: syncing a file keeps its bytes, but not yet its name. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders, and keeps names safe by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
