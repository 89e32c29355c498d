import { open } from 'node:fs/promises';

/** Makes the names in a folder durable. Syncing a file makes only its bytes durable. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders, and makes names durable itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
