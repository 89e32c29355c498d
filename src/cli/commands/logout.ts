/** `larder logout`: removes the saved login. */
import type { Command } from 'commander';
import { examples } from '../examples.ts';
import { forgetLogin, keptLoginFile } from '../kept-login.ts';
import { tell } from '../terminal.ts';

export function addLogout(program: Command): void {
  const command = program
    .command('logout')
    .description('Remove the saved login; the token itself stays valid')
    .action(logout);
  examples(command, ['larder logout']);
}

async function logout(): Promise<void> {
  tell((await forgetLogin()) ? `Removed ${keptLoginFile()}.` : 'You were not logged in.');
}
