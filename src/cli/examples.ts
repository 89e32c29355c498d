/** Examples in the help of a command. A test parses all of them. */
import type { Command } from 'commander';

export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
}
