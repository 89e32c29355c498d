import { setTimeout as sleep } from 'node:timers/promises';
import { get } from './get.ts';
import { bearer } from './larder.ts';

/**
 * Requests the URLs in turn until a new server has loaded the validator that explains rejections. It begins five seconds
 * after its start, with steps that block it.
 */
export async function untilLoaded(urls: readonly string[], quick: boolean): Promise<void> {
  await slowestResponse(urls, sleep(quick ? 1000 : 12_000), 2);
}

/** Requests the URLs in turn until `end`. Returns the milliseconds of the slowest response. */
export async function slowestResponse(
  urls: readonly string[],
  end: Promise<unknown>,
  /** In milliseconds, between two requests. */
  pause = 0,
): Promise<number> {
  const state = { ended: false };
  const ending = end.finally(() => (state.ended = true));
  let slowest = 0;
  while (!state.ended) {
    for (const url of urls) {
      const begun = performance.now();
      await get(url, bearer);
      slowest = Math.max(slowest, performance.now() - begun);
      if (pause > 0) await sleep(pause);
    }
  }
  await ending;
  return slowest;
}
