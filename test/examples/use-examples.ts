import { afterAll, beforeAll, expect } from 'vitest';
import { startExamples, type Examples } from './example-server.ts';

/** One for all tests of a file, none of whose answers may break the contract; answers a function that gives it. */
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
