/** Questions to the person at the terminal. They go to standard error, so that answers stay apart. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandError } from './command-error.ts';
import { isTerminal } from './terminal.ts';

/** Asks for something that is not shown while it is typed. */
export async function askSecret(question: string): Promise<string> {
  const answer = await ask(question, 'hidden');
  process.stderr.write('\n');
  return answer;
}

/**
 * Asks before something that cannot be undone, unless `--yes` was said. Throws `CommandError` when the answer is not yes,
 * and where there is nobody to ask.
 */
export async function confirm(deed: string, { yes }: { readonly yes?: true }): Promise<void> {
  if (yes) return;
  if (!isTerminal('stdin')) {
    throw new CommandError(
      'usage',
      `${deed} cannot be undone, and there is no terminal to ask at.\nSay --yes to do it.`,
    );
  }
  const answer = await ask(`${deed}: are you sure? [y/N] `, 'shown');
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError('failed', 'Nothing was done.');
}

/** All of standard input, without the white space around it. */
export async function readStandardInput(): Promise<string> {
  return (await text(process.stdin)).trim();
}

async function ask(question: string, typed: 'shown' | 'hidden'): Promise<string> {
  const isHidden = typed === 'hidden';
  // The interface echoes what is typed to its output: where it is hidden, to nowhere.
  const output = isHidden ? nowhere() : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // Not before now: until there is an interface, the terminal itself shows what is typed.
  if (isHidden) process.stderr.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      const interrupted = (): void => reject(new CommandError('interrupted', 'Interrupted.'));
      lines.once('SIGINT', interrupted).once('close', interrupted);
      void lines.question(isHidden ? '' : question).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_piece, _encoding, done) => done() });
}
