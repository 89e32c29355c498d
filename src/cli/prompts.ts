/** Prompts on the terminal. They go to standard error, so that standard output has only results. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandError } from './command-error.ts';
import { isTerminal } from './terminal.ts';

/** Prompts for a secret, which is not shown while it is typed. */
export async function askSecret(question: string): Promise<string> {
  const reply = await ask(question, 'hidden');
  process.stderr.write('\n');
  return reply;
}

/**
 * Prompts before a deletion, unless `--yes` was passed. Throws `CommandError` if the input is not "yes", and if there
 * is no terminal.
 */
export async function confirmDeletion(what: string, { yes }: { readonly yes?: true }): Promise<void> {
  if (yes) return;
  if (!isTerminal('stdin')) {
    throw new CommandError(
      'usage',
      `Deleting ${what} cannot be undone, and there is no terminal to confirm on.\nPass --yes to confirm.`,
    );
  }
  const reply = await ask(`Delete ${what}? This cannot be undone. [y/N] `, 'shown');
  if (!/^y(es)?$/i.test(reply.trim())) throw new CommandError('failed', 'Cancelled.');
}

/** Returns all of standard input, trimmed. */
export async function readStandardInput(): Promise<string> {
  return (await text(process.stdin)).trim();
}

async function ask(question: string, typed: 'shown' | 'hidden'): Promise<string> {
  const isHidden = typed === 'hidden';
  // The interface echoes typed characters to its output; a secret is echoed to nowhere.
  const output = isHidden ? nowhere() : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // After the interface was created: before that, the terminal itself echoes typed characters.
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
