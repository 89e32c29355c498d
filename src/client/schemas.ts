/** The contract's schemas under short names. */
import type { components } from '../../generated/api.ts';

type Schemas = components['schemas'];

export type AccessToken = Schemas['AccessToken'];
export type AccessTokenInput = Schemas['AccessTokenInput'];
export type AccessTokenWithSecret = Schemas['AccessTokenWithSecret'];
export type Deletion = Schemas['Deletion'];
export type Digests = Schemas['Digests'];
export type Ecosystem = Schemas['Ecosystem'];
export type InvalidRequestProblem = Schemas['InvalidRequestProblem'];
export type Organization = Schemas['Organization'];
export type Package = Schemas['Package'];
export type PackageExistsProblem = Schemas['PackageExistsProblem'];
export type PackageFile = Schemas['PackageFile'];
export type PackageFileList = Schemas['PackageFileList'];
export type PackageList = Schemas['PackageList'];
export type PackageListItem = Schemas['PackageListItem'];
export type PackageStanding = Schemas['PackageStanding'];
export type PackageStandingInput = Schemas['PackageStandingInput'];
export type PackageUpload = Schemas['PackageUpload'];
export type Problem = Schemas['Problem'];
export type ProblemType = Schemas['ProblemType'];
export type RateLimits = Schemas['RateLimits'];
export type Registry = Schemas['Registry'];
export type RegistryChanges = Schemas['RegistryChanges'];
export type RegistryInput = Schemas['RegistryInput'];
export type RegistryToken = Schemas['RegistryToken'];
export type RegistryTokenChanges = Schemas['RegistryTokenChanges'];
export type RegistryTokenInput = Schemas['RegistryTokenInput'];
export type RegistryTokenWithSecret = Schemas['RegistryTokenWithSecret'];
export type Scope = Schemas['Scope'];
export type SigningKeys = Schemas['SigningKeys'];
export type User = Schemas['User'];
