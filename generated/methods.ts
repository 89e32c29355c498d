// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { AccessToken, AccessTokenInput, AccessTokenWithSecret, Deletion, Description, Greeting, Health, KeyRotation, OidcExplanation, OidcExplanationInput, Organization, Package, PackageFileList, PackageInput, PackageList, PackageNoticeInput, PackageSearch, PackageStandingInput, PackageUpload, ProjectStatus, ProjectStatusInput, RateLimits, Readiness, Registry, RegistryChanges, RegistryClients, RegistryInput, RegistryToken, RegistryTokenChanges, RegistryTokenInput, RegistryTokenWithSecret, SigningKeys, UploadedForm, User, operations } from './api.ts';

/** The methods of the client, by the ids of the operations. `Options` are the options of a call. */
export interface OperationMethods<Options> {
    /**
     * Copy a package
     *
     * Copies a package to another registry of the same organization and ecosystem. The copy has its own id and shares
     * the bytes. The operation needs no body, and does not read one.
     *
     * Needs the scopes `read_packages` and `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `ProjectClosedError` (403), `NotFoundError` (404), `PackageExistsError` (409), `VersionDeletedError` (409), `VersionWithdrawnError` (409), `EcosystemMismatchError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy`
     */
    copyPackage(parameters: CopyPackageParameters, options?: Options): Promise<Package>;
    /**
     * Create an access token
     *
     * Makes an access token for the same organization and user. It can have no scope that the token in use lacks, and
     * works no longer than that one: it expires with it at the latest, and ends when it is deleted or revoked. (Not so the
     * tokens that the token of the server's settings makes: its secret may be changed there without harm to them.) The
     * response shows the new secret, this once. An extension of Larder.
     *
     * Needs the scope `write_access_tokens`. Some requests need more scopes.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `UnusableExpiryError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/access-tokens`
     */
    createAccessToken(parameters: CreateAccessTokenParameters, options?: Options): Promise<AccessTokenWithSecret>;
    /**
     * Request a presigned upload
     *
     * Returns a form to upload a file without other credentials: send all of `form.data`, then the file as the last part,
     * to `form.url`. Then publish the file by its URL, which is `form.url` and the filled-in `key`, joined by a slash. The
     * operation needs no body, and does not read one.
     *
     * Needs the scope `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/packages/upload`
     */
    createPackageUpload(parameters: CreatePackageUploadParameters, options?: Options): Promise<PackageUpload>;
    /**
     * Create a registry
     *
     * Creates an empty registry of one ecosystem. Its slug, which is part of all URLs, is the kebab-case form of its name.
     * Unknown properties are ignored.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `SlugTakenError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InvalidPolicyError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries`
     */
    createRegistry(parameters: CreateRegistryParameters, options?: Options): Promise<Registry>;
    /**
     * Create a registry token
     *
     * Creates a token that can read this registry only. It expires with the token in use, and is deleted together with it,
     * unless that is the token of the server's settings. The secret is only in this response.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/tokens`
     */
    createRegistryToken(parameters: CreateRegistryTokenParameters, options?: Options): Promise<RegistryTokenWithSecret>;
    /**
     * Create a signing key
     *
     * Replaces the signing key of the registry by a new one. The old ones sign together with it until they expire, so that clients have time to get the new one
     * from the same URL. With 0 days, clients that have an old key reject the registry immediately. An extension of Larder.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `NoSigningKeyError` (422), `TooManyKeysError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/signing-keys`
     */
    createSigningKey(parameters: CreateSigningKeyParameters, options?: Options): Promise<SigningKeys>;
    /**
     * Delete an access token
     *
     * The token stops working immediately, on every server, and so do all tokens that it made. The token in use must have
     * all scopes of the one that it deletes. The token of the server's settings cannot be deleted. An extension of Larder.
     *
     * Needs the scope `write_access_tokens`. Some requests need more scopes.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `TokenInSettingsError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/access-tokens/{access_token}`
     */
    deleteAccessToken(parameters: DeleteAccessTokenParameters, options?: Options): Promise<Deletion>;
    /**
     * Delete a package
     *
     * Deletes the package and its files. Copies in other registries are kept. A package that other packages of the registry need cannot be deleted.
     *
     * Needs the scope `delete_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `PackageNeededError` (409), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}`
     */
    deletePackage(parameters: DeletePackageParameters, options?: Options): Promise<Deletion>;
    /**
     * Delete a tag
     *
     * Deletes a tag that points to the package. Has no effect if it does not exist or points to another package. An
     * extension of Larder.
     *
     * Needs the scope `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}`
     */
    deletePackageTag(parameters: DeletePackageTagParameters, options?: Options): Promise<Package>;
    /**
     * Delete a registry
     *
     * Permanently deletes the registry with all its packages and tokens, which can no longer be read or used after the
     * response. The records of a large registry are removed in the background. Until that is complete, a new registry with
     * the same slug is rejected with 409.
     *
     * Needs the scope `delete_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/packages/organizations/{organization}/registries/{registry}`
     */
    deleteRegistry(parameters: DeleteRegistryParameters, options?: Options): Promise<Deletion>;
    /**
     * Delete a registry token
     *
     * The token stops working immediately.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}`
     */
    deleteRegistryToken(parameters: DeleteRegistryTokenParameters, options?: Options): Promise<Deletion>;
    /**
     * Explain an OIDC policy
     *
     * Returns which statement of the registry's policy matches a token or claims, and why the others do not. Grants no
     * access. An extension of Larder.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InternalError` (500), `UnavailableError` (503).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain`
     */
    explainOidcPolicy(parameters: ExplainOidcPolicyParameters, options?: Options): Promise<OidcExplanation>;
    /**
     * Get the access token in use
     *
     * The token of the request, without its secret. `organization` is an extension of Larder: with it, a client with any
     * token can find its organization.
     *
     * Any valid token is enough.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/access-token`
     */
    getAccessToken(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<AccessToken>;
    /**
     * Get this description
     *
     * The OpenAPI description that this server enforces, as one file without external references.
     *
     * No token is needed.
     *
     * Throws `InvalidRequestError` (400), `InternalError` (500).
     *
     * `GET /openapi.json`
     */
    getDescription(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<Description>;
    /**
     * Get the health
     *
     * Responds as long as the process runs. If it does not, restart the process.
     *
     * No token is needed.
     *
     * Throws `InvalidRequestError` (400), `InternalError` (500).
     *
     * `GET /healthz`
     */
    getHealth(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<Health>;
    /**
     * Get an organization
     *
     * The details of one organization.
     *
     * Needs the scope `read_organizations`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/organizations/{organization}`
     */
    getOrganization(parameters?: GetOrganizationParameters, options?: Options): Promise<Organization>;
    /**
     * Get a package
     *
     * The details of one package.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}`
     */
    getPackage(parameters: GetPackageParameters, options?: Options): Promise<Package>;
    /**
     * Download a file of a package
     *
     * The bytes of one file, or a range of them (`Range`), or 304 if the caller's copy is current. An extension of Larder.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `LarderError` (304), `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `PreconditionFailedError` (412), `RangeNotSatisfiableError` (416), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}`
     */
    getPackageFile(parameters: GetPackageFileParameters, options?: Options): Promise<ReadableStream<Uint8Array>>;
    /**
     * Get the status of a project
     *
     * The status of all packages of one name. It is `active` until it is set. An extension of Larder.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status`
     */
    getProjectStatus(parameters: GetProjectStatusParameters, options?: Options): Promise<ProjectStatus>;
    /**
     * Get the rate limits
     *
     * The number of requests that the organization may send per minute and has sent. Larder does not enforce limits yet.
     *
     * Needs the scope `read_organizations`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/organizations/{organization}/rate_limit`
     */
    getRateLimit(parameters?: GetRateLimitParameters, options?: Options): Promise<RateLimits>;
    /**
     * Get the readiness
     *
     * Checks the database and the blob store. Send traffic to this server only while the response is 200.
     *
     * No token is needed.
     *
     * Throws `InvalidRequestError` (400), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /readyz`
     */
    getReadiness(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<Readiness>;
    /**
     * Get a registry
     *
     * The details of one registry.
     *
     * Needs the scope `read_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}`
     */
    getRegistry(parameters: GetRegistryParameters, options?: Options): Promise<Registry>;
    /**
     * Get a registry token
     *
     * The details of one token, without its secret.
     *
     * Needs the scope `read_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}`
     */
    getRegistryToken(parameters: GetRegistryTokenParameters, options?: Options): Promise<RegistryToken>;
    /**
     * Get a greeting
     *
     * Returns a greeting and the server's time. For simple reachability checks. Clients whose `Accept` prefers `text/html`
     * get the front page instead.
     *
     * No token is needed.
     *
     * Throws `InvalidRequestError` (400), `InternalError` (500).
     *
     * `GET /`
     */
    getRoot(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<Greeting>;
    /**
     * Get the current user
     *
     * The owner of the token.
     *
     * Needs the scope `read_user`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/user`
     */
    getUser(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<User>;
    /**
     * List access tokens
     *
     * All access tokens of the organization, oldest first, without their secrets, or one page with `page` or `per_page`.
     * An extension of Larder.
     *
     * Needs the scope `read_access_tokens`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/access-tokens`
     */
    listAccessTokens(parameters?: ListAccessTokensParameters, options?: Options): Promise<readonly AccessToken[]>;
    /**
     * List the clients
     *
     * The clients that install from the registry or publish to it, the most usual one first, with the commands that configure
     * them. `$TOKEN` in a command stands for a token, which is never part of the response. An extension of Larder.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/clients`
     */
    listClients(parameters: ListClientsParameters, options?: Options): Promise<RegistryClients>;
    /**
     * List organizations
     *
     * The organizations that the token can see. A token belongs to one organization, so there is one.
     *
     * Needs the scope `read_organizations`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/organizations`
     */
    listOrganizations(parameters?: ListOrganizationsParameters, options?: Options): Promise<readonly Organization[]>;
    /**
     * List the files of a package
     *
     * The files of a package, with sizes, digests and download URLs. The images of an index and the referrers of an image,
     * such as signatures, are files with a package of their own. An extension of Larder.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files`
     */
    listPackageFiles(parameters: ListPackageFilesParameters, options?: Options): Promise<PackageFileList>;
    /**
     * List packages
     *
     * One page of the registry's packages, newest first. To read all of them, follow `links.next` until it is absent;
     * packages may be deleted meanwhile. `page` counts from the newest package, so pages shift if packages are published
     * or deleted meanwhile. It cannot be combined with `after` and `before`.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `UnusableCursorError` (422), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/packages`
     */
    listPackages(parameters: ListPackagesParameters, options?: Options): Promise<PackageList>;
    /**
     * List registries
     *
     * All registries of the organization, oldest first, or one page with `page` or `per_page`.
     *
     * Needs the scope `read_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries`
     */
    listRegistries(parameters?: ListRegistriesParameters, options?: Options): Promise<readonly Registry[]>;
    /**
     * List registry tokens
     *
     * All tokens of the registry, oldest first, without their secrets, or one page with `page` or `per_page`.
     *
     * Needs the scope `read_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/tokens`
     */
    listRegistryTokens(parameters: ListRegistryTokensParameters, options?: Options): Promise<readonly RegistryToken[]>;
    /**
     * List the signing keys
     *
     * The public keys that sign what clients fetch from the registry, newest first; none if its ecosystem signs nothing. An
     * extension of Larder.
     *
     * Needs the scope `read_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/registries/{registry}/signing-keys`
     */
    listSigningKeys(parameters: ListSigningKeysParameters, options?: Options): Promise<SigningKeys>;
    /**
     * Patch a registry
     *
     * The same as the update with `POST`. The Go client sends this method.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `SlugTakenError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InvalidPolicyError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `PATCH /v2/packages/organizations/{organization}/registries/{registry}`
     */
    patchRegistry(parameters: PatchRegistryParameters, options?: Options): Promise<Registry>;
    /**
     * Publish a package
     *
     * Reads the package and its version from the file, and stores it. The same name, version and variant cannot be
     * published twice. Unknown parts of the form are ignored.
     *
     * Needs the scope `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `ProjectClosedError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PackageExistsError` (409), `VersionDeletedError` (409), `VersionWithdrawnError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `UnacceptableFileError` (422), `UnusableUploadError` (422), `UnusableAttestationError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/packages`
     */
    publishPackage(parameters: PublishPackageParameters, options?: Options): Promise<Package>;
    /**
     * Replace a registry
     *
     * The same as the update with `POST`. Absent properties are unchanged. Terraform sends this method.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `SlugTakenError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InvalidPolicyError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `PUT /v2/packages/organizations/{organization}/registries/{registry}`
     */
    replaceRegistry(parameters: ReplaceRegistryParameters, options?: Options): Promise<Registry>;
    /**
     * Restore a withdrawn package
     *
     * Offers a withdrawn package again and removes its notice. Has no effect on other packages. A package that needs
     * withdrawn ones is restored after them. The operation needs no body, and does not read one. An extension of Larder.
     *
     * Needs the scope `delete_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `NeedsWithdrawnError` (409), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/restore`
     */
    restorePackage(parameters: RestorePackageParameters, options?: Options): Promise<Package>;
    /**
     * Revoke the access token in use
     *
     * The token of the request stops working immediately, on every server, and so do all tokens that it created. The token
     * of the server's settings cannot be revoked.
     *
     * Any valid token is enough.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `TokenInSettingsError` (403), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `DELETE /v2/access-token`
     */
    revokeAccessToken(parameters?: Readonly<Record<string, never>>, options?: Options): Promise<void>;
    /**
     * Search packages
     *
     * Finds names in all registries that the token can read: first the names that are equal to `q`, then those that begin
     * with it, by name, then those that have it elsewhere, the last added first. A name has one item in each registry. Names
     * without offered versions and names in quarantine are not found. An extension of Larder.
     *
     * Needs the scope `read_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `UnusableCursorError` (422), `InternalError` (500), `UnavailableError` (503).
     *
     * `GET /v2/packages/organizations/{organization}/search`
     */
    searchPackages(parameters: SearchPackagesParameters, options?: Options): Promise<PackageSearch>;
    /**
     * Offer or unlist a package
     *
     * Sets whether clients are offered the package, and its notice. Clients still install an unlisted package if they
     * request exactly its version. An extension of Larder.
     *
     * Needs the scope `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `VersionWithdrawnError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `PUT /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/standing`
     */
    setPackageStanding(parameters: SetPackageStandingParameters, options?: Options): Promise<Package>;
    /**
     * Tag a package
     *
     * Points a tag to the package. If it points to another package of the same name, it is moved. The operation needs no
     * body, and does not read one. An extension of Larder.
     *
     * Needs the scope `write_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `VersionWithdrawnError` (409), `UnacceptableTagError` (422), `TooManyTagsError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `PUT /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}`
     */
    setPackageTag(parameters: SetPackageTagParameters, options?: Options): Promise<Package>;
    /**
     * Set the status of a project
     *
     * Sets the status of all packages of one name, of ecosystems whose clients have one: Python (PEP 792). Pages for clients
     * have the status and its reason. The status ends with the last package of the project. An extension of Larder.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `EcosystemMismatchError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `PUT /v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status`
     */
    setProjectStatus(parameters: SetProjectStatusParameters, options?: Options): Promise<ProjectStatus>;
    /**
     * Upload a file with a presigned form
     *
     * Stores the file of a form of `createPackageUpload`. The form is authorized by its signed policy; an `Authorization`
     * header is ignored. The file must be the last part, and the other parts may be in any order: the form is checked
     * before the file is read, and a rejected form stores nothing. Unknown parts, and text parts after the file, are
     * ignored.
     *
     * No token is needed.
     *
     * Throws `InvalidRequestError` (400), `UploadRefusedError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `UploadUsedError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `UnacceptableFileError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /uploads/{upload}`
     */
    storePackageUpload(parameters: StorePackageUploadParameters, options?: Options): Promise<void>;
    /**
     * Update a registry
     *
     * Changes the properties in the body: absent properties are unchanged, `null` clears, a value sets. A new name changes
     * the slug, and so the URLs, unless its kebab-case form is the same.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `SlugTakenError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InvalidPolicyError` (422), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}`
     */
    updateRegistry(parameters: UpdateRegistryParameters, options?: Options): Promise<Registry>;
    /**
     * Update a registry token
     *
     * Changes the description of the token. An absent description is unchanged, and so is the secret.
     *
     * Needs the scope `write_registries`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}`
     */
    updateRegistryToken(parameters: UpdateRegistryTokenParameters, options?: Options): Promise<RegistryToken>;
    /**
     * Withdraw a package
     *
     * Makes a package unavailable: it is not listed for clients, its files are not found, and it cannot be copied. Its
     * version cannot be published again, unless the package is restored. Tags that point to it remain, except for a default
     * tag. This API still shows the package. Withdrawing it again only replaces its notice. A package that others need
     * is withdrawn after those. The body is optional. An
     * extension of Larder.
     *
     * Needs the scope `delete_packages`.
     *
     * Throws `InvalidRequestError` (400), `UnauthenticatedError` (401), `MissingScopeError` (403), `NotFoundError` (404), `RequestTimeoutError` (408), `PackageNeededError` (409), `PayloadTooLargeError` (413), `UnsupportedMediaTypeError` (415), `InternalError` (500), `UnavailableError` (503), `InsufficientStorageError` (507).
     *
     * `POST /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/withdraw`
     */
    withdrawPackage(parameters: WithdrawPackageParameters, options?: Options): Promise<Package>;
}

/** The parameters of `copyPackage`. */
export interface CopyPackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["copyPackage"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["copyPackage"]["parameters"]["path"]>["package"];
    /** The slug of the destination registry. */
    readonly to: NonNullable<operations["copyPackage"]["parameters"]["query"]>["to"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["copyPackage"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `createAccessToken`. */
export interface CreateAccessTokenParameters {
    /** The purpose of the token, in one line. */
    readonly description: AccessTokenInput["description"];
    /** What the token allows. */
    readonly scopes: AccessTokenInput["scopes"];
    /** When the token expires, not later than the token in use. If null or absent, it expires with the token in use. */
    readonly expires_at?: AccessTokenInput["expires_at"] | undefined;
}

/** The parameters of `createPackageUpload`. */
export interface CreatePackageUploadParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["createPackageUpload"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["createPackageUpload"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `createRegistry`. */
export interface CreateRegistryParameters {
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name: RegistryInput["name"];
    /** The type of the packages in a registry. Cannot be changed later. */
    readonly ecosystem: RegistryInput["ecosystem"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["createRegistry"]["parameters"]["path"]>["organization"] | undefined;
    /** The purpose of the registry, in one line. */
    readonly description?: RegistryInput["description"] | undefined;
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: RegistryInput["emoji"] | undefined;
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: RegistryInput["color"] | undefined;
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: RegistryInput["public"] | undefined;
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: RegistryInput["oidc_policy"] | undefined;
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: RegistryInput["team_ids"] | undefined;
}

/** The parameters of `createRegistryToken`. */
export interface CreateRegistryTokenParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["createRegistryToken"]["parameters"]["path"]>["registry"];
    /** The purpose of the token, in one line. */
    readonly description: RegistryTokenInput["description"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["createRegistryToken"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `createSigningKey`. */
export interface CreateSigningKeyParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["createSigningKey"]["parameters"]["path"]>["registry"];
    /** The days after which the old keys expire. A key that expires earlier still does. */
    readonly old_keys_expire_in_days: KeyRotation["old_keys_expire_in_days"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["createSigningKey"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `deleteAccessToken`. */
export interface DeleteAccessTokenParameters {
    /** The access token's id. Case-insensitive (RFC 9562, section 4). */
    readonly access_token: NonNullable<operations["deleteAccessToken"]["parameters"]["path"]>["access_token"];
}

/** The parameters of `deletePackage`. */
export interface DeletePackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["deletePackage"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["deletePackage"]["parameters"]["path"]>["package"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["deletePackage"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `deletePackageTag`. */
export interface DeletePackageTagParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["deletePackageTag"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["deletePackageTag"]["parameters"]["path"]>["package"];
    /**
     * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
     * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
     */
    readonly tag: NonNullable<operations["deletePackageTag"]["parameters"]["path"]>["tag"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["deletePackageTag"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `deleteRegistry`. */
export interface DeleteRegistryParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["deleteRegistry"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["deleteRegistry"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `deleteRegistryToken`. */
export interface DeleteRegistryTokenParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["deleteRegistryToken"]["parameters"]["path"]>["registry"];
    /** The registry token's id. Case-insensitive (RFC 9562, section 4). */
    readonly registry_token: NonNullable<operations["deleteRegistryToken"]["parameters"]["path"]>["registry_token"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["deleteRegistryToken"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `explainOidcPolicy`. */
export interface ExplainOidcPolicyParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["explainOidcPolicy"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["explainOidcPolicy"]["parameters"]["path"]>["organization"] | undefined;
    /** An OIDC token of an issuer. It may be expired. */
    readonly token?: OidcExplanationInput["token"] | undefined;
    /** The claims of a token. */
    readonly claims?: OidcExplanationInput["claims"] | undefined;
}

/** The parameters of `getOrganization`. */
export interface GetOrganizationParameters {
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getOrganization"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `getPackage`. */
export interface GetPackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["getPackage"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["getPackage"]["parameters"]["path"]>["package"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getPackage"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `getPackageFile`. */
export interface GetPackageFileParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["getPackageFile"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["getPackageFile"]["parameters"]["path"]>["package"];
    /** The file's name, percent-encoded, including its slashes. */
    readonly file: NonNullable<operations["getPackageFile"]["parameters"]["path"]>["file"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getPackageFile"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
     * is the whole file.
     */
    readonly Range?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["Range"] | undefined;
    /**
     * The ETag or date of the caller's copy. If the file has changed since, the response is the whole file instead of the
     * range.
     */
    readonly "If-Range"?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["If-Range"] | undefined;
    /** The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412. */
    readonly "If-Match"?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["If-Match"] | undefined;
    /** The ETags of the caller's copies. */
    readonly "If-None-Match"?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["If-None-Match"] | undefined;
    /**
     * The file must not have changed after this date (RFC 9110, section 13.1.4); otherwise, the response is 412. Ignored
     * together with `If-Match`, and if it is not a date.
     */
    readonly "If-Unmodified-Since"?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["If-Unmodified-Since"] | undefined;
    /** The `Last-Modified` of the caller's copy. */
    readonly "If-Modified-Since"?: NonNullable<operations["getPackageFile"]["parameters"]["header"]>["If-Modified-Since"] | undefined;
}

/** The parameters of `getProjectStatus`. */
export interface GetProjectStatusParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["getProjectStatus"]["parameters"]["path"]>["registry"];
    /** The project's name, in any spelling that its ecosystem treats as equal. */
    readonly project: NonNullable<operations["getProjectStatus"]["parameters"]["path"]>["project"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getProjectStatus"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `getRateLimit`. */
export interface GetRateLimitParameters {
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getRateLimit"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `getRegistry`. */
export interface GetRegistryParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["getRegistry"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getRegistry"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `getRegistryToken`. */
export interface GetRegistryTokenParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["getRegistryToken"]["parameters"]["path"]>["registry"];
    /** The registry token's id. Case-insensitive (RFC 9562, section 4). */
    readonly registry_token: NonNullable<operations["getRegistryToken"]["parameters"]["path"]>["registry_token"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["getRegistryToken"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `listAccessTokens`. */
export interface ListAccessTokensParameters {
    /**
     * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
     * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
     */
    readonly page?: NonNullable<operations["listAccessTokens"]["parameters"]["query"]>["page"] | undefined;
    /**
     * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
     * numbers above 100 as 100.
     */
    readonly per_page?: NonNullable<operations["listAccessTokens"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `listClients`. */
export interface ListClientsParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["listClients"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listClients"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `listOrganizations`. */
export interface ListOrganizationsParameters {
    /** The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000. */
    readonly page?: NonNullable<operations["listOrganizations"]["parameters"]["query"]>["page"] | undefined;
    /** The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100. */
    readonly per_page?: NonNullable<operations["listOrganizations"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `listPackageFiles`. */
export interface ListPackageFilesParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["listPackageFiles"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["listPackageFiles"]["parameters"]["path"]>["package"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listPackageFiles"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `listPackages`. */
export interface ListPackagesParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["listPackages"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listPackages"]["parameters"]["path"]>["organization"] | undefined;
    /** Returns only packages with exactly this name. */
    readonly name?: NonNullable<operations["listPackages"]["parameters"]["query"]>["name"] | undefined;
    /** Returns the page after this cursor, with older packages. Cursors come from the links of other pages. */
    readonly after?: NonNullable<operations["listPackages"]["parameters"]["query"]>["after"] | undefined;
    /** Returns the page before this cursor, with newer packages. Cursors come from the links of other pages. */
    readonly before?: NonNullable<operations["listPackages"]["parameters"]["query"]>["before"] | undefined;
    /** The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000. */
    readonly page?: NonNullable<operations["listPackages"]["parameters"]["query"]>["page"] | undefined;
    /** The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100. */
    readonly per_page?: NonNullable<operations["listPackages"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `listRegistries`. */
export interface ListRegistriesParameters {
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listRegistries"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
     * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
     */
    readonly page?: NonNullable<operations["listRegistries"]["parameters"]["query"]>["page"] | undefined;
    /**
     * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
     * numbers above 100 as 100.
     */
    readonly per_page?: NonNullable<operations["listRegistries"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `listRegistryTokens`. */
export interface ListRegistryTokensParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["listRegistryTokens"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listRegistryTokens"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
     * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
     */
    readonly page?: NonNullable<operations["listRegistryTokens"]["parameters"]["query"]>["page"] | undefined;
    /**
     * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
     * numbers above 100 as 100.
     */
    readonly per_page?: NonNullable<operations["listRegistryTokens"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `listSigningKeys`. */
export interface ListSigningKeysParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["listSigningKeys"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["listSigningKeys"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `patchRegistry`. */
export interface PatchRegistryParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["patchRegistry"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["patchRegistry"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name?: RegistryChanges["name"] | undefined;
    /** Accepted only if unchanged. */
    readonly ecosystem?: RegistryChanges["ecosystem"] | undefined;
    /** The purpose of the registry, in one line. */
    readonly description?: RegistryChanges["description"] | undefined;
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: RegistryChanges["emoji"] | undefined;
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: RegistryChanges["color"] | undefined;
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: RegistryChanges["public"] | undefined;
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: RegistryChanges["oidc_policy"] | undefined;
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: RegistryChanges["team_ids"] | undefined;
}

/** The parameters of `publishPackage`. */
export interface PublishPackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["publishPackage"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["publishPackage"]["parameters"]["path"]>["organization"] | undefined;
    /** The package. Its file name, at most 255 bytes, is stored; in the `files` ecosystem it contains name and version. */
    readonly file?: PackageInput["file"] | undefined;
    /**
     * The URL of a file that was uploaded with a form of `createPackageUpload`. It can be published once. The name at
     * its end may be percent-encoded or not.
     */
    readonly package_url?: PackageInput["package_url"] | undefined;
    /** Another name for `file`, which older scripts send. */
    readonly "package[package_file]"?: PackageInput["package[package_file]"] | undefined;
    /**
     * Attestations of how the package was built: DSSE envelopes, one line of JSON each, at most 1 MiB. Statements with
     * the SHA-256 of the package's file among their subjects are stored as a file of the package; others are dropped.
     */
    readonly attestation_bundle?: PackageInput["attestation_bundle"] | undefined;
}

/** The parameters of `replaceRegistry`. */
export interface ReplaceRegistryParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["replaceRegistry"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["replaceRegistry"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name?: RegistryChanges["name"] | undefined;
    /** Accepted only if unchanged. */
    readonly ecosystem?: RegistryChanges["ecosystem"] | undefined;
    /** The purpose of the registry, in one line. */
    readonly description?: RegistryChanges["description"] | undefined;
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: RegistryChanges["emoji"] | undefined;
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: RegistryChanges["color"] | undefined;
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: RegistryChanges["public"] | undefined;
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: RegistryChanges["oidc_policy"] | undefined;
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: RegistryChanges["team_ids"] | undefined;
}

/** The parameters of `restorePackage`. */
export interface RestorePackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["restorePackage"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["restorePackage"]["parameters"]["path"]>["package"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["restorePackage"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `searchPackages`. */
export interface SearchPackagesParameters {
    /**
     * A part of the name, of at least three characters; a shorter text is the beginning of the name. Upper and lower case are
     * equal, and so are `-`, `_` and `.` between words. No character has a special meaning.
     */
    readonly q: NonNullable<operations["searchPackages"]["parameters"]["query"]>["q"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["searchPackages"]["parameters"]["path"]>["organization"] | undefined;
    /** Returns only names in registries of this ecosystem. */
    readonly ecosystem?: NonNullable<operations["searchPackages"]["parameters"]["query"]>["ecosystem"] | undefined;
    /** Returns only names in the registry with this slug. */
    readonly registry?: NonNullable<operations["searchPackages"]["parameters"]["query"]>["registry"] | undefined;
    /** Returns the page after this cursor. Cursors come from the links of other pages. */
    readonly after?: NonNullable<operations["searchPackages"]["parameters"]["query"]>["after"] | undefined;
    /** The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100. */
    readonly per_page?: NonNullable<operations["searchPackages"]["parameters"]["query"]>["per_page"] | undefined;
}

/** The parameters of `setPackageStanding`. */
export interface SetPackageStandingParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["setPackageStanding"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["setPackageStanding"]["parameters"]["path"]>["package"];
    /** `offered`, or `unlisted` for a package that clients install only if they request exactly its version. */
    readonly standing: PackageStandingInput["standing"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["setPackageStanding"]["parameters"]["path"]>["organization"] | undefined;
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly notice?: PackageStandingInput["notice"] | undefined;
}

/** The parameters of `setPackageTag`. */
export interface SetPackageTagParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["setPackageTag"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["setPackageTag"]["parameters"]["path"]>["package"];
    /**
     * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
     * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
     */
    readonly tag: NonNullable<operations["setPackageTag"]["parameters"]["path"]>["tag"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["setPackageTag"]["parameters"]["path"]>["organization"] | undefined;
}

/** The parameters of `setProjectStatus`. */
export interface SetProjectStatusParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["setProjectStatus"]["parameters"]["path"]>["registry"];
    /** The project's name, in any spelling that its ecosystem treats as equal. */
    readonly project: NonNullable<operations["setProjectStatus"]["parameters"]["path"]>["project"];
    /**
     * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
     * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
     */
    readonly status: ProjectStatusInput["status"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["setProjectStatus"]["parameters"]["path"]>["organization"] | undefined;
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly reason?: ProjectStatusInput["reason"] | undefined;
}

/** The parameters of `storePackageUpload`. */
export interface StorePackageUploadParameters {
    /** The id of a presigned upload. Case-insensitive (RFC 9562, section 4). */
    readonly upload: NonNullable<operations["storePackageUpload"]["parameters"]["path"]>["upload"];
    /** The key of the form. `${filename}` may be replaced by the name of the file. Any other key is rejected. */
    readonly key: UploadedForm["key"];
    /** The value in the form, unchanged. */
    readonly policy: UploadedForm["policy"];
    /** The value in the form, unchanged. */
    readonly signature: UploadedForm["signature"];
    /** The file, as the last part. */
    readonly file: UploadedForm["file"];
}

/** The parameters of `updateRegistry`. */
export interface UpdateRegistryParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["updateRegistry"]["parameters"]["path"]>["registry"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["updateRegistry"]["parameters"]["path"]>["organization"] | undefined;
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name?: RegistryChanges["name"] | undefined;
    /** Accepted only if unchanged. */
    readonly ecosystem?: RegistryChanges["ecosystem"] | undefined;
    /** The purpose of the registry, in one line. */
    readonly description?: RegistryChanges["description"] | undefined;
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: RegistryChanges["emoji"] | undefined;
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: RegistryChanges["color"] | undefined;
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: RegistryChanges["public"] | undefined;
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: RegistryChanges["oidc_policy"] | undefined;
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: RegistryChanges["team_ids"] | undefined;
}

/** The parameters of `updateRegistryToken`. */
export interface UpdateRegistryTokenParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["updateRegistryToken"]["parameters"]["path"]>["registry"];
    /** The registry token's id. Case-insensitive (RFC 9562, section 4). */
    readonly registry_token: NonNullable<operations["updateRegistryToken"]["parameters"]["path"]>["registry_token"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["updateRegistryToken"]["parameters"]["path"]>["organization"] | undefined;
    /** The purpose of the token, in one line. */
    readonly description?: RegistryTokenChanges["description"] | undefined;
}

/** The parameters of `withdrawPackage`. */
export interface WithdrawPackageParameters {
    /** The registry's slug. */
    readonly registry: NonNullable<operations["withdrawPackage"]["parameters"]["path"]>["registry"];
    /** The package's id. Case-insensitive (RFC 9562, section 4). */
    readonly package: NonNullable<operations["withdrawPackage"]["parameters"]["path"]>["package"];
    /** The organization's slug. By default the one of the client. */
    readonly organization?: NonNullable<operations["withdrawPackage"]["parameters"]["path"]>["organization"] | undefined;
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly notice?: PackageNoticeInput["notice"] | undefined;
}
