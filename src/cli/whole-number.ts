/** Parses the values of flags that are counts. */
import { InvalidArgumentError } from 'commander';

/** Parses a whole number, 1 or greater, for commander. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Must be a whole number, 1 or greater.');
  }
  return number;
}
