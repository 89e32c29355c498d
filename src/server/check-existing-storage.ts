/** Checks the storage that the environment names. Servers may run meanwhile. */
import { checkStorage, type CheckCounts, type CheckOptions } from '../registry/check-storage.ts';
import { openExistingStorage } from './open-existing-storage.ts';
import { readSettings } from './settings.ts';

export type { CheckCounts, Finding } from '../registry/check-storage.ts';
export { UnusableSettings } from './settings.ts';

/** Throws `UnusableSettings` if the storage does not exist or does not respond. */
export async function checkExistingStorage(
  environment: Readonly<Record<string, string | undefined>>,
  options: CheckOptions,
): Promise<CheckCounts> {
  const { close, ...storage } = await openExistingStorage(readSettings(environment));
  try {
    return await checkStorage(storage, options);
  } finally {
    await close();
  }
}
