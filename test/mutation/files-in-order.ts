/** A sequencer for vitest: test files in the order of the parts of their paths, so that those which tell most come first. */
import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node';

/** Vitest wants a class. What is in none of the parts comes last. */
export function filesInOrder(parts: readonly string[]): TestSequencerConstructor {
  return class extends BaseSequencer {
    override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return Promise.resolve(files.toSorted((one, other) => rankOf(one) - rankOf(other)));
    }
  };

  function rankOf({ moduleId }: TestSpecification): number {
    const rank = parts.findIndex((part) => moduleId.includes(`/test/${part}`));
    return rank === -1 ? parts.length : rank;
  }
}
