import { account } from './account.ts';
import { changes } from './changes.ts';
import { distTagOperations } from './dist-tags.ts';
import type { NpmOperations } from './npm-operations.ts';
import { packages } from './packages.ts';
import { publishing } from './publishing.ts';
import { signatures } from './signatures.ts';

export const operations: NpmOperations = {
  ...account,
  ...changes,
  ...distTagOperations,
  ...packages,
  ...publishing,
  ...signatures,
};
