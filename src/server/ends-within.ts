/** Waits for `work`, but at most `timeout` milliseconds. Returns whether it ended. Rejects if it failed in time. */
export async function endsWithin(timeout: number, work: () => Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), timeout);
  try {
    return await Promise.race([work().then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
