/** `larder token list|create|revoke`. */
import type { Command } from 'commander';
import { addTokenCreate } from './create.ts';
import { addTokenList } from './list.ts';
import { addTokenRevoke } from './revoke.ts';

export function addToken(program: Command): void {
  const group = program
    .command('token')
    .description('List, create and revoke access tokens, or with --registry, the tokens of one registry');
  for (const add of [addTokenList, addTokenCreate, addTokenRevoke]) add(group);
}
