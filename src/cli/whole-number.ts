/** Values of flags that are counts. */
import { InvalidArgumentError } from 'commander';

/** For commander: a whole number from 1 on. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  }
  return number;
}
