/** `larder logout`: forgets what `larder login` kept. */
import type { Command } from 'commander';
import { examples } from '../examples.ts';
import { forgetLogin, keptLoginFile } from '../kept-login.ts';
import { tell } from '../terminal.ts';

export function addLogout(program: Command): void {
  const command = program
    .command('logout')
    .description('Forget what `larder login` kept; the token itself stays valid')
    .action(logout);
  examples(command, ['larder logout']);
}

async function logout(): Promise<void> {
  tell((await forgetLogin()) ? `Forgot ${keptLoginFile()}.` : 'Nobody was logged in.');
}
