import { account } from './account.ts';
import { audits } from './audits.ts';
import { changes } from './changes.ts';
import { distTagOperations } from './dist-tags.ts';
import type { NpmOperations } from './npm-operations.ts';
import { packages } from './packages.ts';
import { publishing } from './publishing.ts';
import { search } from './search.ts';
import { signatures } from './signatures.ts';
import { tokens } from './tokens.ts';

export const operations: NpmOperations = {
  ...account,
  ...audits,
  ...changes,
  ...distTagOperations,
  ...packages,
  ...publishing,
  ...search,
  ...signatures,
  ...tokens,
};
