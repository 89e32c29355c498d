/** `larder oidc explain`. */
import type { Command } from 'commander';
import { addOidcExplain } from './explain.ts';

export function addOidc(program: Command): void {
  addOidcExplain(program.command('oidc').description('Explain OIDC policies'));
}
