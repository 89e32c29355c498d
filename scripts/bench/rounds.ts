/**
 * Measures several sides in turn, once in each round, and in reverse order in every other round, so that drift affects
 * all sides equally.
 */

export interface Sample {
  readonly value: number;
  /** Seconds of processor time that the server used for each request; undefined if the system does not report it. */
  readonly cpu?: number | undefined;
}

/** Returns the samples of each side, in the order of the sides. */
export async function inRounds(
  rounds: number,
  sides: readonly (() => Promise<Sample>)[],
): Promise<readonly (readonly Sample[])[]> {
  const measured = sides.map((measure) => ({ measure, samples: new Array<Sample>() }));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? measured : measured.toReversed();
    for (const { measure, samples } of order) samples.push(await measure());
  }
  return measured.map(({ samples }) => samples);
}
