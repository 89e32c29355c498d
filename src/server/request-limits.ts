/** The limits of requests: sizes and timeouts. */
import type { BodyLimits } from '../contract/bodies/receive-body.ts';
import type { DrainLimits } from '../contract/bodies/drain.ts';
import type { Settings } from './settings.ts';

export function requestLimits({
  maxPackageSize,
  bodyPace,
  bodyPatience,
  transferTimeout,
}: Settings): BodyLimits & { readonly drain: DrainLimits } {
  return {
    file: maxPackageSize,
    body: 1024 * 1024,
    pace: { bytesPerSecond: bodyPace, patience: bodyPatience, longest: transferTimeout },
    drain: { bytes: 64 * 1024 * 1024, time: 2000 },
  };
}
