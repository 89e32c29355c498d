/** Limits of the domain, read from the contract. */
import type { Scope } from './records.ts';
import description from '../../generated/openapi.json' with { type: 'json' };

const { schemas } = description.components;

/** In characters. */
export const longest = {
  packageName: schemas.PackageNameValue.maxLength,
  version: schemas.PackageVersion.maxLength,
  variant: schemas.PackageVariant.maxLength,
  tag: schemas.PackageTags.items.maxLength,
  fileName: schemas.PackageFile.properties.name.maxLength,
  registrySlug: schemas.RegistrySlug.maxLength,
  oidcPolicy: schemas.OidcPolicyText.maxLength,
} as const;

export const organizationSlug = new RegExp(schemas.OrganizationSlug.pattern);

export const longestOrganizationSlug = schemas.OrganizationSlug.maxLength;

/** All scopes of tokens. JSON has only strings; the type is generated from the same list. */
export const scopes = schemas.Scope.enum as readonly Scope[];

/** The scopes that an OIDC policy can grant: those for packages. */
export const policyScopes = scopes.filter((scope) => scope.endsWith('_packages'));

/** The maximum number of tags of a package, beside the default tag, which moves even to a package that has as many. */
export const mostTags = schemas.PackageTags.maxItems - 1;

/** The maximum number of signing keys of a registry. */
export const mostSigningKeys = schemas.SigningKeys.maxItems;

/**
 * The maximum number of pieces of an upload: enough for 5 GiB in pieces of 3 MiB, and few enough that a transaction that
 * removes them all takes SQLite less than 50 ms.
 */
export const mostUploadPieces = 2000;

/** The default number of items per page, from the contract. */
export const usualPageSize = description.components.parameters.PerPage.schema.default;
