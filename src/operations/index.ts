/** The list of all operations. It does not compile when one is missing. */
import type { operations as described, parameterDefaults } from '../../generated/api.ts';
import type { Operations } from '../contract/operation.ts';
import { copyPackage } from './copy-package.ts';
import { createRegistry } from './create-registry.ts';
import { deletePackage } from './delete-package.ts';
import { deleteRegistry } from './delete-registry.ts';
import { getAccessToken } from './get-access-token.ts';
import { getDescription } from './get-description.ts';
import { getHealth } from './get-health.ts';
import { getOrganization } from './get-organization.ts';
import { getPackageFile } from './get-package-file.ts';
import { getPackage } from './get-package.ts';
import { getReadiness } from './get-readiness.ts';
import { getRegistry } from './get-registry.ts';
import { getRoot } from './get-root.ts';
import { getUser } from './get-user.ts';
import { listOrganizations } from './list-organizations.ts';
import { listPackageFiles } from './list-package-files.ts';
import { listPackages } from './list-packages.ts';
import { listRegistries } from './list-registries.ts';
import { publishPackage } from './publish-package.ts';
import type { LarderSurroundings } from './surroundings.ts';
import { updateRegistry } from './update-registry.ts';

export const operations: Operations<described, parameterDefaults, LarderSurroundings> = {
  copyPackage,
  createRegistry,
  deletePackage,
  deleteRegistry,
  getAccessToken,
  getDescription,
  getHealth,
  getOrganization,
  getPackage,
  getPackageFile,
  getReadiness,
  getRegistry,
  getRoot,
  getUser,
  listOrganizations,
  listPackageFiles,
  listPackages,
  listRegistries,
  patchRegistry: updateRegistry,
  publishPackage,
  replaceRegistry: updateRegistry,
  updateRegistry,
};
