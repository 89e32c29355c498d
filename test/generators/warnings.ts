/** Finds the lines in the output of a generator that report a fault in the description. */
import { stripVTControlCharacters } from 'node:util';
import type { AllowedLine } from './generator.ts';

/** Words that generators use for what they cannot read, leave out or guess. */
const suspicious =
  /\b(warn|warnings?|errors?|fail|fails|failed|failures?|exceptions?|cannot|skip|skips|skipped|skipping|ignor(?:e|es|ed|ing)|omitted|missing|invalid|unsupported|not supported|unknown|unresolved|deprecated|duplicate[ds]?|conflicts?)\b|Warning\(s\)/i;

/** Returns the suspicious lines, without those that are allowed, each once. */
export function warningsIn(output: string, allowed: readonly AllowedLine[]): readonly string[] {
  const lines = stripVTControlCharacters(output)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => suspicious.test(line) && !allowed.some(({ line: pattern }) => pattern.test(line)));
  return [...new Set(lines)];
}
