/** Measures several sides in turn, each once a round and every other round backwards, so that drift hits all alike. */

/** What one round gave for one side. */
export interface Sample {
  readonly value: number;
  /** Seconds of processor time that the server took for one request; absent where the system does not tell. */
  readonly cpu?: number | undefined;
}

export type Sides<Name extends string> = Readonly<Record<Name, () => Promise<Sample>>>;

export async function inRounds<Name extends string>(
  rounds: number,
  sides: Sides<Name>,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  // The keys of an object that has just these keys.
  const names = Object.keys(sides) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) samples[name].push(await sides[name]());
  }
  return samples;
}
