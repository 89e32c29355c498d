/** The list of all operations. It does not compile when one is missing. */
import type { operations as described, parameterDefaults } from '../../generated/api.ts';
import type { FormChecks, Operations } from '../contract/operation.ts';
import { copyPackage } from './copy-package.ts';
import { createAccessToken } from './create-access-token.ts';
import { createPackageUpload } from './create-package-upload.ts';
import { createRegistryToken } from './create-registry-token.ts';
import { createRegistry } from './create-registry.ts';
import { deleteAccessToken } from './delete-access-token.ts';
import { deletePackage } from './delete-package.ts';
import { deleteRegistryToken } from './delete-registry-token.ts';
import { deleteRegistry } from './delete-registry.ts';
import { explainOidcPolicy } from './explain-oidc-policy.ts';
import { getAccessToken } from './get-access-token.ts';
import { getDescription } from './get-description.ts';
import { getHealth } from './get-health.ts';
import { getOrganization } from './get-organization.ts';
import { getPackageFile } from './get-package-file.ts';
import { getPackage } from './get-package.ts';
import { getRateLimit } from './get-rate-limit.ts';
import { getReadiness } from './get-readiness.ts';
import { getRegistryToken } from './get-registry-token.ts';
import { getRegistry } from './get-registry.ts';
import { getRoot } from './get-root.ts';
import { getUser } from './get-user.ts';
import { listAccessTokens } from './list-access-tokens.ts';
import { listOrganizations } from './list-organizations.ts';
import { listPackageFiles } from './list-package-files.ts';
import { listPackages } from './list-packages.ts';
import { listRegistries } from './list-registries.ts';
import { listRegistryTokens } from './list-registry-tokens.ts';
import { publishPackage } from './publish-package.ts';
import { revokeAccessToken } from './revoke-access-token.ts';
import { checkUploadForm, storePackageUpload } from './store-package-upload.ts';
import type { LarderSurroundings } from '../serving/env.ts';
import { updateRegistryToken } from './update-registry-token.ts';
import { updateRegistry } from './update-registry.ts';

export const operations: Operations<described, parameterDefaults, LarderSurroundings> = {
  copyPackage,
  createAccessToken,
  createPackageUpload,
  createRegistry,
  createRegistryToken,
  deleteAccessToken,
  deletePackage,
  deleteRegistry,
  deleteRegistryToken,
  explainOidcPolicy,
  getAccessToken,
  getDescription,
  getHealth,
  getOrganization,
  getPackage,
  getPackageFile,
  getRateLimit,
  getReadiness,
  getRegistry,
  getRegistryToken,
  getRoot,
  getUser,
  listAccessTokens,
  listOrganizations,
  listPackageFiles,
  listPackages,
  listRegistries,
  listRegistryTokens,
  patchRegistry: updateRegistry,
  publishPackage,
  replaceRegistry: updateRegistry,
  revokeAccessToken,
  storePackageUpload,
  updateRegistry,
  updateRegistryToken,
};

/** Checks that some operations make before the file of a form is received. */
export const formChecks: FormChecks<described, LarderSurroundings> = { storePackageUpload: checkUploadForm };
