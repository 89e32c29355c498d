import { afterAll, beforeAll, expect } from 'vitest';
import { startExamples, type Examples } from './example-server.ts';

/**
 * Starts one for all tests of a file, none of whose replies may break the contract; returns a function that returns it.
 */
export function useExamples(): () => Examples {
  let examples: Examples | undefined;
  const running = (): Examples => {
    if (!examples) throw new Error('The servers run only while tests do.');
    return examples;
  };
  beforeAll(async () => {
    examples = await startExamples();
  });
  afterAll(async () => {
    expect(running().server.violations()).toBe(0);
    await running()[Symbol.asyncDispose]();
  });
  return running;
}
