// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a greeting
         * @description Returns a greeting and the server's time. For simple reachability checks.
         */
        readonly get: operations["getRoot"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the health
         * @description Responds as long as the process runs. If it does not, restart the process.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get this description
         * @description The OpenAPI description that this server enforces, as one file without external references.
         */
        readonly get: operations["getDescription"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the readiness
         * @description Checks the database and the blob store. Send traffic to this server only while the response is 200.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/uploads/{upload}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["Upload"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a file with a presigned form
         * @description Stores the file of a form of `createPackageUpload`. The form is authorized by its signed policy; an `Authorization`
         *     header is ignored. The file must be the last part, and the other parts may be in any order: the form is checked
         *     before the file is read, and a rejected form stores nothing. Unknown parts, and text parts after the file, are
         *     ignored.
         */
        readonly post: operations["storePackageUpload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the access token in use
         * @description The token of the request, without its secret. `organization` is an extension of Larder: with it, a client with any
         *     token can find its organization.
         */
        readonly get: operations["getAccessToken"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke the access token in use
         * @description The token of the request stops working immediately, on every server, and so do all tokens that it created. The token
         *     of the server's settings cannot be revoked.
         */
        readonly delete: operations["revokeAccessToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List access tokens
         * @description All access tokens of the organization, oldest first, without their secrets, or one page with `page` or `per_page`.
         *     An extension of Larder.
         */
        readonly get: operations["listAccessTokens"];
        readonly put?: never;
        /**
         * Create an access token
         * @description Makes an access token for the same organization and user. It can have no scope that the token in use lacks, and
         *     works no longer than that one: it expires with it at the latest, and ends when it is deleted or revoked. (Not so the
         *     tokens that the token of the server's settings makes: its secret may be changed there without harm to them.) The
         *     response shows the new secret, this once. An extension of Larder.
         */
        readonly post: operations["createAccessToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-tokens/{access_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an access token
         * @description The token stops working immediately, on every server, and so do all tokens that it made. The token in use must have
         *     all scopes of the one that it deletes. The token of the server's settings cannot be deleted. An extension of Larder.
         */
        readonly delete: operations["deleteAccessToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List organizations
         * @description The organizations that the token can see. A token belongs to one organization, so there is one.
         */
        readonly get: operations["listOrganizations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations/{organization}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get an organization
         * @description The details of one organization.
         */
        readonly get: operations["getOrganization"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations/{organization}/rate_limit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the rate limits
         * @description The number of requests that the organization may send per minute and has sent. Larder does not enforce limits yet.
         */
        readonly get: operations["getRateLimit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List registries
         * @description All registries of the organization, oldest first, or one page with `page` or `per_page`.
         */
        readonly get: operations["listRegistries"];
        readonly put?: never;
        /**
         * Create a registry
         * @description Creates an empty registry of one ecosystem. Its slug, which is part of all URLs, is the kebab-case form of its name.
         *     Unknown properties are ignored.
         */
        readonly post: operations["createRegistry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a registry
         * @description The details of one registry.
         */
        readonly get: operations["getRegistry"];
        /**
         * Replace a registry
         * @description The same as the update with `POST`. Absent properties are unchanged. Terraform sends this method.
         */
        readonly put: operations["replaceRegistry"];
        /**
         * Update a registry
         * @description Changes the properties in the body: absent properties are unchanged, `null` clears, a value sets. A new name changes
         *     the slug, and so the URLs, unless its kebab-case form is the same.
         */
        readonly post: operations["updateRegistry"];
        /**
         * Delete a registry
         * @description Permanently deletes the registry with all its packages and tokens, which can no longer be read or used after the
         *     response. The records of a large registry are removed in the background. Until that is complete, a new registry with
         *     the same slug is rejected with 409.
         */
        readonly delete: operations["deleteRegistry"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Patch a registry
         * @description The same as the update with `POST`. The Go client sends this method.
         */
        readonly patch: operations["patchRegistry"];
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Explain an OIDC policy
         * @description Returns which statement of the registry's policy matches a token or claims, and why the others do not. Grants no
         *     access. An extension of Larder.
         */
        readonly post: operations["explainOidcPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List packages
         * @description One page of the registry's packages, newest first. To read all of them, follow `links.next` until it is absent;
         *     packages may be deleted meanwhile. `page` counts from the newest package, so pages shift if packages are published
         *     or deleted meanwhile. It cannot be combined with `after` and `before`.
         */
        readonly get: operations["listPackages"];
        readonly put?: never;
        /**
         * Publish a package
         * @description Reads the package and its version from the file, and stores it. The same name, version and variant cannot be
         *     published twice. Unknown parts of the form are ignored.
         */
        readonly post: operations["publishPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a package
         * @description The details of one package.
         */
        readonly get: operations["getPackage"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a package
         * @description Deletes the package and its files. Copies in other registries are kept. A package that other packages of the registry need cannot be deleted.
         */
        readonly delete: operations["deletePackage"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Copy a package
         * @description Copies a package to another registry of the same organization and ecosystem. The copy has its own id and shares
         *     the bytes. The operation needs no body, and does not read one.
         */
        readonly post: operations["copyPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the files of a package
         * @description The files of a package, with sizes, digests and download URLs. The images of an index and the referrers of an image,
         *     such as signatures, are files with a package of their own. An extension of Larder.
         */
        readonly get: operations["listPackageFiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The file's name, percent-encoded, including its slashes.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download a file of a package
         * @description The bytes of one file, or a range of them (`Range`), or 304 if the caller's copy is current. An extension of Larder.
         */
        readonly get: operations["getPackageFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Restore a withdrawn package
         * @description Offers a withdrawn package again and removes its notice. Has no effect on other packages. A package that needs
         *     withdrawn ones is restored after them. The operation needs no body, and does not read one. An extension of Larder.
         */
        readonly post: operations["restorePackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Offer or unlist a package
         * @description Sets whether clients are offered the package, and its notice. Clients still install an unlisted package if they
         *     request exactly its version. An extension of Larder.
         */
        readonly put: operations["setPackageStanding"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 *     most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Tag a package
         * @description Points a tag to the package. If it points to another package of the same name, it is moved. The operation needs no
         *     body, and does not read one. An extension of Larder.
         */
        readonly put: operations["setPackageTag"];
        readonly post?: never;
        /**
         * Delete a tag
         * @description Deletes a tag that points to the package. Has no effect if it does not exist or points to another package. An
         *     extension of Larder.
         */
        readonly delete: operations["deletePackageTag"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw a package
         * @description Makes a package unavailable: it is not listed for clients, its files are not found, and it cannot be copied. Its
         *     version cannot be published again, unless the package is restored. Tags that point to it remain, except for a default
         *     tag. This API still shows the package. Withdrawing it again only replaces its notice. A package that others need
         *     is withdrawn after those. The body is optional. An
         *     extension of Larder.
         */
        readonly post: operations["withdrawPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/upload": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request a presigned upload
         * @description Returns a form to upload a file without other credentials: send all of `form.data`, then the file as the last part,
         *     to `form.url`. Then publish the file by its URL, which is `form.url` and the filled-in `key`, joined by a slash. The
         *     operation needs no body, and does not read one.
         */
        readonly post: operations["createPackageUpload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the status of a project
         * @description The status of all packages of one name. It is `active` until it is set. An extension of Larder.
         */
        readonly get: operations["getProjectStatus"];
        /**
         * Set the status of a project
         * @description Sets the status of all packages of one name, of ecosystems whose clients have one: Python (PEP 792). Pages for clients
         *     have the status and its reason. The status ends with the last package of the project. An extension of Larder.
         */
        readonly put: operations["setProjectStatus"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/signing-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the signing keys
         * @description The public keys that sign what clients fetch from the registry, newest first; none if its ecosystem signs nothing. An
         *     extension of Larder.
         */
        readonly get: operations["listSigningKeys"];
        readonly put?: never;
        /**
         * Create a signing key
         * @description Replaces the signing key of the registry by a new one. The old ones sign together with it until they expire, so that clients have time to get the new one
         *     from the same URL. With 0 days, clients that have an old key reject the registry immediately. An extension of Larder.
         */
        readonly post: operations["createSigningKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List registry tokens
         * @description All tokens of the registry, oldest first, without their secrets, or one page with `page` or `per_page`.
         */
        readonly get: operations["listRegistryTokens"];
        readonly put?: never;
        /**
         * Create a registry token
         * @description Creates a token that can read this registry only. It expires with the token in use, and is deleted together with it,
         *     unless that is the token of the server's settings. The secret is only in this response.
         */
        readonly post: operations["createRegistryToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a registry token
         * @description The details of one token, without its secret.
         */
        readonly get: operations["getRegistryToken"];
        readonly put?: never;
        /**
         * Update a registry token
         * @description Changes the description of the token. An absent description is unchanged, and so is the secret.
         */
        readonly post: operations["updateRegistryToken"];
        /**
         * Delete a registry token
         * @description The token stops working immediately.
         */
        readonly delete: operations["deleteRegistryToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/user": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the current user
         * @description The owner of the token.
         */
        readonly get: operations["getUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An API access token, without its secret. */
        readonly AccessToken: {
            /**
             * Format: date-time
             * @description When the token was created.
             * @example 2024-07-25T01:32:48Z
             */
            readonly created_at: string;
            /** @example Made at the first start */
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token expires; null for never.
             * @example null
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @description When the token was last used, to the minute; null for never. An extension of Larder.
             * @example 2024-09-11T17:55:00Z
             */
            readonly last_used_at: string | null;
            readonly organization: components["schemas"]["OrganizationReference"];
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            readonly user: components["schemas"]["TokenUser"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly uuid: string;
        };
        /** @description The settings of a new access token. */
        readonly AccessTokenInput: {
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token expires, not later than the token in use. If null or absent, it expires with the token in use.
             * @example 2030-01-01T00:00:00Z
             */
            readonly expires_at?: string | null;
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A new access token with its secret. */
        readonly AccessTokenWithSecret: {
            /**
             * Format: date-time
             * @description When the token was created.
             * @example 2024-07-25T01:32:48Z
             */
            readonly created_at: string;
            /** @example Made at the first start */
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token expires; null for never.
             * @example null
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @description When the token was last used, to the minute; null for never. An extension of Larder.
             * @example 2024-09-11T17:55:00Z
             */
            readonly last_used_at: string | null;
            readonly organization: components["schemas"]["OrganizationReference"];
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /**
             * @description The secret, which is shown only once.
             * @example larder_Zm9yIGV4YW1wbGUgb25seQ
             */
            readonly token: string;
            readonly user: components["schemas"]["TokenUser"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly uuid: string;
        };
        /**
         * Format: binary
         * @description The bytes of a file.
         */
        readonly Bytes: Blob;
        /** @description A confirmation of a deletion. */
        readonly Deletion: {
            /**
             * Format: uuid
             * @description The id of the deleted resource.
             * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
             */
            readonly id: string;
            /**
             * @description A message for people.
             * @example Deleted banana 1.1-2 (amd64).
             */
            readonly message: string;
        };
        /** @description An OpenAPI 3.1 description. */
        readonly Description: {
            /**
             * @description Title, version and introduction.
             * @example {
             *       "title": "Larder",
             *       "version": "0.1.0"
             *     }
             */
            readonly info: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The version of the OpenAPI specification.
             * @example 3.1.1
             */
            readonly openapi: string;
            /**
             * @description The operations by URL.
             * @example {}
             */
            readonly paths: {
                readonly [key: string]: unknown;
            };
        } & {
            readonly [key: string]: unknown;
        };
        /** @description Digests of the file, in lower-case hexadecimal. */
        readonly Digests: {
            readonly sha256: components["schemas"]["Sha256"];
            readonly sha512: components["schemas"]["Sha512"];
        };
        /**
         * @description The type of the packages in a registry. Cannot be changed later.
         * @example debian
         * @enum {string}
         */
        readonly Ecosystem: "alpine" | "debian" | "files" | "helm" | "helm_oci" | "javascript" | "oci" | "python" | "redhat" | "terraform";
        /**
         * @description The kind and the id in base64, in the format of Buildkite's GraphQL API.
         * @example UmVnaXN0cnktLS0wMTkxZTIzOC1lMGEzLTdiMGItYmIzNC1iZWVhMDAzNWEzOWQ=
         */
        readonly GraphqlId: string;
        /** @description The server's greeting. */
        readonly Greeting: {
            /**
             * @description A greeting.
             * @example This is Larder, a package registry.
             */
            readonly message: string;
            /**
             * @description The server's time in seconds since 1970.
             * @example 1724307893
             */
            readonly timestamp: number;
        };
        /** @description The state of the process. */
        readonly Health: {
            /**
             * @description Always `ok`. A process that is not cannot respond.
             * @example ok
             * @enum {string}
             */
            readonly status: "ok";
        };
        /** @description An error in a request, with its location. */
        readonly InvalidPlace: {
            /**
             * @description The error.
             * @example must be a whole number in decimal digits, such as 10
             */
            readonly message: string;
            /**
             * @description The location, beginning with the part of the request; `request` if the error has no single location.
             * @example query.per_page
             */
            readonly path: string;
        };
        /** @description A problem with the locations of the errors in the request. */
        readonly InvalidRequestProblem: {
            /**
             * @description All errors in one sentence.
             * @example query.per_page: must be a whole number in decimal digits, such as 10
             */
            readonly detail: string;
            /**
             * @description All errors with their locations. Only the first one for a body that is larger than 16 KiB, compressed, or of
             *     unknown length.
             * @example [
             *       {
             *         "path": "query.per_page",
             *         "message": "must be a whole number in decimal digits, such as 10"
             *       }
             *     ]
             */
            readonly errors: readonly components["schemas"]["InvalidPlace"][];
            /**
             * @description The same as `detail`.
             * @example query.per_page: must be a whole number in decimal digits, such as 10
             */
            readonly message: string;
            readonly request_id: components["schemas"]["RequestId"];
            /**
             * @description The HTTP status.
             * @example 400
             * @constant
             */
            readonly status: 400;
            /**
             * @description The kind of problem in words.
             * @example Invalid request
             */
            readonly title: string;
            readonly type: components["schemas"]["ProblemType"];
        };
        /** @description How long the old keys sign. */
        readonly KeyRotation: {
            /**
             * @description The days after which the old keys expire. A key that expires earlier still does.
             * @example 30
             */
            readonly old_keys_expire_in_days: number;
        };
        /** @description Whether a rule holds for a claim. */
        readonly OidcClaimExplanation: {
            /**
             * @description The value of the claim; absent if there is no such claim.
             * @example my_great_org
             */
            readonly actual?: unknown;
            /**
             * @description The name of the claim.
             * @example organization_slug
             */
            readonly claim: string;
            /**
             * @description Whether the rule holds. A rule for a missing claim does not.
             * @example true
             */
            readonly holds: boolean;
            readonly rule: components["schemas"]["OidcRule"];
        };
        /** @description The evaluation of an OIDC policy for a token or claims. */
        readonly OidcExplanation: {
            /**
             * @description The index of the first matching statement, which is the only one that applies; null if none matches.
             * @example 0
             */
            readonly matched: number | null;
            /**
             * @description The scopes that this statement grants for this registry; empty if none matches.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** @description All statements of the policy, in order. */
            readonly statements: readonly components["schemas"]["OidcStatementExplanation"][];
            readonly token: components["schemas"]["OidcTokenExplanation"];
        };
        /** @description A token, whose signature, times and audience are also checked, or claims only. */
        readonly OidcExplanationInput: {
            /**
             * @description The claims of a token.
             * @example {
             *       "iss": "https://agent.buildkite.com",
             *       "organization_slug": "my_great_org"
             *     }
             */
            readonly claims?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description An OIDC token of an issuer. It may be expired.
             * @example eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FnZW50LmJ1aWxka2l0ZS5jb20ifQ.c2lnbmF0dXJl
             */
            readonly token?: string;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description One comparison of a claim. */
        readonly OidcMatcher: {
            /**
             * @description `equals` and `in`: the claim is one of the values; `not_equals` and `not_in`: it is not one of them; `matches`: one of
             *     the values is a glob that the claim matches, or the claim is not a string.
             * @example in
             * @enum {string}
             */
            readonly matcher: "equals" | "not_equals" | "in" | "not_in" | "matches";
            /**
             * @description What the claim is compared with.
             * @example [
             *       "main",
             *       "release"
             *     ]
             */
            readonly values: readonly components["schemas"]["OidcScalar"][];
        };
        /**
         * @description The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
         *     text or as an array. Null or an empty text removes it.
         * @example - iss: https://agent.buildkite.com
         *       scopes: [read_packages, write_packages]
         *       claims:
         *         organization_slug: my_great_org
         */
        readonly OidcPolicy: components["schemas"]["OidcPolicyText"] | readonly components["schemas"]["OidcStatement"][];
        /**
         * @description The statements as YAML or JSON text. Tabs and line breaks are the only allowed control characters.
         * @example - iss: https://agent.buildkite.com
         *       scopes: [read_packages]
         */
        readonly OidcPolicyText: string | null;
        /** @description The matchers of a rule, of which all must hold. A value that was written by itself is one of `equals`. */
        readonly OidcRule: readonly components["schemas"]["OidcMatcher"][];
        /**
         * @description A text, number, boolean or null. Claims must also have the same type.
         * @example my_great_org
         */
        readonly OidcScalar: unknown;
        /** @description The tokens of one issuer that are accepted, and what they may do. */
        readonly OidcStatement: {
            /**
             * @description The rules, by the name of the claim: a value that the claim must be equal to, or a map of `equals`, `not_equals`,
             *     `in`, `not_in` and `matches`, which must all hold.
             * @example {
             *       "organization_slug": "my_great_org"
             *     }
             */
            readonly claims?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The issuer's URL. Required in every statement.
             * @example https://agent.buildkite.com
             */
            readonly iss?: string;
            /**
             * @description What the tokens may do, as scopes that end with `_packages`.
             * @example [
             *       "read_packages"
             *     ]
             */
            readonly scopes?: readonly string[];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description The evaluation of a statement. */
        readonly OidcStatementExplanation: {
            /** @description The issuer, and all rules. */
            readonly claims: readonly components["schemas"]["OidcClaimExplanation"][];
            /**
             * @description Whether all of its rules hold.
             * @example true
             */
            readonly matched: boolean;
        };
        /** @description A check of a token. */
        readonly OidcTokenCheck: {
            /**
             * @description The checked property.
             * @example audience
             * @enum {string}
             */
            readonly check: "issuer" | "audience" | "times" | "signature";
            /**
             * @description The result, and the expected value.
             * @example The audience is "https://example.com"; it must be http://127.0.0.1:8080/my_great_org/my-registry.
             */
            readonly detail: string;
            /**
             * @description Whether it holds.
             * @example false
             */
            readonly holds: boolean;
        };
        /** @description The checks of a token other than its claims; null if only claims were sent. */
        readonly OidcTokenExplanation: {
            /**
             * @description Whether the registry would accept the token now.
             * @example false
             */
            readonly accepted: boolean;
            /** @description The checks, which must all hold. */
            readonly checks: readonly components["schemas"]["OidcTokenCheck"][];
        } | null;
        /** @description The owner of registries, users and tokens. */
        readonly Organization: {
            /**
             * Format: date-time
             * @description When the organization was created.
             * @example 2024-07-25T01:32:47Z
             */
            readonly created_at: string;
            /** @example T3JnYW5pemF0aW9uLS0tMDE5MGU3ODQtZWViNy00Y2U0LTlkMmQtODdmN2FiYTg1NDMz */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The organization's id.
             * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
             */
            readonly id: string;
            /**
             * @description The organization's name.
             * @example my_great_org
             */
            readonly name: string;
            readonly slug: components["schemas"]["OrganizationSlug"];
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/organizations/my_great_org
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The URL of the web page.
             * @example http://127.0.0.1:8080/organizations/my_great_org
             */
            readonly web_url: string;
        };
        /** @description A reference to an organization. */
        readonly OrganizationReference: {
            /**
             * Format: uuid
             * @description The organization's id.
             * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
             */
            readonly id: string;
            readonly slug: components["schemas"]["OrganizationSlug"];
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/organizations/my_great_org
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The URL of the web page.
             * @example http://127.0.0.1:8080/organizations/my_great_org
             */
            readonly web_url: string;
        };
        /**
         * @description The organization's slug, which is its name in URLs.
         * @example my_great_org
         */
        readonly OrganizationSlug: string;
        /** @description A published version of a package. */
        readonly Package: {
            readonly created_at: components["schemas"]["PackageCreatedAt"];
            readonly digests: components["schemas"]["Digests"];
            readonly id: components["schemas"]["PackageId"];
            readonly metadata: components["schemas"]["PackageMetadata"];
            readonly name: components["schemas"]["PackageNameValue"];
            readonly notice: components["schemas"]["PackageNotice"];
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly published_by: components["schemas"]["PackagePublisher"];
            readonly registry: components["schemas"]["RegistryReference"];
            readonly standing: components["schemas"]["PackageStanding"];
            readonly tags: components["schemas"]["PackageTags"];
            readonly url: components["schemas"]["PackageUrl"];
            readonly variant: components["schemas"]["PackageVariant"];
            readonly version: components["schemas"]["PackageVersion"];
            readonly web_url: components["schemas"]["PackageWebUrl"];
        };
        /**
         * Format: date-time
         * @description When the package was published.
         * @example 2024-09-11T17:55:57Z
         */
        readonly PackageCreatedAt: string;
        /**
         * @description A problem with the existing package, so that a retry can detect that the first attempt succeeded; with a withdrawn
         *     package; or with a deleted one, whose name, version and variant cannot be published with different bytes.
         */
        readonly PackageExistsProblem: {
            /**
             * @description The existing package, and the remedy.
             * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
             */
            readonly detail: string;
            readonly digests: components["schemas"]["Digests"];
            /**
             * @description The same as `detail`.
             * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
             */
            readonly message: string;
            readonly request_id: components["schemas"]["RequestId"];
            /**
             * @description The HTTP status.
             * @example 409
             * @constant
             */
            readonly status: 409;
            /**
             * @description The kind of problem in words.
             * @example Package exists
             */
            readonly title: string;
            readonly type: components["schemas"]["ProblemType"];
            /**
             * Format: uri
             * @description The API URL of the package; null if it was deleted or withdrawn.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
             */
            readonly url: string | null;
        };
        /** @description A file of a package, or the main file of a package about it. */
        readonly PackageFile: {
            readonly digests: components["schemas"]["Digests"];
            /**
             * @description The media type that the publisher sent; null if the file's name determines it.
             * @example null
             */
            readonly media_type: string | null;
            /**
             * @description The metadata of this file. The keys depend on the ecosystem: an image of an index has `platform`, and a referrer
             *     has `artifact_type`.
             * @example {}
             */
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The file's name. It may have slashes.
             * @example banana_1.1-2_amd64.deb
             */
            readonly name: string;
            readonly package: components["schemas"]["PackageOfFile"];
            /**
             * @description `main`: the file of the package. `attached`: stored with it, such as a layer, or needed by it, such as an image of
             *     an index. `referrer`: the main file of a package about this one, such as a signature.
             * @example main
             * @enum {string}
             */
            readonly role: "main" | "attached" | "referrer";
            /**
             * @description The file's size in bytes.
             * @example 6
             */
            readonly size: number;
            /**
             * Format: uri
             * @description The download URL of the file.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44/files/banana_1.1-2_amd64.deb
             */
            readonly url: string;
        };
        /** @description The files of a package. */
        readonly PackageFileList: {
            /**
             * @description The files, in the order in which they were added, then at most 1,000 referrers, the oldest first.
             * @example []
             */
            readonly items: readonly components["schemas"]["PackageFile"][];
        };
        /**
         * Format: uuid
         * @description The package's id, a UUID of version 7.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageId: string;
        /**
         * @description The form to publish a package: the file, or the URL of a presigned upload with the file. It must have exactly one of
         *     `file`, `package_url` and `package[package_file]`.
         */
        readonly PackageInput: {
            /**
             * Format: binary
             * @description Attestations of how the package was built: DSSE envelopes, one line of JSON each, at most 1 MiB. Statements with
             *     the SHA-256 of the package's file among their subjects are stored as a file of the package; others are dropped.
             */
            readonly attestation_bundle?: Blob;
            /**
             * Format: binary
             * @description The package. Its file name, at most 255 bytes, is stored; in the `files` ecosystem it contains name and version.
             */
            readonly file?: Blob;
            /**
             * @description The URL of a file that was uploaded with a form of `createPackageUpload`. It can be published once. The name at
             *     its end may be percent-encoded or not.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55/banana_1.1-2_amd64.deb
             */
            readonly package_url?: string;
            /**
             * Format: binary
             * @description Another name for `file`, which older scripts send.
             */
            readonly "package[package_file]"?: Blob;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A page of packages, newest first. */
        readonly PackageList: {
            /**
             * @description The packages of this page.
             * @example []
             */
            readonly items: readonly components["schemas"]["PackageListItem"][];
            readonly links: components["schemas"]["PageLinks"];
        };
        /** @description A package in a list. Its registry and organization are the same for the whole list. */
        readonly PackageListItem: {
            readonly created_at: components["schemas"]["PackageCreatedAt"];
            readonly digests: components["schemas"]["Digests"];
            readonly id: components["schemas"]["PackageId"];
            readonly metadata: components["schemas"]["PackageMetadata"];
            readonly name: components["schemas"]["PackageNameValue"];
            readonly notice: components["schemas"]["PackageNotice"];
            readonly published_by: components["schemas"]["PackagePublisher"];
            readonly standing: components["schemas"]["PackageStanding"];
            readonly tags: components["schemas"]["PackageTags"];
            readonly url: components["schemas"]["PackageUrl"];
            readonly variant: components["schemas"]["PackageVariant"];
            readonly version: components["schemas"]["PackageVersion"];
            readonly web_url: components["schemas"]["PackageWebUrl"];
        };
        /**
         * @description The metadata in the package. The keys depend on the ecosystem.
         * @example {
         *       "architecture": "amd64",
         *       "maintainer": "Fruit Team <fruit@my-great-org.example>",
         *       "description": "A yellow fruit"
         *     }
         */
        readonly PackageMetadata: {
            readonly [key: string]: unknown;
        };
        /**
         * @description The package's name, without its version.
         * @example banana
         */
        readonly PackageNameValue: string;
        /**
         * @description The reason for the standing, or a warning, in one line: clients such as pip print it. Null for none. An extension of
         *     Larder.
         * @example null
         */
        readonly PackageNotice: string | null;
        /** @description The new notice. */
        readonly PackageNoticeInput: {
            readonly notice?: components["schemas"]["PackageNoticeText"];
        };
        /**
         * @description The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none.
         * @example Broken on arm64
         */
        readonly PackageNoticeText: string | null;
        /**
         * @description The package that has the file as its main file, if that is another one: an image of an index, or a referrer. Lists
         *     may omit it. Null for all other files.
         * @example null
         */
        readonly PackageOfFile: {
            readonly id: components["schemas"]["PackageId"];
            readonly url: components["schemas"]["PackageUrl"];
            readonly web_url: components["schemas"]["PackageWebUrl"];
        } | null;
        /**
         * @description The publisher of the package, or of its copy: the access token, as it was at that time, even if it was deleted since,
         *     or the issuer and subject of an OIDC token. Null for packages that 0.1.0 stored. An extension of Larder.
         */
        readonly PackagePublisher: {
            /**
             * @description The description of the access token, or the subject (`sub`) of the OIDC token.
             * @example Made at the first start
             */
            readonly description: string;
            /**
             * Format: uuid
             * @description The access token's id; null for an OIDC token.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly id: string | null;
            /**
             * @description The issuer (`iss`) of the OIDC token; null for an access token.
             * @example null
             */
            readonly issuer: string | null;
        } | null;
        /**
         * @description Whether clients find the package: `offered` packages are listed and installed. `unlisted` ones are not offered, but
         *     can still be installed by clients that request exactly this version. `withdrawn` ones cannot be installed or
         *     downloaded, and their version cannot be published again. An extension of Larder.
         * @example offered
         * @enum {string}
         */
        readonly PackageStanding: "offered" | "unlisted" | "withdrawn";
        /** @description The new standing and notice. */
        readonly PackageStandingInput: {
            readonly notice?: components["schemas"]["PackageNoticeText"];
            /**
             * @description `offered`, or `unlisted` for a package that clients install only if they request exactly its version.
             * @example unlisted
             * @enum {string}
             */
            readonly standing: "offered" | "unlisted";
        };
        /**
         * @description The tags that point to the package, in the order of their characters. A tag points to one package of a name. There
         *     are at most 1,000, and a default tag. An extension of Larder.
         * @example []
         */
        readonly PackageTags: readonly string[];
        /** @description A form to upload one file. */
        readonly PackageUpload: {
            readonly form: components["schemas"]["PackageUploadForm"];
            /**
             * Format: uri
             * @description The future URL of the file, for people. Clients do not need it.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
             */
            readonly uri: string;
        };
        /** @description How to send the file. */
        readonly PackageUploadForm: {
            /** @description The other parts of the form, to be sent unchanged. The server replaces `${filename}`. */
            readonly data: {
                /**
                 * @description The file's name below `form.url`.
                 * @example ${filename}
                 */
                readonly key: string;
                /**
                 * @description What the form allows, in base64.
                 * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
                 */
                readonly policy: string;
                /**
                 * @description The server's signature over the policy.
                 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly signature: string;
            };
            /**
             * @description The name of the part with the file.
             * @example file
             * @constant
             */
            readonly file_input: "file";
            /**
             * @description The HTTP method.
             * @example POST
             * @constant
             */
            readonly method: "POST";
            /**
             * Format: uri
             * @description The URL to send the form to.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
             */
            readonly url: string;
        };
        /**
         * Format: uri
         * @description The API URL of the package.
         * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageUrl: string;
        /**
         * @description Distinguishes files of one version: the architecture of a deb, the extension of a plain file. Null if there is only
         *     one.
         * @example amd64
         */
        readonly PackageVariant: string | null;
        /**
         * @description The version in the package.
         * @example 1.1-2
         */
        readonly PackageVersion: string;
        /**
         * Format: uri
         * @description The URL of the package's web page.
         * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageWebUrl: string;
        /**
         * Format: uri
         * @description The URL of a page, with the filter and the page size of this one.
         * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages
         */
        readonly PageLink: string;
        /** @description The URLs of this page and its neighbours. Links without a target are absent. */
        readonly PageLinks: {
            readonly first?: components["schemas"]["PageLink"];
            readonly next?: components["schemas"]["PageLink"];
            readonly prev?: components["schemas"]["PageLink"];
            readonly self: components["schemas"]["PageLink"];
        };
        /** @description The reason for a failure (RFC 9457), with the `message` that clients of Buildkite's API read. */
        readonly Problem: {
            /**
             * @description The problem with this request, and the remedy.
             * @example Registry "my-registri" not found, or the token has no access to it.
             */
            readonly detail: string;
            /**
             * @description The same as `detail`.
             * @example Registry "my-registri" not found, or the token has no access to it.
             */
            readonly message: string;
            readonly request_id: components["schemas"]["RequestId"];
            /**
             * @description The HTTP status.
             * @example 404
             */
            readonly status: number;
            /**
             * @description The kind of problem in words.
             * @example Not found
             */
            readonly title: string;
            readonly type: components["schemas"]["ProblemType"];
        };
        /**
         * Format: uri
         * @description The kind of problem. The names do not change.
         * @example urn:larder:problem:not-found
         * @enum {string}
         */
        readonly ProblemType: "urn:larder:problem:invalid-request" | "urn:larder:problem:unauthenticated" | "urn:larder:problem:missing-scope" | "urn:larder:problem:token-in-settings" | "urn:larder:problem:not-found" | "urn:larder:problem:method-not-allowed" | "urn:larder:problem:request-timeout" | "urn:larder:problem:package-exists" | "urn:larder:problem:version-deleted" | "urn:larder:problem:package-needed" | "urn:larder:problem:needs-withdrawn" | "urn:larder:problem:tag-moved" | "urn:larder:problem:version-withdrawn" | "urn:larder:problem:project-closed" | "urn:larder:problem:too-many-tags" | "urn:larder:problem:unacceptable-tag" | "urn:larder:problem:too-many-keys" | "urn:larder:problem:no-signing-key" | "urn:larder:problem:slug-taken" | "urn:larder:problem:upload-refused" | "urn:larder:problem:upload-used" | "urn:larder:problem:upload-offset" | "urn:larder:problem:unusable-upload" | "urn:larder:problem:digest-mismatch" | "urn:larder:problem:unusable-expiry" | "urn:larder:problem:unusable-attestation" | "urn:larder:problem:precondition-failed" | "urn:larder:problem:payload-too-large" | "urn:larder:problem:unsupported-media-type" | "urn:larder:problem:range-not-satisfiable" | "urn:larder:problem:expectation-failed" | "urn:larder:problem:unacceptable-file" | "urn:larder:problem:content-missing" | "urn:larder:problem:unusable-cursor" | "urn:larder:problem:invalid-policy" | "urn:larder:problem:ecosystem-fixed" | "urn:larder:problem:ecosystem-mismatch" | "urn:larder:problem:headers-too-large" | "urn:larder:problem:internal" | "urn:larder:problem:unavailable" | "urn:larder:problem:insufficient-storage";
        /** @description The status of a project. An extension of Larder. */
        readonly ProjectStatus: {
            /**
             * @description The name of the project, as in its newest package.
             * @example banana-split
             */
            readonly name: string;
            readonly reason: components["schemas"]["PackageNotice"];
            readonly status: components["schemas"]["ProjectStatusMarker"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description The new status and its reason. */
        readonly ProjectStatusInput: {
            readonly reason?: components["schemas"]["PackageNoticeText"];
            readonly status: components["schemas"]["ProjectStatusMarker"];
        };
        /**
         * @description The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
         *     clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
         * @example archived
         * @enum {string}
         */
        readonly ProjectStatusMarker: "active" | "archived" | "deprecated" | "quarantined";
        /** @description A limit and its use. */
        readonly RateLimit: {
            /**
             * @description The number of requests in the current minute.
             * @example 0
             */
            readonly current: number;
            /**
             * @description Whether requests over the limit are rejected.
             * @example false
             */
            readonly enforced: boolean;
            /**
             * @description The maximum number of requests per minute; zero if no limit is enforced.
             * @example 0
             */
            readonly limit: number;
            /**
             * @description Seconds until the end of the minute.
             * @example 0
             */
            readonly reset: number;
            /**
             * Format: date-time
             * @description The end of the minute; null if no limit is enforced.
             * @example null
             */
            readonly reset_at: string | null;
        };
        /** @description The limits, by their subject. */
        readonly RateLimits: {
            /** @description The limits of each API. */
            readonly scopes: {
                readonly graphql: components["schemas"]["RateLimit"];
                readonly rest: components["schemas"]["RateLimit"];
            };
        };
        /** @description The state of the server's dependencies. */
        readonly Readiness: {
            /**
             * @description Always `ready`. A server that is not responds with 503.
             * @example ready
             * @enum {string}
             */
            readonly status: "ready";
        };
        /** @description A collection of packages of one ecosystem. */
        readonly Registry: {
            readonly color: components["schemas"]["RegistryColor"];
            /**
             * Format: date-time
             * @description When the registry was created. An extension of Larder.
             * @example 2024-09-11T17:54:24Z
             */
            readonly created_at: string;
            readonly description: components["schemas"]["RegistryDescription"];
            readonly ecosystem: components["schemas"]["Ecosystem"];
            readonly emoji: components["schemas"]["RegistryEmoji"];
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The registry's id.
             * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
             */
            readonly id: string;
            readonly name: components["schemas"]["RegistryName"];
            /**
             * @description The OIDC policy, which specifies the accepted tokens, as the text that was sent. A policy that was sent as an
             *     array is returned as JSON.
             * @example null
             */
            readonly oidc_policy: string | null;
            readonly public: components["schemas"]["RegistryPublic"];
            readonly slug: components["schemas"]["RegistrySlug"];
            readonly team_ids: components["schemas"]["TeamIds"];
            /**
             * @description The kind of registry; Larder has one kind.
             * @example source
             * @constant
             */
            readonly type: "source";
            /**
             * Format: date-time
             * @description When its settings last changed. An extension of Larder.
             * @example 2024-09-11T17:54:24Z
             */
            readonly updated_at: string;
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The URL of the web page.
             * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
             */
            readonly web_url: string;
        };
        /** @description Changes of a registry. Absent properties are unchanged, null clears. */
        readonly RegistryChanges: {
            readonly color?: components["schemas"]["RegistryColorInput"];
            readonly description?: components["schemas"]["RegistryDescription"];
            /** @description Accepted only if unchanged. */
            readonly ecosystem?: components["schemas"]["Ecosystem"];
            readonly emoji?: components["schemas"]["RegistryEmoji"];
            readonly name?: components["schemas"]["RegistryName"];
            readonly oidc_policy?: components["schemas"]["OidcPolicy"];
            readonly public?: components["schemas"]["RegistryPublic"];
            readonly team_ids?: components["schemas"]["TeamIdsInput"];
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description A colour for the registry, in the case that was sent.
         * @example #f0ccff
         */
        readonly RegistryColor: string | null;
        /**
         * @description A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
         *     empty text that typed clients send instead, clears it.
         * @example #f0ccff
         */
        readonly RegistryColorInput: string | null;
        /**
         * @description The purpose of the registry, in one line.
         * @example Packages for our servers
         */
        readonly RegistryDescription: string | null;
        /**
         * @description An emoji for the registry, as `:name:` or as the character.
         * @example :banana:
         */
        readonly RegistryEmoji: string | null;
        /** @description The settings of a new registry. */
        readonly RegistryInput: {
            readonly color?: components["schemas"]["RegistryColorInput"];
            readonly description?: components["schemas"]["RegistryDescription"];
            readonly ecosystem: components["schemas"]["Ecosystem"];
            readonly emoji?: components["schemas"]["RegistryEmoji"];
            readonly name: components["schemas"]["RegistryName"];
            readonly oidc_policy?: components["schemas"]["OidcPolicy"];
            readonly public?: components["schemas"]["RegistryPublic"];
            readonly team_ids?: components["schemas"]["TeamIdsInput"];
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
         *     from it.
         * @example my registry
         */
        readonly RegistryName: string;
        /**
         * @description Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder.
         * @example false
         */
        readonly RegistryPublic: boolean;
        /** @description A reference to a registry. */
        readonly RegistryReference: {
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The registry's id.
             * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
             */
            readonly id: string;
            readonly slug: components["schemas"]["RegistrySlug"];
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The URL of the web page.
             * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
             */
            readonly web_url: string;
        };
        /**
         * @description The registry's slug, which is the kebab-case form of its name.
         * @example my-registry
         */
        readonly RegistrySlug: string;
        /** @description A token that can read one registry, without its secret. */
        readonly RegistryToken: {
            /**
             * Format: date-time
             * @description When the token was created, in milliseconds.
             * @example 2024-09-11T17:59:06.251Z
             */
            readonly created_at: string;
            readonly created_by: components["schemas"]["User"];
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token expires, together with the access token that created it; null for never. An extension of Larder.
             * @example null
             */
            readonly expires_at: string | null;
            /** @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly id: string;
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly registry: components["schemas"]["RegistryReference"];
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly url: string;
        };
        /** @description Changes of a registry token. */
        readonly RegistryTokenChanges: {
            readonly description?: components["schemas"]["TokenDescription"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description The settings of a new registry token. */
        readonly RegistryTokenInput: {
            readonly description: components["schemas"]["TokenDescription"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A new registry token with its secret. */
        readonly RegistryTokenWithSecret: {
            /**
             * Format: date-time
             * @description When the token was created, in milliseconds.
             * @example 2024-09-11T17:59:06.251Z
             */
            readonly created_at: string;
            readonly created_by: components["schemas"]["User"];
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token expires, together with the access token that created it; null for never. An extension of Larder.
             * @example null
             */
            readonly expires_at: string | null;
            /** @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly id: string;
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly registry: components["schemas"]["RegistryReference"];
            /**
             * @description The secret, which is shown only once.
             * @example larder_registry_Zm9yIGV4YW1wbGUgb25seQ
             */
            readonly token: string;
            /**
             * Format: uri
             * @description The API URL.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly url: string;
        };
        /**
         * Format: uuid
         * @description The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: string;
        /**
         * @description A permission of a token.
         * @example read_packages
         * @enum {string}
         */
        readonly Scope: "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
        /**
         * @description The SHA-256 of the bytes.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Sha256: string;
        /**
         * @description The SHA-512 of the bytes.
         * @example f8e3183d38e6c51889582cb260ab825252f395b4ac8fb0e6b13e9a71f7c10a80d5301e4a949f2783cb0c20205f1d850f87045f4420ad2271c8fd5f0cd8944be3
         */
        readonly Sha512: string;
        /** @description A public key that signs what clients fetch from a registry. */
        readonly SigningKey: {
            /**
             * Format: date-time
             * @description When the key was created, in milliseconds.
             * @example 2024-09-11T17:55:10.300Z
             */
            readonly created_at: string;
            /**
             * Format: date-time
             * @description When the key stops signing; null for the newest one, which signs until it is replaced.
             * @example null
             */
            readonly expires_at: string | null;
            /**
             * @description The fingerprint as the tools of the clients show it.
             * @example 6A1B2C3D4E5F60718293A4B5C6D7E8F901234567
             */
            readonly fingerprint: string;
            readonly format: components["schemas"]["SigningKeyFormat"];
            /**
             * @description The public key as text, in ASCII armour or PEM.
             * @example -----BEGIN PUBLIC KEY-----
             *     MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1Olb3zMAFFxXKHiIkQO5cJ3Yhl5i
             *     6UPp+IhuteBJbuHcA5UogKo0EWtlWwW6KSaKoTNEYL7JlCQiVnkhBktUgg==
             *     -----END PUBLIC KEY-----
             */
            readonly public_key: string;
        };
        /**
         * @description The kind of a signing key, which depends on the ecosystem.
         * @example openpgp
         * @enum {string}
         */
        readonly SigningKeyFormat: "openpgp" | "ecdsa" | "rsa";
        /** @description Signing keys, newest first. */
        readonly SigningKeys: readonly components["schemas"]["SigningKey"][];
        /**
         * @description Ids of teams, in the order that was sent. Stored, not enforced: Larder has no teams, and team ids do not affect
         *     access.
         * @example []
         */
        readonly TeamIds: readonly string[];
        /**
         * @description Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
         *     access.
         * @example []
         */
        readonly TeamIdsInput: null | components["schemas"]["TeamIds"];
        /**
         * @description The purpose of the token, in one line.
         * @example Servers of the fruit team
         */
        readonly TokenDescription: string;
        /** @description The owner of the token. */
        readonly TokenUser: {
            /**
             * @description The user's e-mail address.
             * @example owner@my-great-org.example
             */
            readonly email: string;
            /**
             * @description The user's name.
             * @example Owner of my_great_org
             */
            readonly name: string;
        };
        /** @description A form of `createPackageUpload`, with the file. */
        readonly UploadedForm: {
            /**
             * Format: binary
             * @description The file, as the last part.
             */
            readonly file: Blob;
            /**
             * @description The key of the form. `${filename}` may be replaced by the name of the file. Any other key is rejected.
             * @example ${filename}
             */
            readonly key: string;
            /**
             * @description The value in the form, unchanged.
             * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
             */
            readonly policy: string;
            /**
             * @description The value in the form, unchanged.
             * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
             */
            readonly signature: string;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A person, or the initial owner of an organization. */
        readonly User: {
            /**
             * Format: uri
             * @description A picture. Always null, because Larder stores none.
             * @example null
             */
            readonly avatar_url: string | null;
            /**
             * Format: date-time
             * @description When the user was created.
             * @example 2024-07-25T01:32:47Z
             */
            readonly created_at: string;
            /**
             * @description The user's e-mail address.
             * @example owner@my-great-org.example
             */
            readonly email: string;
            /** @example VXNlci0tLTAxOTBlNzg0LWYwYTItN2Q1YS05YTU3LTU3Y2IzZWYyYTdmMA== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The user's id.
             * @example 0190e784-f0a2-7d5a-9a57-57cb3ef2a7f0
             */
            readonly id: string;
            /**
             * @description The user's name.
             * @example Owner of my_great_org
             */
            readonly name: string;
        };
    };
    responses: {
        /**
         * @description The request violates this description: a missing parameter, a value out of bounds, a body with a wrong structure, or a
         *     query that is not percent-encoded UTF-8. Fix the errors that `errors` lists.
         */
        readonly BadRequest: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["InvalidRequestProblem"];
            };
        };
        /** @description The token lacks a required scope, which `detail` names. Use a token that has it. */
        readonly Forbidden: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The token lacks a required scope, or a scope of the token to delete; `detail` names it. Use a token that has it. The
         *     token of the server's settings can only be changed there.
         */
        readonly ForbiddenDeletion: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The token lacks a required scope, which `detail` names, or the project is archived or quarantined. Use a token that has
         *     the scope, or set the status of the project.
         */
        readonly ForbiddenPublication: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The server's disk or database is full (RFC 4918, section 11.5). Nothing was changed. Retry when the operator has freed
         *     some space.
         */
        readonly InsufficientStorage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The server failed because of a defect; its log has the cause. A change may have been made nevertheless, so check
         *     before you retry.
         */
        readonly InternalError: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The package needs others that are withdrawn, so it was not restored; `detail` has their versions. Restore those first. */
        readonly NeedsWithdrawn: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource does not exist, or the token has no access to it. Check the slugs and ids in the URL, and the token. */
        readonly NotFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller's copy is current. */
        readonly NotModified: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description A package with this name, version and variant already exists; or, of Alpine, one for all architectures instead of this
         *     one, or the other way around. Compare `digests` to find out whether it is identical; otherwise, publish another version. Or a package was deleted more than 24 hours ago (by default), and had different
         *     bytes: publish the original bytes, or another version. Or the package has been withdrawn: restore it, or publish another
         *     version.
         */
        readonly PackageExists: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["PackageExistsProblem"];
            };
        };
        /**
         * @description Other packages of the registry need this one, so it was neither deleted nor withdrawn; `detail` has their versions.
         *     Delete or withdraw those first.
         */
        readonly PackageNeeded: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The requested range of the file. */
        readonly PartOfFile: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        /** @description The body is larger than the limit of this server, which `detail` names. Send less, or ask the operator to raise it. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file does not match `If-Match` or `If-Unmodified-Since`. Fetch it without them to get the current one. */
        readonly PreconditionFailed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file ends before the range begins. Request a range within its size, which is in `Content-Range`. */
        readonly RangeNotSatisfiable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Range": components["headers"]["UnsatisfiedRange"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body arrived too slowly for too long, or was not complete in time. Send it again over a faster connection. */
        readonly RequestTimeout: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Another registry of the organization has this slug, or a registry with this slug is still being deleted; see `detail`.
         *     Choose a name with a different kebab-case form, or wait until the other registry is deleted.
         */
        readonly SlugTaken: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token comes from the server's settings and can only be changed there. Use another token. */
        readonly TokenInSettings: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The file is not a valid package of the registry's ecosystem; reading it takes too much time (30 seconds by default) or
         *     memory (512 MiB); it exceeds a limit of its content (entries, their paths, the headers of an archive, the unpacked
         *     size, fields of its metadata) or the maximum of 32 architectures; its name is invalid; the attestations are not about
         *     it; or `package_url` is not the URL of an upload that can be published. Fix the problem in `detail`, and publish
         *     again.
         */
        readonly UnacceptableFile: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The ecosystem of the registry does not allow this tag, or the package has 1,000 tags, the maximum. Choose another tag,
         *     or delete one of them first.
         */
        readonly UnacceptableTag: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The file is empty, or its name is invalid. Upload another file, or the same file with another name, with the same
         *     form.
         */
        readonly UnacceptableUpload: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request has no credentials, or unknown or expired ones. Send a valid access token. */
        readonly Unauthorized: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The database or the blob store does not respond, the server is busy reading other published files, or it is stopping.
         *     Try again in a moment. A change may have been made nevertheless.
         */
        readonly Unavailable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The destination has another ecosystem, the package is left out of its index, or it would exceed the maximum number of
         *     architectures. `detail` has the reason and the remedy.
         */
        readonly UnprocessableCopy: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The cursor is not from a link of a page, or `after` and `before` were sent together. Start again at the first page. */
        readonly UnprocessableCursor: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The OIDC policy is invalid, or the body has another ecosystem; see `detail`. Fix the policy, or create another
         *     registry for the other ecosystem.
         */
        readonly UnprocessableRegistry: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The expiry is in the past, or later than that of the token in use; see `detail`. Choose a time between. */
        readonly UnprocessableToken: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The ecosystem of the registry signs nothing, or the registry has 10 keys, the maximum; see `detail`. Choose
         *     another registry, or let the old keys expire earlier.
         */
        readonly UnrotatableKey: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operation does not support the media type, character set or encoding of the body. Set `Content-Type` accordingly. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The policy, its signature or the key does not belong to this upload, or the form has expired. Send the form unchanged,
         *     or request another upload.
         */
        readonly UploadRefused: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A file was already uploaded with this form. Publish that file, or request another upload. */
        readonly UploadUsed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The package has been withdrawn. Restore it first, which needs the scope `delete_packages`. */
        readonly VersionWithdrawn: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["PackageExistsProblem"];
            };
        };
        /** @description The whole file. */
        readonly WholeFile: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        /** @description The clients of the registry's ecosystem have no status of projects. Withdraw or unlist its packages instead. */
        readonly WithoutStatus: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The access token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly AccessTokenInPath: string;
        /**
         * @description Returns the page after this cursor, with older packages. Cursors come from the links of other pages.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly After: string;
        /**
         * @description Returns the page before this cursor, with newer packages. Cursors come from the links of other pages.
         * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
         */
        readonly Before: string;
        /**
         * @description The file's name, percent-encoded, including its slashes.
         * @example banana_1.1-2_amd64.deb
         */
        readonly FileInPath: string;
        /**
         * @description The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfMatch: string;
        /**
         * @description The `Last-Modified` of the caller's copy.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfModifiedSince: string;
        /**
         * @description The ETags of the caller's copies.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfNoneMatch: string;
        /**
         * @description The ETag or date of the caller's copy. If the file has changed since, the response is the whole file instead of the
         *     range.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfRange: string;
        /**
         * @description The file must not have changed after this date (RFC 9110, section 13.1.4); otherwise, the response is 412. Ignored
         *     together with `If-Match`, and if it is not a date.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfUnmodifiedSince: string;
        /**
         * @description The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * @description The package's id. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageInPath: string;
        /**
         * @description Returns only packages with exactly this name.
         * @example banana
         */
        readonly PackageName: string;
        /**
         * @description The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly Page: number;
        /**
         * @description The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
         *     Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly PageOfAll: number;
        /**
         * @description The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
         * @example 30
         */
        readonly PerPage: number;
        /**
         * @description The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
         *     numbers above 100 as 100.
         * @example 30
         */
        readonly PerPageOfAll: number;
        /**
         * @description The project's name, in any spelling that its ecosystem treats as equal.
         * @example banana-split
         */
        readonly ProjectInPath: string;
        /**
         * @description The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
         *     is the whole file.
         * @example bytes=0-1023
         */
        readonly Range: string;
        /**
         * @description The registry's slug.
         * @example my-registry
         */
        readonly RegistryInPath: string;
        /**
         * @description The registry token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
         */
        readonly RegistryTokenInPath: string;
        /**
         * @description The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
         *     most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
         * @example stable
         */
        readonly TagInPath: string;
        /**
         * @description The slug of the destination registry.
         * @example my-other-registry
         */
        readonly To: string;
        /**
         * @description The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly Upload: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Ranges of the file can be requested.
         * @example bytes
         */
        readonly AcceptRanges: "bytes";
        /**
         * @description How caches may store the response. A response to a request with credentials is private and must be revalidated. A
         *     response with a secret is not stored. A file of a public registry whose URL has its digest never changes.
         * @example private, no-cache
         */
        readonly CacheControl: "private, no-cache" | "no-cache" | "no-store" | "public, max-age=31536000, immutable";
        /**
         * @description The name under which to save the file.
         * @example attachment; filename="banana_1.1-2_amd64.deb"
         */
        readonly ContentDisposition: string;
        /**
         * @description The length of the response in bytes.
         * @example 6
         */
        readonly ContentLength: number;
        /**
         * @description The range of the bytes, and the size of the file.
         * @example bytes 0-5/6
         */
        readonly ContentRange: string;
        /**
         * @description Clients must use the type in `Content-Type`, regardless of the content.
         * @example nosniff
         */
        readonly ContentTypeOptions: "nosniff";
        /**
         * @description The SHA-256 of the whole file in quotes.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly ETag: string;
        /**
         * @description When the file was published or its index was built. Later with every change, even within one second.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly LastModified: string;
        /**
         * @description The links of the page, in the format of RFC 8288.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages?after=0191e239-bb10-7d66-a1db-b79b8ba83151>; rel="next"
         */
        readonly Link: string;
        /**
         * @description Links to the list or the requested page, and to the first, previous and next page, in the format of RFC 8288. Links
         *     without a target are absent.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries>; rel="self"
         */
        readonly PagesLink: string;
        /**
         * @description The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: components["schemas"]["RequestId"];
        /**
         * @description The size of the file, which ends before the requested range.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * @description The required kind of credentials.
         * @example Bearer realm="Larder"
         */
        readonly WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getRoot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The greeting. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Greeting"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The process is running. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getDescription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The description. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Description"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The server is ready. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly storePackageUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["Upload"];
            };
            readonly cookie?: never;
        };
        /** @description The form's data and the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["UploadedForm"];
            };
        };
        readonly responses: {
            /** @description The file is stored and can be published by its URL. */
            readonly 204: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["UploadRefused"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["UploadUsed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableUpload"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token was deleted. */
            readonly 204: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["TokenInSettings"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listAccessTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 *     Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 *     numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AccessToken"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The settings of the token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessTokenInput"];
            };
        };
        readonly responses: {
            /** @description The token with its secret. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessTokenWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableToken"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
    };
    readonly deleteAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token was deleted. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenDeletion"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
    };
    readonly listOrganizations: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page of organizations. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Organization"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOrganization: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The organization. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Organization"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRateLimit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The limits. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RateLimits"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRegistries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 *     Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 *     numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The registries. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Registry"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The settings of the registry. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryInput"];
            };
        };
        readonly responses: {
            /** @description The created registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly replaceRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The changed registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly updateRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The changed registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly deleteRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The registry was deleted. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly patchRegistry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The changed registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly explainOidcPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description A token, or its claims. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OidcExplanationInput"];
            };
        };
        readonly responses: {
            /** @description The evaluation of the policy. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OidcExplanation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPackages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Returns the page after this cursor, with older packages. Cursors come from the links of other pages.
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly after?: components["parameters"]["After"];
                /**
                 * @description Returns the page before this cursor, with newer packages. Cursors come from the links of other pages.
                 * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
                 */
                readonly before?: components["parameters"]["Before"];
                /**
                 * @description Returns only packages with exactly this name.
                 * @example banana
                 */
                readonly name?: components["parameters"]["PackageName"];
                /**
                 * @description The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["Link"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableCursor"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly publishPackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description A form with the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["PackageInput"];
            };
        };
        readonly responses: {
            /** @description The published package. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenPublication"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PackageExists"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableFile"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getPackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The package. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deletePackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The package was deleted. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PackageNeeded"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly copyPackage: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The slug of the destination registry.
                 * @example my-other-registry
                 */
                readonly to: components["parameters"]["To"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The copy, in the destination registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenPublication"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PackageExists"];
            readonly 422: components["responses"]["UnprocessableCopy"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-resolves": {
            readonly "to": "registry";
        };
    };
    readonly listPackageFiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The files. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageFileList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPackageFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The `Last-Modified` of the caller's copy.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETags of the caller's copies.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The ETag or date of the caller's copy. If the file has changed since, the response is the whole file instead of the
                 *     range.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * @description The file must not have changed after this date (RFC 9110, section 13.1.4); otherwise, the response is 412. Ignored
                 *     together with `If-Match`, and if it is not a date.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /**
                 * @description The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
                 *     is the whole file.
                 * @example bytes=0-1023
                 */
                readonly Range?: components["parameters"]["Range"];
            };
            readonly path: {
                /**
                 * @description The file's name, percent-encoded, including its slashes.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["WholeFile"];
            readonly 206: components["responses"]["PartOfFile"];
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 416: components["responses"]["RangeNotSatisfiable"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly restorePackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The package. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["NeedsWithdrawn"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly setPackageStanding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The standing and the notice. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageStandingInput"];
            };
        };
        readonly responses: {
            /** @description The package, with its new standing. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["VersionWithdrawn"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly setPackageTag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 *     most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The package, with the tag. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["VersionWithdrawn"];
            readonly 422: components["responses"]["UnacceptableTag"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly deletePackageTag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 *     most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The package, without the tag. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly withdrawPackage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The reason. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageNoticeInput"];
            };
        };
        readonly responses: {
            /** @description The withdrawn package. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PackageNeeded"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly createPackageUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The form. It can be used once, and expires after an hour by default. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageUpload"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getProjectStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The status. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectStatus"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly setProjectStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The status and the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProjectStatusInput"];
            };
        };
        readonly responses: {
            /** @description The new status. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectStatus"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WithoutStatus"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listSigningKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The keys. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKeys"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description How long the old keys sign. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["KeyRotation"];
            };
        };
        readonly responses: {
            /** @description The keys, the new one first. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKeys"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnrotatableKey"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listRegistryTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 *     Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 *     numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RegistryToken"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRegistryToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The settings of the token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenInput"];
            };
        };
        readonly responses: {
            /** @description The token with its secret. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryTokenWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getRegistryToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly updateRegistryToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /** @description The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenChanges"];
            };
        };
        readonly responses: {
            /** @description The changed token. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly deleteRegistryToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * @description The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token was deleted. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
    readonly listOrganizations: "page" | "per_page";
    readonly listPackages: "page" | "per_page";
}

