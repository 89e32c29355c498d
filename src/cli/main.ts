/** Runs one command and sets the exit code. */
import { CommanderError } from 'commander';
import { addCompletion } from './completion.ts';
import { exitCodeOf } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import { createProgram } from './program.ts';
import { tell } from './terminal.ts';

await run(process.argv);

async function run(parameters: readonly string[]): Promise<void> {
  const program = createProgram();
  try {
    await addCompletion(program, parameters.slice(2));
    await program.parseAsync(parameters);
  } catch (error) {
    // Commander has already printed the error or the help.
    if (error instanceof CommanderError) {
      process.exitCode = exitCodeOf(error.exitCode === 0 ? 'done' : 'usage');
      return;
    }
    const { outcome, message } = await explainFailure(error);
    if (message !== '') tell(message);
    process.exitCode = exitCodeOf(outcome);
  }
}
