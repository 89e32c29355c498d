/** Examples in the help of a command; a test parses them all. */
import type { Command } from 'commander';

export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
}
