/** All migrations, ordered by name. Released migrations never change; a new one gets the next number. */
import type { Migration } from 'kysely/migration';
import { accounts } from './0001-accounts.ts';
import { packages } from './0002-packages.ts';
import { indexes } from './0003-indexes.ts';
import { tokens } from './0004-tokens.ts';
import { uploads } from './0005-uploads.ts';
import { leftOut } from './0006-left-out.ts';
import { deletedRegistries } from './0007-deleted-registries.ts';
import { tokenParents } from './0008-token-parents.ts';
import { publishers } from './0009-publishers.ts';
import { deletedVersions } from './0010-deleted-versions.ts';
import { derivedFiles } from './0011-derived-files.ts';
import { oneLineTexts } from './0012-one-line-texts.ts';
import { oidcPublishers } from './0013-oidc-publishers.ts';
import { projects } from './0014-projects.ts';
import { uploadPieces } from './0015-upload-pieces.ts';
import { documents } from './0016-documents.ts';
import { changes } from './0017-changes.ts';
import { editions } from './0018-editions.ts';
import { withdrawnVersions } from './0019-withdrawn-versions.ts';
import { claims } from './0020-claims.ts';
import { parts } from './0021-parts.ts';
import { rejections } from './0022-rejections.ts';
import { registriesByEcosystem } from './0023-registries-by-ecosystem.ts';
import { projectSearch } from './0024-project-search.ts';
import { signingKeys } from './0025-signing-keys.ts';
import { projectStatus } from './0026-project-status.ts';
import { statedMainFiles } from './0027-stated-main-files.ts';
import { sessions } from './0028-sessions.ts';
import { names } from './0029-names.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': accounts,
  '0002-packages': packages,
  '0003-indexes': indexes,
  '0004-tokens': tokens,
  '0005-uploads': uploads,
  '0006-left-out': leftOut,
  '0007-deleted-registries': deletedRegistries,
  '0008-token-parents': tokenParents,
  '0009-publishers': publishers,
  '0010-deleted-versions': deletedVersions,
  '0011-derived-files': derivedFiles,
  '0012-one-line-texts': oneLineTexts,
  '0013-oidc-publishers': oidcPublishers,
  '0014-projects': projects,
  '0015-upload-pieces': uploadPieces,
  '0016-documents': documents,
  '0017-changes': changes,
  '0018-editions': editions,
  '0019-withdrawn-versions': withdrawnVersions,
  '0020-claims': claims,
  '0021-parts': parts,
  '0022-rejections': rejections,
  '0023-registries-by-ecosystem': registriesByEcosystem,
  '0024-project-search': projectSearch,
  '0025-signing-keys': signingKeys,
  '0026-project-status': projectStatus,
  '0027-stated-main-files': statedMainFiles,
  '0028-sessions': sessions,
  '0029-names': names,
};
