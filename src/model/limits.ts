/** Limits of the domain, read from the contract, which is the only place that states them. */
import type { Scope } from './records.ts';
import description from '../../generated/openapi.json' with { type: 'json' };

const { schemas } = description.components;

/** In characters. */
export const longest = {
  packageName: schemas.PackageNameValue.maxLength,
  version: schemas.PackageVersion.maxLength,
  variant: schemas.PackageVariant.maxLength,
  fileName: schemas.PackageFile.properties.name.maxLength,
  registrySlug: schemas.RegistrySlug.maxLength,
  oidcPolicy: schemas.OidcPolicyText.maxLength,
} as const;

export const organizationSlug = new RegExp(schemas.OrganizationSlug.pattern);

export const longestOrganizationSlug = schemas.OrganizationSlug.maxLength;

/** Everything that a token can allow. JSON has only strings; the type is generated from this very list. */
export const scopes = schemas.Scope.enum as readonly Scope[];

/** What an OIDC policy can grant: the scopes that concern packages. */
export const policyScopes = scopes.filter((scope) => scope.endsWith('_packages'));

/** How many items a page holds when nobody says: the contract's default. */
export const usualPageSize = description.components.parameters.PerPage.schema.default;
