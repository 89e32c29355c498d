/** The operations of the API, one file per tag of its description. It does not compile if one is missing. */
import type { operations as described } from '../../generated/api.ts';
import type { FormChecks } from '../contract/operation.ts';
import type { ApiOperations, LarderEnv } from '../serving/env.ts';
import { account } from './account.ts';
import { checkUploadForm, packages } from './packages.ts';
import { projectStatus } from './project-status.ts';
import { registries } from './registries.ts';
import { registryTokens } from './registry-tokens.ts';
import { search } from './search.ts';
import { server } from './server.ts';

export const operations: ApiOperations = {
  ...server,
  ...account,
  ...registries,
  ...registryTokens,
  ...packages,
  ...projectStatus,
  ...search,
};

/** Checks of forms before their file is received. */
export const formChecks: FormChecks<described, LarderEnv> = { storePackageUpload: checkUploadForm };
