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
         *
         * Returns a greeting and the server's time. For simple reachability checks. Clients whose `Accept` prefers `text/html`
         * get the front page instead.
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
         *
         * Responds as long as the process runs. If it does not, restart the process.
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
         *
         * The OpenAPI description that this server enforces, as one file without external references.
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
         *
         * Checks the database and the blob store. Send traffic to this server only while the response is 200.
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
                 * The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
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
         *
         * Stores the file of a form of `createPackageUpload`. The form is authorized by its signed policy; an `Authorization`
         * header is ignored. The file must be the last part, and the other parts may be in any order: the form is checked
         * before the file is read, and a rejected form stores nothing. Unknown parts, and text parts after the file, are
         * ignored.
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
         *
         * The token of the request, without its secret. `organization` is an extension of Larder: with it, a client with any
         * token can find its organization.
         */
        readonly get: operations["getAccessToken"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke the access token in use
         *
         * The token of the request stops working immediately, on every server, and so do all tokens that it created. The token
         * of the server's settings cannot be revoked.
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
         *
         * All access tokens of the organization, oldest first, without their secrets, or one page with `page` or `per_page`.
         * An extension of Larder.
         */
        readonly get: operations["listAccessTokens"];
        readonly put?: never;
        /**
         * Create an access token
         *
         * Makes an access token for the same organization and user. It can have no scope that the token in use lacks, and
         * works no longer than that one: it expires with it at the latest, and ends when it is deleted or revoked. (Not so the
         * tokens that the token of the server's settings makes: its secret may be changed there without harm to them.) The
         * response shows the new secret, this once. An extension of Larder.
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
                 * The access token's id. Case-insensitive (RFC 9562, section 4).
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
         *
         * The token stops working immediately, on every server, and so do all tokens that it made. The token in use must have
         * all scopes of the one that it deletes. The token of the server's settings cannot be deleted. An extension of Larder.
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
         *
         * The organizations that the token can see. A token belongs to one organization, so there is one.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get an organization
         *
         * The details of one organization.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the rate limits
         *
         * The number of requests that the organization may send per minute and has sent. Larder does not enforce limits yet.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List registries
         *
         * All registries of the organization, oldest first, or one page with `page` or `per_page`.
         */
        readonly get: operations["listRegistries"];
        readonly put?: never;
        /**
         * Create a registry
         *
         * Creates an empty registry of one ecosystem. Its slug, which is part of all URLs, is the kebab-case form of its name.
         * Unknown properties are ignored.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a registry
         *
         * The details of one registry.
         */
        readonly get: operations["getRegistry"];
        /**
         * Replace a registry
         *
         * The same as the update with `POST`. Absent properties are unchanged. Terraform sends this method.
         */
        readonly put: operations["replaceRegistry"];
        /**
         * Update a registry
         *
         * Changes the properties in the body: absent properties are unchanged, `null` clears, a value sets. A new name changes
         * the slug, and so the URLs, unless its kebab-case form is the same.
         */
        readonly post: operations["updateRegistry"];
        /**
         * Delete a registry
         *
         * Permanently deletes the registry with all its packages and tokens, which can no longer be read or used after the
         * response. The records of a large registry are removed in the background. Until that is complete, a new registry with
         * the same slug is rejected with 409.
         */
        readonly delete: operations["deleteRegistry"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Patch a registry
         *
         * The same as the update with `POST`. The Go client sends this method.
         */
        readonly patch: operations["patchRegistry"];
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the clients
         *
         * The clients that install from the registry or publish to it, the most usual one first, with the commands that configure
         * them. `$TOKEN` in a command stands for a token, which is never part of the response. An extension of Larder.
         */
        readonly get: operations["listClients"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
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
         *
         * Returns which statement of the registry's policy matches a token or claims, and why the others do not. Grants no
         * access. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List packages
         *
         * One page of the registry's packages, newest first. To read all of them, follow `links.next` until it is absent;
         * packages may be deleted meanwhile. `page` counts from the newest package, so pages shift if packages are published
         * or deleted meanwhile. It cannot be combined with `after` and `before`.
         */
        readonly get: operations["listPackages"];
        readonly put?: never;
        /**
         * Publish a package
         *
         * Reads the package and its version from the file, and stores it. The same name, version and variant cannot be
         * published twice. Unknown parts of the form are ignored.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a package
         *
         * The details of one package.
         */
        readonly get: operations["getPackage"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a package
         *
         * Deletes the package and its files. Copies in other registries are kept. A package that other packages of the registry need cannot be deleted.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
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
         *
         * Copies a package to another registry of the same organization and ecosystem. The copy has its own id and shares
         * the bytes. The operation needs no body, and does not read one.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the files of a package
         *
         * The files of a package, with sizes, digests and download URLs. The images of an index and the referrers of an image,
         * such as signatures, are files with a package of their own. An extension of Larder.
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
                 * The file's name, percent-encoded, including its slashes.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download a file of a package
         *
         * The bytes of one file, or a range of them (`Range`), or 304 if the caller's copy is current. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
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
         *
         * Offers a withdrawn package again and removes its notice. Has no effect on other packages. A package that needs
         * withdrawn ones is restored after them. The operation needs no body, and does not read one. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Offer or unlist a package
         *
         * Sets whether clients are offered the package, and its notice. Clients still install an unlisted package if they
         * request exactly its version. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Tag a package
         *
         * Points a tag to the package. If it points to another package of the same name, it is moved. The operation needs no
         * body, and does not read one. An extension of Larder.
         */
        readonly put: operations["setPackageTag"];
        readonly post?: never;
        /**
         * Delete a tag
         *
         * Deletes a tag that points to the package. Has no effect if it does not exist or points to another package. An
         * extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
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
         *
         * Makes a package unavailable: it is not listed for clients, its files are not found, and it cannot be copied. Its
         * version cannot be published again, unless the package is restored. Tags that point to it remain, except for a default
         * tag. This API still shows the package. Withdrawing it again only replaces its notice. A package that others need
         * is withdrawn after those. The body is optional. An
         * extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
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
         *
         * Returns a form to upload a file without other credentials: send all of `form.data`, then the file as the last part,
         * to `form.url`. Then publish the file by its URL, which is `form.url` and the filled-in `key`, joined by a slash. The
         * operation needs no body, and does not read one.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the status of a project
         *
         * The status of all packages of one name. It is `active` until it is set. An extension of Larder.
         */
        readonly get: operations["getProjectStatus"];
        /**
         * Set the status of a project
         *
         * Sets the status of all packages of one name, of ecosystems whose clients have one: Python (PEP 792). Pages for clients
         * have the status and its reason. The status ends with the last package of the project. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the signing keys
         *
         * The public keys that sign what clients fetch from the registry, newest first; none if its ecosystem signs nothing. An
         * extension of Larder.
         */
        readonly get: operations["listSigningKeys"];
        readonly put?: never;
        /**
         * Create a signing key
         *
         * Replaces the signing key of the registry by a new one. The old ones sign together with it until they expire, so that clients have time to get the new one
         * from the same URL. With 0 days, clients that have an old key reject the registry immediately. An extension of Larder.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List registry tokens
         *
         * All tokens of the registry, oldest first, without their secrets, or one page with `page` or `per_page`.
         */
        readonly get: operations["listRegistryTokens"];
        readonly put?: never;
        /**
         * Create a registry token
         *
         * Creates a token that can read this registry only. It expires with the token in use, and is deleted together with it,
         * unless that is the token of the server's settings. The secret is only in this response.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a registry token
         *
         * The details of one token, without its secret.
         */
        readonly get: operations["getRegistryToken"];
        readonly put?: never;
        /**
         * Update a registry token
         *
         * Changes the description of the token. An absent description is unchanged, and so is the secret.
         */
        readonly post: operations["updateRegistryToken"];
        /**
         * Delete a registry token
         *
         * The token stops working immediately.
         */
        readonly delete: operations["deleteRegistryToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Search packages
         *
         * Finds names in all registries that the token can read: first the names that are equal to `q`, then those that begin
         * with it, by name, then those that have it elsewhere, the last added first. A name has one item in each registry. Names
         * without offered versions and names in quarantine are not found. An extension of Larder.
         */
        readonly get: operations["searchPackages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
         *
         * The owner of the token.
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
        readonly AccessToken: AccessToken;
        readonly AccessTokenInput: AccessTokenInput;
        readonly AccessTokenWithSecret: AccessTokenWithSecret;
        readonly Bytes: Bytes;
        readonly Deletion: Deletion;
        readonly Description: Description;
        readonly Digests: Digests;
        readonly Ecosystem: Ecosystem;
        readonly FoundName: FoundName;
        readonly GraphqlId: GraphqlId;
        readonly Greeting: Greeting;
        readonly Health: Health;
        readonly InvalidPlace: InvalidPlace;
        readonly InvalidRequestProblem: InvalidRequestProblem;
        readonly KeyRotation: KeyRotation;
        readonly OidcClaimExplanation: OidcClaimExplanation;
        readonly OidcExplanation: OidcExplanation;
        readonly OidcExplanationInput: OidcExplanationInput;
        readonly OidcMatcher: OidcMatcher;
        readonly OidcPolicy: OidcPolicy;
        readonly OidcPolicyText: OidcPolicyText;
        readonly OidcRule: OidcRule;
        readonly OidcScalar: OidcScalar;
        readonly OidcStatement: OidcStatement;
        readonly OidcStatementExplanation: OidcStatementExplanation;
        readonly OidcTokenCheck: OidcTokenCheck;
        readonly OidcTokenExplanation: OidcTokenExplanation;
        readonly Organization: Organization;
        readonly OrganizationReference: OrganizationReference;
        readonly OrganizationSlug: OrganizationSlug;
        readonly Package: Package;
        readonly PackageCreatedAt: PackageCreatedAt;
        readonly PackageExistsProblem: PackageExistsProblem;
        readonly PackageFile: PackageFile;
        readonly PackageFileList: PackageFileList;
        readonly PackageId: PackageId;
        readonly PackageInput: PackageInput;
        readonly PackageList: PackageList;
        readonly PackageListItem: PackageListItem;
        readonly PackageMetadata: PackageMetadata;
        readonly PackageNameValue: PackageNameValue;
        readonly PackageNotice: PackageNotice;
        readonly PackageNoticeInput: PackageNoticeInput;
        readonly PackageNoticeText: PackageNoticeText;
        readonly PackageOfFile: PackageOfFile;
        readonly PackagePublisher: PackagePublisher;
        readonly PackageSearch: PackageSearch;
        readonly PackageStanding: PackageStanding;
        readonly PackageStandingInput: PackageStandingInput;
        readonly PackageTags: PackageTags;
        readonly PackageUpload: PackageUpload;
        readonly PackageUploadForm: PackageUploadForm;
        readonly PackageUrl: PackageUrl;
        readonly PackageVariant: PackageVariant;
        readonly PackageVersion: PackageVersion;
        readonly PackageWebUrl: PackageWebUrl;
        readonly PageLink: PageLink;
        readonly PageLinks: PageLinks;
        readonly Problem: Problem;
        readonly ProblemType: ProblemType;
        readonly ProjectStatus: ProjectStatus;
        readonly ProjectStatusInput: ProjectStatusInput;
        readonly ProjectStatusMarker: ProjectStatusMarker;
        readonly RateLimit: RateLimit;
        readonly RateLimits: RateLimits;
        readonly Readiness: Readiness;
        readonly Registry: Registry;
        readonly RegistryChanges: RegistryChanges;
        readonly RegistryClient: RegistryClient;
        readonly RegistryClients: RegistryClients;
        readonly RegistryColor: RegistryColor;
        readonly RegistryColorInput: RegistryColorInput;
        readonly RegistryDescription: RegistryDescription;
        readonly RegistryEmoji: RegistryEmoji;
        readonly RegistryInput: RegistryInput;
        readonly RegistryName: RegistryName;
        readonly RegistryPublic: RegistryPublic;
        readonly RegistryReference: RegistryReference;
        readonly RegistrySlug: RegistrySlug;
        readonly RegistryToken: RegistryToken;
        readonly RegistryTokenChanges: RegistryTokenChanges;
        readonly RegistryTokenInput: RegistryTokenInput;
        readonly RegistryTokenWithSecret: RegistryTokenWithSecret;
        readonly RequestId: RequestId;
        readonly Scope: Scope;
        readonly SearchFacets: SearchFacets;
        readonly Sha256: Sha256;
        readonly Sha512: Sha512;
        readonly SigningKey: SigningKey;
        readonly SigningKeyFormat: SigningKeyFormat;
        readonly SigningKeys: SigningKeys;
        readonly TeamIds: TeamIds;
        readonly TeamIdsInput: TeamIdsInput;
        readonly TokenDescription: TokenDescription;
        readonly TokenUser: TokenUser;
        readonly UploadedForm: UploadedForm;
        readonly User: User;
    };
    responses: {
        /**
         * The request violates this description: a missing parameter, a value out of bounds, a body with a wrong structure, or a
         * query that is not percent-encoded UTF-8. Fix the errors that `errors` lists.
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
        /** The token lacks a required scope, which `detail` names. Use a token that has it. */
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
         * The token lacks a required scope, or a scope of the token to delete; `detail` names it. Use a token that has it. The
         * token of the server's settings can only be changed there.
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
         * The token lacks a required scope, which `detail` names, or the project is archived or quarantined. Use a token that has
         * the scope, or set the status of the project.
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
         * The server's disk or database is full (RFC 4918, section 11.5). Nothing was changed. Retry when the operator has freed
         * some space.
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
         * The server failed because of a defect; its log has the cause. A change may have been made nevertheless, so check
         * before you retry.
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
        /** The package needs others that are withdrawn, so it was not restored; `detail` has their versions. Restore those first. */
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
        /** The resource does not exist, or the token has no access to it. Check the slugs and ids in the URL, and the token. */
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
        /** The caller's copy is current. */
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
         * A package with this name, version and variant already exists; or, of Alpine, one for all architectures instead of this
         * one, or the other way around. Compare `digests` to find out whether it is identical; otherwise, publish another version. Or a package was deleted more than 24 hours ago (by default), and had different
         * bytes: publish the original bytes, or another version. Or the package has been withdrawn: restore it, or publish another
         * version.
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
         * Other packages of the registry need this one, so it was neither deleted nor withdrawn; `detail` has their versions.
         * Delete or withdraw those first.
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
        /** The requested range of the file. */
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
        /** The body is larger than the limit of this server, which `detail` names. Send less, or ask the operator to raise it. */
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
        /** The file does not match `If-Match` or `If-Unmodified-Since`. Fetch it without them to get the current one. */
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
        /** The file ends before the range begins. Request a range within its size, which is in `Content-Range`. */
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
        /** The body arrived too slowly for too long, or was not complete in time. Send it again over a faster connection. */
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
         * Another registry of the organization has this slug, or a registry with this slug is still being deleted; see `detail`.
         * Choose a name with a different kebab-case form, or wait until the other registry is deleted.
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
        /** The token comes from the server's settings and can only be changed there. Use another token. */
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
         * The file is not a valid package of the registry's ecosystem; reading it takes too much time (30 seconds by default) or
         * memory (512 MiB); it exceeds a limit of its content (entries, their paths, the headers of an archive, the unpacked
         * size, fields of its metadata) or the maximum of 32 architectures; its name is invalid; the attestations are not about
         * it; or `package_url` is not the URL of an upload that can be published. Fix the problem in `detail`, and publish
         * again.
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
         * The ecosystem of the registry does not allow this tag, or the package has 1,000 tags, the maximum. Choose another tag,
         * or delete one of them first.
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
         * The file is empty, or its name is invalid. Upload another file, or the same file with another name, with the same
         * form.
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
        /** The request has no credentials, or unknown or expired ones. Send a valid access token. */
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
         * The database or the blob store does not respond, the server is busy reading other published files, or it is stopping.
         * Try again in a moment. A change may have been made nevertheless.
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
         * The destination has another ecosystem, the package is left out of its index, or it would exceed the maximum number of
         * architectures. `detail` has the reason and the remedy.
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
        /** The cursor is not from a link of a page, or `after` and `before` were sent together. Start again at the first page. */
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
         * The OIDC policy is invalid, or the body has another ecosystem; see `detail`. Fix the policy, or create another
         * registry for the other ecosystem.
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
        /** The expiry is in the past, or later than that of the token in use; see `detail`. Choose a time between. */
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
         * The ecosystem of the registry signs nothing, or the registry has 10 keys, the maximum; see `detail`. Choose
         * another registry, or let the old keys expire earlier.
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
        /** The operation does not support the media type, character set or encoding of the body. Set `Content-Type` accordingly. */
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
         * The policy, its signature or the key does not belong to this upload, or the form has expired. Send the form unchanged,
         * or request another upload.
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
        /** A file was already uploaded with this form. Publish that file, or request another upload. */
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
        /** The package has been withdrawn. Restore it first, which needs the scope `delete_packages`. */
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
        /** The whole file. */
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
        /** The clients of the registry's ecosystem have no status of projects. Withdraw or unlist its packages instead. */
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
         * The access token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly AccessTokenInPath: string;
        /**
         * Returns the page after this cursor, with older packages. Cursors come from the links of other pages.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly After: string;
        /**
         * Returns the page before this cursor, with newer packages. Cursors come from the links of other pages.
         * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
         */
        readonly Before: string;
        /**
         * The file's name, percent-encoded, including its slashes.
         * @example banana_1.1-2_amd64.deb
         */
        readonly FileInPath: string;
        /**
         * The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfMatch: string;
        /**
         * The `Last-Modified` of the caller's copy.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfModifiedSince: string;
        /**
         * The ETags of the caller's copies.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfNoneMatch: string;
        /**
         * The ETag or date of the caller's copy. If the file has changed since, the response is the whole file instead of the
         * range.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfRange: string;
        /**
         * The file must not have changed after this date (RFC 9110, section 13.1.4); otherwise, the response is 412. Ignored
         * together with `If-Match`, and if it is not a date.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfUnmodifiedSince: string;
        /**
         * The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * The package's id. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageInPath: string;
        /**
         * Returns only packages with exactly this name.
         * @example banana
         */
        readonly PackageName: string;
        /**
         * The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly Page: number;
        /**
         * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
         * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly PageOfAll: number;
        /**
         * The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
         * @example 30
         */
        readonly PerPage: number;
        /**
         * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
         * numbers above 100 as 100.
         * @example 30
         */
        readonly PerPageOfAll: number;
        /**
         * The project's name, in any spelling that its ecosystem treats as equal.
         * @example banana-split
         */
        readonly ProjectInPath: string;
        /**
         * The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
         * is the whole file.
         * @example bytes=0-1023
         */
        readonly Range: string;
        /**
         * The registry's slug.
         * @example my-registry
         */
        readonly RegistryInPath: string;
        /**
         * The registry token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
         */
        readonly RegistryTokenInPath: string;
        /**
         * Returns the page after this cursor. Cursors come from the links of other pages.
         * @example MTIgYmFuYW5h
         */
        readonly SearchAfter: string;
        /**
         * Returns only names in registries of this ecosystem.
         * @example debian
         */
        readonly SearchEcosystem: components["schemas"]["Ecosystem"];
        /**
         * Returns only names in the registry with this slug.
         * @example my-registry
         */
        readonly SearchRegistry: string;
        /**
         * A part of the name, of at least three characters; a shorter text is the beginning of the name. Upper and lower case are
         * equal, and so are `-`, `_` and `.` between words. No character has a special meaning.
         * @example banana
         */
        readonly SearchText: string;
        /**
         * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
         * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
         * @example stable
         */
        readonly TagInPath: string;
        /**
         * The slug of the destination registry.
         * @example my-other-registry
         */
        readonly To: string;
        /**
         * The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
         * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly Upload: string;
    };
    requestBodies: never;
    headers: {
        /**
         * Ranges of the file can be requested.
         * @example bytes
         */
        readonly AcceptRanges: "bytes";
        /**
         * How caches may store the response. A response to a request with credentials is private and must be revalidated. A
         * response with a secret is not stored. A file of a public registry whose URL has its digest never changes.
         * @example private, no-cache
         */
        readonly CacheControl: "private, no-cache" | "no-cache" | "no-store" | "public, max-age=31536000, immutable";
        /**
         * The name under which to save the file.
         * @example attachment; filename="banana_1.1-2_amd64.deb"
         */
        readonly ContentDisposition: string;
        /**
         * The length of the response in bytes.
         * @example 6
         */
        readonly ContentLength: number;
        /**
         * The range of the bytes, and the size of the file.
         * @example bytes 0-5/6
         */
        readonly ContentRange: string;
        /**
         * Clients must use the type in `Content-Type`, regardless of the content.
         * @example nosniff
         */
        readonly ContentTypeOptions: "nosniff";
        /**
         * The SHA-256 of the whole file in quotes.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly ETag: string;
        /**
         * When the file was published or its index was built. Later with every change, even within one second.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly LastModified: string;
        /**
         * The links of the page, in the format of RFC 8288.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages?after=0191e239-bb10-7d66-a1db-b79b8ba83151>; rel="next"
         */
        readonly Link: string;
        /**
         * Links to the list or the requested page, and to the first, previous and next page, in the format of RFC 8288. Links
         * without a target are absent.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries>; rel="self"
         */
        readonly PagesLink: string;
        /**
         * The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: components["schemas"]["RequestId"];
        /**
         * The size of the file, which ends before the requested range.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * The headers of the request that the response depends on.
         * @example Accept
         */
        readonly VaryByAccept: "Accept";
        /**
         * The required kind of credentials.
         * @example Bearer realm="Larder"
         */
        readonly WwwAuthenticate: string;
    };
    pathItems: never;
}
/** An API access token, without its secret. */
export type AccessToken = {
    /**
     * When the token was created.
     *
     * Format: date-time
     * @example 2024-07-25T01:32:48Z
     */
    readonly created_at: string;
    /**
     * The purpose of the token, in one line.
     * @example Made at the first start
     */
    readonly description: components["schemas"]["TokenDescription"];
    /**
     * When the token expires; null for never.
     *
     * Format: date-time
     * @example null
     */
    readonly expires_at: string | null;
    /**
     * When the token was last used, to the minute; null for never. An extension of Larder.
     *
     * Format: date-time
     * @example 2024-09-11T17:55:00Z
     */
    readonly last_used_at: string | null;
    /** A reference to an organization. */
    readonly organization: components["schemas"]["OrganizationReference"];
    /**
     * What the token allows.
     * @example [
     *       "read_packages",
     *       "write_packages"
     *     ]
     */
    readonly scopes: readonly components["schemas"]["Scope"][];
    /** The owner of the token. */
    readonly user: components["schemas"]["TokenUser"];
    /**
     * The token's id.
     *
     * Format: uuid
     * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
     */
    readonly uuid: string;
};
/** The settings of a new access token. */
export type AccessTokenInput = {
    /** The purpose of the token, in one line. */
    readonly description: components["schemas"]["TokenDescription"];
    /**
     * When the token expires, not later than the token in use. If null or absent, it expires with the token in use.
     *
     * Format: date-time
     * @example 2030-01-01T00:00:00Z
     */
    readonly expires_at?: string | null;
    /**
     * What the token allows.
     * @example [
     *       "read_packages"
     *     ]
     */
    readonly scopes: readonly components["schemas"]["Scope"][];
} & {
    readonly [key: string]: unknown;
};
/** A new access token with its secret. */
export type AccessTokenWithSecret = {
    /**
     * When the token was created.
     *
     * Format: date-time
     * @example 2024-07-25T01:32:48Z
     */
    readonly created_at: string;
    /**
     * The purpose of the token, in one line.
     * @example Made at the first start
     */
    readonly description: components["schemas"]["TokenDescription"];
    /**
     * When the token expires; null for never.
     *
     * Format: date-time
     * @example null
     */
    readonly expires_at: string | null;
    /**
     * When the token was last used, to the minute; null for never. An extension of Larder.
     *
     * Format: date-time
     * @example 2024-09-11T17:55:00Z
     */
    readonly last_used_at: string | null;
    /** A reference to an organization. */
    readonly organization: components["schemas"]["OrganizationReference"];
    /**
     * What the token allows.
     * @example [
     *       "read_packages",
     *       "write_packages"
     *     ]
     */
    readonly scopes: readonly components["schemas"]["Scope"][];
    /**
     * The secret, which is shown only once.
     * @example larder_Zm9yIGV4YW1wbGUgb25seQ
     */
    readonly token: string;
    /** The owner of the token. */
    readonly user: components["schemas"]["TokenUser"];
    /**
     * The token's id.
     *
     * Format: uuid
     * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
     */
    readonly uuid: string;
};
/**
 * The bytes of a file.
 *
 * Format: binary
 */
export type Bytes = Blob;
/** A confirmation of a deletion. */
export type Deletion = {
    /**
     * The id of the deleted resource.
     *
     * Format: uuid
     * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
     */
    readonly id: string;
    /**
     * A message for people.
     * @example Deleted banana 1.1-2 (amd64).
     */
    readonly message: string;
};
/** An OpenAPI 3.1 description. */
export type Description = {
    /**
     * Title, version and introduction.
     * @example {
     *       "title": "Larder",
     *       "version": "0.1.0"
     *     }
     */
    readonly info: {
        readonly [key: string]: unknown;
    };
    /**
     * The version of the OpenAPI specification.
     * @example 3.1.1
     */
    readonly openapi: string;
    /**
     * The operations by URL.
     * @example {}
     */
    readonly paths: {
        readonly [key: string]: unknown;
    };
} & {
    readonly [key: string]: unknown;
};
/** Digests of the file, in lower-case hexadecimal. */
export type Digests = {
    /** The SHA-256 of the bytes. */
    readonly sha256: components["schemas"]["Sha256"];
    /** The SHA-512 of the bytes. */
    readonly sha512: components["schemas"]["Sha512"];
};
/**
 * The type of the packages in a registry. Cannot be changed later.
 * @example debian
 * @enum {string}
 */
export type Ecosystem = "alpine" | "debian" | "files" | "helm" | "helm_oci" | "javascript" | "oci" | "python" | "redhat" | "terraform";
/** A name in a registry, with its latest version. Only offered versions count. */
export type FoundName = {
    /** The type of the packages in a registry. Cannot be changed later. */
    readonly ecosystem: components["schemas"]["Ecosystem"];
    /**
     * The id of a package of the latest version.
     *
     * Format: uuid
     * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
     */
    readonly id: string;
    /**
     * The latest version, by the order of the ecosystem. For JavaScript, that of the tag `latest`; for images, whose
     * versions have no order, the last published one.
     * @example 1.1-2
     */
    readonly latest: string;
    /**
     * The name, as in its newest package.
     * @example banana
     */
    readonly name: string;
    /**
     * When the newest package was published.
     *
     * Format: date-time
     * @example 2024-09-11T17:55:57Z
     */
    readonly published_at: string;
    /** A reference to a registry. */
    readonly registry: components["schemas"]["RegistryReference"];
    /**
     * The API URL of that package.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
     */
    readonly url: string;
    /**
     * The number of versions.
     * @example 3
     */
    readonly versions: number;
    /**
     * The URL of the web page of that package.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
     */
    readonly web_url: string;
} & {
    readonly [key: string]: unknown;
};
/**
 * The kind and the id in base64, in the format of Buildkite's GraphQL API.
 * @example UmVnaXN0cnktLS0wMTkxZTIzOC1lMGEzLTdiMGItYmIzNC1iZWVhMDAzNWEzOWQ=
 */
export type GraphqlId = string;
/** The server's greeting. */
export type Greeting = {
    /**
     * A greeting.
     * @example This is Larder, a package registry.
     */
    readonly message: string;
    /**
     * The server's time in seconds since 1970.
     * @example 1724307893
     */
    readonly timestamp: number;
};
/** The state of the process. */
export type Health = {
    /**
     * Always `ok`. A process that is not cannot respond.
     * @example ok
     * @enum {string}
     */
    readonly status: "ok";
};
/** An error in a request, with its location. */
export type InvalidPlace = {
    /**
     * The error.
     * @example must be a whole number in decimal digits, such as 10
     */
    readonly message: string;
    /**
     * The location, beginning with the part of the request; `request` if the error has no single location.
     * @example query.per_page
     */
    readonly path: string;
};
/** A problem with the locations of the errors in the request. */
export type InvalidRequestProblem = {
    /**
     * All errors in one sentence.
     * @example query.per_page: must be a whole number in decimal digits, such as 10
     */
    readonly detail: string;
    /**
     * All errors with their locations. Only the first one for a body that is larger than 16 KiB, compressed, or of
     * unknown length.
     * @example [
     *       {
     *         "path": "query.per_page",
     *         "message": "must be a whole number in decimal digits, such as 10"
     *       }
     *     ]
     */
    readonly errors: readonly components["schemas"]["InvalidPlace"][];
    /**
     * The same as `detail`.
     * @example query.per_page: must be a whole number in decimal digits, such as 10
     */
    readonly message: string;
    /** The id of the request in the server's log. Include it when you report a problem. */
    readonly request_id: components["schemas"]["RequestId"];
    /**
     * The HTTP status.
     * @example 400
     * @constant
     */
    readonly status: 400;
    /**
     * The kind of problem in words.
     * @example Invalid request
     */
    readonly title: string;
    /** The kind of problem. The names do not change. */
    readonly type: components["schemas"]["ProblemType"];
};
/** How long the old keys sign. */
export type KeyRotation = {
    /**
     * The days after which the old keys expire. A key that expires earlier still does.
     * @example 30
     */
    readonly old_keys_expire_in_days: number;
};
/** Whether a rule holds for a claim. */
export type OidcClaimExplanation = {
    /**
     * The value of the claim; absent if there is no such claim.
     * @example my_great_org
     */
    readonly actual?: unknown;
    /**
     * The name of the claim.
     * @example organization_slug
     */
    readonly claim: string;
    /**
     * Whether the rule holds. A rule for a missing claim does not.
     * @example true
     */
    readonly holds: boolean;
    /** The matchers of a rule, of which all must hold. A value that was written by itself is one of `equals`. */
    readonly rule: components["schemas"]["OidcRule"];
};
/** The evaluation of an OIDC policy for a token or claims. */
export type OidcExplanation = {
    /**
     * The index of the first matching statement, which is the only one that applies; null if none matches.
     * @example 0
     */
    readonly matched: number | null;
    /**
     * The scopes that this statement grants for this registry; empty if none matches.
     * @example [
     *       "read_packages",
     *       "write_packages"
     *     ]
     */
    readonly scopes: readonly components["schemas"]["Scope"][];
    /** All statements of the policy, in order. */
    readonly statements: readonly components["schemas"]["OidcStatementExplanation"][];
    /** The checks of a token other than its claims; null if only claims were sent. */
    readonly token: components["schemas"]["OidcTokenExplanation"];
};
/** A token, whose signature, times and audience are also checked, or claims only. */
export type OidcExplanationInput = {
    /**
     * The claims of a token.
     * @example {
     *       "iss": "https://agent.buildkite.com",
     *       "organization_slug": "my_great_org"
     *     }
     */
    readonly claims?: {
        readonly [key: string]: unknown;
    };
    /**
     * An OIDC token of an issuer. It may be expired.
     * @example eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FnZW50LmJ1aWxka2l0ZS5jb20ifQ.c2lnbmF0dXJl
     */
    readonly token?: string;
} & {
    readonly [key: string]: unknown;
};
/** One comparison of a claim. */
export type OidcMatcher = {
    /**
     * `equals` and `in`: the claim is one of the values; `not_equals` and `not_in`: it is not one of them; `matches`: one of
     * the values is a glob that the claim matches, or the claim is not a string.
     * @example in
     * @enum {string}
     */
    readonly matcher: "equals" | "not_equals" | "in" | "not_in" | "matches";
    /**
     * What the claim is compared with.
     * @example [
     *       "main",
     *       "release"
     *     ]
     */
    readonly values: readonly components["schemas"]["OidcScalar"][];
};
/**
 * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
 * text or as an array. Null or an empty text removes it.
 * @example - iss: https://agent.buildkite.com
 *       scopes: [read_packages, write_packages]
 *       claims:
 *         organization_slug: my_great_org
 */
export type OidcPolicy = components["schemas"]["OidcPolicyText"] | readonly components["schemas"]["OidcStatement"][];
/**
 * The statements as YAML or JSON text. Tabs and line breaks are the only allowed control characters.
 * @example - iss: https://agent.buildkite.com
 *       scopes: [read_packages]
 */
export type OidcPolicyText = string | null;
/** The matchers of a rule, of which all must hold. A value that was written by itself is one of `equals`. */
export type OidcRule = readonly components["schemas"]["OidcMatcher"][];
/**
 * A text, number, boolean or null. Claims must also have the same type.
 * @example my_great_org
 */
export type OidcScalar = unknown;
/** The tokens of one issuer that are accepted, and what they may do. */
export type OidcStatement = {
    /**
     * The rules, by the name of the claim: a value that the claim must be equal to, or a map of `equals`, `not_equals`,
     * `in`, `not_in` and `matches`, which must all hold.
     * @example {
     *       "organization_slug": "my_great_org"
     *     }
     */
    readonly claims?: {
        readonly [key: string]: unknown;
    };
    /**
     * The issuer's URL. Required in every statement.
     * @example https://agent.buildkite.com
     */
    readonly iss?: string;
    /**
     * What the tokens may do, as scopes that end with `_packages`.
     * @example [
     *       "read_packages"
     *     ]
     */
    readonly scopes?: readonly string[];
} & {
    readonly [key: string]: unknown;
};
/** The evaluation of a statement. */
export type OidcStatementExplanation = {
    /** The issuer, and all rules. */
    readonly claims: readonly components["schemas"]["OidcClaimExplanation"][];
    /**
     * Whether all of its rules hold.
     * @example true
     */
    readonly matched: boolean;
};
/** A check of a token. */
export type OidcTokenCheck = {
    /**
     * The checked property.
     * @example audience
     * @enum {string}
     */
    readonly check: "issuer" | "audience" | "times" | "signature";
    /**
     * The result, and the expected value.
     * @example The audience is "https://example.com"; it must be http://127.0.0.1:8080/my_great_org/my-registry.
     */
    readonly detail: string;
    /**
     * Whether it holds.
     * @example false
     */
    readonly holds: boolean;
};
/** The checks of a token other than its claims; null if only claims were sent. */
export type OidcTokenExplanation = {
    /**
     * Whether the registry would accept the token now.
     * @example false
     */
    readonly accepted: boolean;
    /** The checks, which must all hold. */
    readonly checks: readonly components["schemas"]["OidcTokenCheck"][];
} | null;
/** The owner of registries, users and tokens. */
export type Organization = {
    /**
     * When the organization was created.
     *
     * Format: date-time
     * @example 2024-07-25T01:32:47Z
     */
    readonly created_at: string;
    /**
     * The kind and the id in base64, in the format of Buildkite's GraphQL API.
     * @example T3JnYW5pemF0aW9uLS0tMDE5MGU3ODQtZWViNy00Y2U0LTlkMmQtODdmN2FiYTg1NDMz
     */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The organization's id.
     *
     * Format: uuid
     * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
     */
    readonly id: string;
    /**
     * The organization's name.
     * @example my_great_org
     */
    readonly name: string;
    /** The organization's slug, which is its name in URLs. */
    readonly slug: components["schemas"]["OrganizationSlug"];
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/organizations/my_great_org
     */
    readonly url: string;
    /**
     * The URL of the web page.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/organizations/my_great_org
     */
    readonly web_url: string;
};
/** A reference to an organization. */
export type OrganizationReference = {
    /**
     * The organization's id.
     *
     * Format: uuid
     * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
     */
    readonly id: string;
    /** The organization's slug, which is its name in URLs. */
    readonly slug: components["schemas"]["OrganizationSlug"];
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/organizations/my_great_org
     */
    readonly url: string;
    /**
     * The URL of the web page.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/organizations/my_great_org
     */
    readonly web_url: string;
};
/**
 * The organization's slug, which is its name in URLs.
 * @example my_great_org
 */
export type OrganizationSlug = string;
/** A published version of a package. */
export type Package = {
    /** When the package was published. */
    readonly created_at: components["schemas"]["PackageCreatedAt"];
    /** Digests of the file, in lower-case hexadecimal. */
    readonly digests: components["schemas"]["Digests"];
    /** The package's id, a UUID of version 7. */
    readonly id: components["schemas"]["PackageId"];
    /** The metadata in the package. The keys depend on the ecosystem. */
    readonly metadata: components["schemas"]["PackageMetadata"];
    /** The package's name, without its version. */
    readonly name: components["schemas"]["PackageNameValue"];
    /**
     * The reason for the standing, or a warning, in one line: clients such as pip print it. Null for none. An extension of
     * Larder.
     */
    readonly notice: components["schemas"]["PackageNotice"];
    /** A reference to an organization. */
    readonly organization: components["schemas"]["OrganizationReference"];
    /**
     * The publisher of the package, or of its copy: the access token, as it was at that time, even if it was deleted since,
     * or the issuer and subject of an OIDC token. Null for packages that 0.1.0 stored. An extension of Larder.
     */
    readonly published_by: components["schemas"]["PackagePublisher"];
    /** A reference to a registry. */
    readonly registry: components["schemas"]["RegistryReference"];
    /**
     * Whether clients find the package: `offered` packages are listed and installed. `unlisted` ones are not offered, but
     * can still be installed by clients that request exactly this version. `withdrawn` ones cannot be installed or
     * downloaded, and their version cannot be published again. An extension of Larder.
     */
    readonly standing: components["schemas"]["PackageStanding"];
    /**
     * The tags that point to the package, in the order of their characters. A tag points to one package of a name. There
     * are at most 1,000, and a default tag. An extension of Larder.
     */
    readonly tags: components["schemas"]["PackageTags"];
    /** The API URL of the package. */
    readonly url: components["schemas"]["PackageUrl"];
    /**
     * Distinguishes files of one version: the architecture of a deb, the extension of a plain file. Null if there is only
     * one.
     */
    readonly variant: components["schemas"]["PackageVariant"];
    /** The version in the package. */
    readonly version: components["schemas"]["PackageVersion"];
    /** The URL of the package's web page. */
    readonly web_url: components["schemas"]["PackageWebUrl"];
};
/**
 * When the package was published.
 *
 * Format: date-time
 * @example 2024-09-11T17:55:57Z
 */
export type PackageCreatedAt = string;
/**
 * A problem with the existing package, so that a retry can detect that the first attempt succeeded; with a withdrawn
 * package; or with a deleted one, whose name, version and variant cannot be published with different bytes.
 */
export type PackageExistsProblem = {
    /**
     * The existing package, and the remedy.
     * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
     */
    readonly detail: string;
    /** Digests of the file, in lower-case hexadecimal. */
    readonly digests: components["schemas"]["Digests"];
    /**
     * The same as `detail`.
     * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
     */
    readonly message: string;
    /** The id of the request in the server's log. Include it when you report a problem. */
    readonly request_id: components["schemas"]["RequestId"];
    /**
     * The HTTP status.
     * @example 409
     * @constant
     */
    readonly status: 409;
    /**
     * The kind of problem in words.
     * @example Package exists
     */
    readonly title: string;
    /** The kind of problem. The names do not change. */
    readonly type: components["schemas"]["ProblemType"];
    /**
     * The API URL of the package; null if it was deleted or withdrawn.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
     */
    readonly url: string | null;
};
/** A file of a package, or the main file of a package about it. */
export type PackageFile = {
    /** Digests of the file, in lower-case hexadecimal. */
    readonly digests: components["schemas"]["Digests"];
    /**
     * The media type that the publisher sent; null if the file's name determines it.
     * @example null
     */
    readonly media_type: string | null;
    /**
     * The metadata of this file. The keys depend on the ecosystem: an image of an index has `platform`, and a referrer
     * has `artifact_type`.
     * @example {}
     */
    readonly metadata: {
        readonly [key: string]: unknown;
    };
    /**
     * The file's name. It may have slashes.
     * @example banana_1.1-2_amd64.deb
     */
    readonly name: string;
    /**
     * The package that has the file as its main file, if that is another one: an image of an index, or a referrer. Lists
     * may omit it. Null for all other files.
     */
    readonly package: components["schemas"]["PackageOfFile"];
    /**
     * `main`: the file of the package. `attached`: stored with it, such as a layer, or needed by it, such as an image of
     * an index. `referrer`: the main file of a package about this one, such as a signature.
     * @example main
     * @enum {string}
     */
    readonly role: "main" | "attached" | "referrer";
    /**
     * The file's size in bytes.
     * @example 6
     */
    readonly size: number;
    /**
     * The download URL of the file.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44/files/banana_1.1-2_amd64.deb
     */
    readonly url: string;
};
/** The files of a package. */
export type PackageFileList = {
    /**
     * The files, in the order in which they were added, then at most 1,000 referrers, the oldest first.
     * @example []
     */
    readonly items: readonly components["schemas"]["PackageFile"][];
};
/**
 * The package's id, a UUID of version 7.
 *
 * Format: uuid
 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
 */
export type PackageId = string;
/**
 * The form to publish a package: the file, or the URL of a presigned upload with the file. It must have exactly one of
 * `file`, `package_url` and `package[package_file]`.
 */
export type PackageInput = {
    /**
     * Attestations of how the package was built: DSSE envelopes, one line of JSON each, at most 1 MiB. Statements with
     * the SHA-256 of the package's file among their subjects are stored as a file of the package; others are dropped.
     *
     * Format: binary
     */
    readonly attestation_bundle?: Blob;
    /**
     * The package. Its file name, at most 255 bytes, is stored; in the `files` ecosystem it contains name and version.
     *
     * Format: binary
     */
    readonly file?: Blob;
    /**
     * The URL of a file that was uploaded with a form of `createPackageUpload`. It can be published once. The name at
     * its end may be percent-encoded or not.
     * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55/banana_1.1-2_amd64.deb
     */
    readonly package_url?: string;
    /**
     * Another name for `file`, which older scripts send.
     *
     * Format: binary
     */
    readonly "package[package_file]"?: Blob;
} & {
    readonly [key: string]: unknown;
};
/** A page of packages, newest first. */
export type PackageList = {
    /**
     * The packages of this page.
     * @example []
     */
    readonly items: readonly components["schemas"]["PackageListItem"][];
    /** The URLs of this page and its neighbours. Links without a target are absent. */
    readonly links: components["schemas"]["PageLinks"];
};
/** A package in a list. Its registry and organization are the same for the whole list. */
export type PackageListItem = {
    /** When the package was published. */
    readonly created_at: components["schemas"]["PackageCreatedAt"];
    /** Digests of the file, in lower-case hexadecimal. */
    readonly digests: components["schemas"]["Digests"];
    /** The package's id, a UUID of version 7. */
    readonly id: components["schemas"]["PackageId"];
    /** The metadata in the package. The keys depend on the ecosystem. */
    readonly metadata: components["schemas"]["PackageMetadata"];
    /** The package's name, without its version. */
    readonly name: components["schemas"]["PackageNameValue"];
    /**
     * The reason for the standing, or a warning, in one line: clients such as pip print it. Null for none. An extension of
     * Larder.
     */
    readonly notice: components["schemas"]["PackageNotice"];
    /**
     * The publisher of the package, or of its copy: the access token, as it was at that time, even if it was deleted since,
     * or the issuer and subject of an OIDC token. Null for packages that 0.1.0 stored. An extension of Larder.
     */
    readonly published_by: components["schemas"]["PackagePublisher"];
    /**
     * Whether clients find the package: `offered` packages are listed and installed. `unlisted` ones are not offered, but
     * can still be installed by clients that request exactly this version. `withdrawn` ones cannot be installed or
     * downloaded, and their version cannot be published again. An extension of Larder.
     */
    readonly standing: components["schemas"]["PackageStanding"];
    /**
     * The tags that point to the package, in the order of their characters. A tag points to one package of a name. There
     * are at most 1,000, and a default tag. An extension of Larder.
     */
    readonly tags: components["schemas"]["PackageTags"];
    /** The API URL of the package. */
    readonly url: components["schemas"]["PackageUrl"];
    /**
     * Distinguishes files of one version: the architecture of a deb, the extension of a plain file. Null if there is only
     * one.
     */
    readonly variant: components["schemas"]["PackageVariant"];
    /** The version in the package. */
    readonly version: components["schemas"]["PackageVersion"];
    /** The URL of the package's web page. */
    readonly web_url: components["schemas"]["PackageWebUrl"];
};
/**
 * The metadata in the package. The keys depend on the ecosystem.
 * @example {
 *       "architecture": "amd64",
 *       "maintainer": "Fruit Team <fruit@my-great-org.example>",
 *       "description": "A yellow fruit"
 *     }
 */
export type PackageMetadata = {
    readonly [key: string]: unknown;
};
/**
 * The package's name, without its version.
 * @example banana
 */
export type PackageNameValue = string;
/**
 * The reason for the standing, or a warning, in one line: clients such as pip print it. Null for none. An extension of
 * Larder.
 * @example null
 */
export type PackageNotice = string | null;
/** The new notice. */
export type PackageNoticeInput = {
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly notice?: components["schemas"]["PackageNoticeText"];
};
/**
 * The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none.
 * @example Broken on arm64
 */
export type PackageNoticeText = string | null;
/**
 * The package that has the file as its main file, if that is another one: an image of an index, or a referrer. Lists
 * may omit it. Null for all other files.
 * @example null
 */
export type PackageOfFile = {
    /** The package's id, a UUID of version 7. */
    readonly id: components["schemas"]["PackageId"];
    /** The API URL of the package. */
    readonly url: components["schemas"]["PackageUrl"];
    /** The URL of the package's web page. */
    readonly web_url: components["schemas"]["PackageWebUrl"];
} | null;
/**
 * The publisher of the package, or of its copy: the access token, as it was at that time, even if it was deleted since,
 * or the issuer and subject of an OIDC token. Null for packages that 0.1.0 stored. An extension of Larder.
 */
export type PackagePublisher = {
    /**
     * The description of the access token, or the subject (`sub`) of the OIDC token.
     * @example Made at the first start
     */
    readonly description: string;
    /**
     * The access token's id; null for an OIDC token.
     *
     * Format: uuid
     * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
     */
    readonly id: string | null;
    /**
     * The issuer (`iss`) of the OIDC token; null for an access token.
     * @example null
     */
    readonly issuer: string | null;
} | null;
/** A page of found names, in the order of the search. */
export type PackageSearch = {
    /** The numbers of found names by ecosystem and by registry, without the parameters `ecosystem` and `registry`. */
    readonly facets: components["schemas"]["SearchFacets"];
    /**
     * The found names of this page.
     * @example []
     */
    readonly items: readonly components["schemas"]["FoundName"][];
    /** The URLs of this page and its neighbours. Links without a target are absent. */
    readonly links: components["schemas"]["PageLinks"];
} & {
    readonly [key: string]: unknown;
};
/**
 * Whether clients find the package: `offered` packages are listed and installed. `unlisted` ones are not offered, but
 * can still be installed by clients that request exactly this version. `withdrawn` ones cannot be installed or
 * downloaded, and their version cannot be published again. An extension of Larder.
 * @example offered
 * @enum {string}
 */
export type PackageStanding = "offered" | "unlisted" | "withdrawn";
/** The new standing and notice. */
export type PackageStandingInput = {
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly notice?: components["schemas"]["PackageNoticeText"];
    /**
     * `offered`, or `unlisted` for a package that clients install only if they request exactly its version.
     * @example unlisted
     * @enum {string}
     */
    readonly standing: "offered" | "unlisted";
};
/**
 * The tags that point to the package, in the order of their characters. A tag points to one package of a name. There
 * are at most 1,000, and a default tag. An extension of Larder.
 * @example []
 */
export type PackageTags = readonly string[];
/** A form to upload one file. */
export type PackageUpload = {
    /** How to send the file. */
    readonly form: components["schemas"]["PackageUploadForm"];
    /**
     * The future URL of the file, for people. Clients do not need it.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
     */
    readonly uri: string;
};
/** How to send the file. */
export type PackageUploadForm = {
    /** The other parts of the form, to be sent unchanged. The server replaces `${filename}`. */
    readonly data: {
        /**
         * The file's name below `form.url`.
         * @example ${filename}
         */
        readonly key: string;
        /**
         * What the form allows, in base64.
         * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
         */
        readonly policy: string;
        /**
         * The server's signature over the policy.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly signature: string;
    };
    /**
     * The name of the part with the file.
     * @example file
     * @constant
     */
    readonly file_input: "file";
    /**
     * The HTTP method.
     * @example POST
     * @constant
     */
    readonly method: "POST";
    /**
     * The URL to send the form to.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
     */
    readonly url: string;
};
/**
 * The API URL of the package.
 *
 * Format: uri
 * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
 */
export type PackageUrl = string;
/**
 * Distinguishes files of one version: the architecture of a deb, the extension of a plain file. Null if there is only
 * one.
 * @example amd64
 */
export type PackageVariant = string | null;
/**
 * The version in the package.
 * @example 1.1-2
 */
export type PackageVersion = string;
/**
 * The URL of the package's web page.
 *
 * Format: uri
 * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
 */
export type PackageWebUrl = string;
/**
 * The URL of a page, with the filter and the page size of this one.
 *
 * Format: uri
 * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages
 */
export type PageLink = string;
/** The URLs of this page and its neighbours. Links without a target are absent. */
export type PageLinks = {
    /** The URL of a page, with the filter and the page size of this one. */
    readonly first?: components["schemas"]["PageLink"];
    /** The URL of a page, with the filter and the page size of this one. */
    readonly next?: components["schemas"]["PageLink"];
    /** The URL of a page, with the filter and the page size of this one. */
    readonly prev?: components["schemas"]["PageLink"];
    /** The URL of a page, with the filter and the page size of this one. */
    readonly self: components["schemas"]["PageLink"];
};
/** The reason for a failure (RFC 9457), with the `message` that clients of Buildkite's API read. */
export type Problem = {
    /**
     * The problem with this request, and the remedy.
     * @example Registry "my-registri" not found, or the token has no access to it.
     */
    readonly detail: string;
    /**
     * The same as `detail`.
     * @example Registry "my-registri" not found, or the token has no access to it.
     */
    readonly message: string;
    /** The id of the request in the server's log. Include it when you report a problem. */
    readonly request_id: components["schemas"]["RequestId"];
    /**
     * The HTTP status.
     * @example 404
     */
    readonly status: number;
    /**
     * The kind of problem in words.
     * @example Not found
     */
    readonly title: string;
    /** The kind of problem. The names do not change. */
    readonly type: components["schemas"]["ProblemType"];
};
/**
 * The kind of problem. The names do not change.
 *
 * Format: uri
 * @example urn:larder:problem:not-found
 * @enum {string}
 */
export type ProblemType = "urn:larder:problem:invalid-request" | "urn:larder:problem:unauthenticated" | "urn:larder:problem:missing-scope" | "urn:larder:problem:token-in-settings" | "urn:larder:problem:not-found" | "urn:larder:problem:method-not-allowed" | "urn:larder:problem:request-timeout" | "urn:larder:problem:package-exists" | "urn:larder:problem:version-deleted" | "urn:larder:problem:package-needed" | "urn:larder:problem:needs-withdrawn" | "urn:larder:problem:tag-moved" | "urn:larder:problem:version-withdrawn" | "urn:larder:problem:project-closed" | "urn:larder:problem:too-many-tags" | "urn:larder:problem:unacceptable-tag" | "urn:larder:problem:too-many-keys" | "urn:larder:problem:no-signing-key" | "urn:larder:problem:slug-taken" | "urn:larder:problem:upload-refused" | "urn:larder:problem:upload-used" | "urn:larder:problem:upload-offset" | "urn:larder:problem:unusable-upload" | "urn:larder:problem:digest-mismatch" | "urn:larder:problem:unusable-expiry" | "urn:larder:problem:unusable-attestation" | "urn:larder:problem:precondition-failed" | "urn:larder:problem:payload-too-large" | "urn:larder:problem:unsupported-media-type" | "urn:larder:problem:range-not-satisfiable" | "urn:larder:problem:expectation-failed" | "urn:larder:problem:unacceptable-file" | "urn:larder:problem:content-missing" | "urn:larder:problem:unusable-cursor" | "urn:larder:problem:invalid-policy" | "urn:larder:problem:ecosystem-fixed" | "urn:larder:problem:ecosystem-mismatch" | "urn:larder:problem:headers-too-large" | "urn:larder:problem:internal" | "urn:larder:problem:unavailable" | "urn:larder:problem:insufficient-storage";
/** The status of a project. An extension of Larder. */
export type ProjectStatus = {
    /**
     * The name of the project, as in its newest package.
     * @example banana-split
     */
    readonly name: string;
    /**
     * The reason for the standing, or a warning, in one line: clients such as pip print it. Null for none. An extension of
     * Larder.
     */
    readonly reason: components["schemas"]["PackageNotice"];
    /**
     * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
     * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
     */
    readonly status: components["schemas"]["ProjectStatusMarker"];
} & {
    readonly [key: string]: unknown;
};
/** The new status and its reason. */
export type ProjectStatusInput = {
    /** The reason, or a warning, in one line: clients such as pip print it. Absent, null or an empty text for none. */
    readonly reason?: components["schemas"]["PackageNoticeText"];
    /**
     * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
     * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
     */
    readonly status: components["schemas"]["ProjectStatusMarker"];
};
/**
 * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
 * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
 * @example archived
 * @enum {string}
 */
export type ProjectStatusMarker = "active" | "archived" | "deprecated" | "quarantined";
/** A limit and its use. */
export type RateLimit = {
    /**
     * The number of requests in the current minute.
     * @example 0
     */
    readonly current: number;
    /**
     * Whether requests over the limit are rejected.
     * @example false
     */
    readonly enforced: boolean;
    /**
     * The maximum number of requests per minute; zero if no limit is enforced.
     * @example 0
     */
    readonly limit: number;
    /**
     * Seconds until the end of the minute.
     * @example 0
     */
    readonly reset: number;
    /**
     * The end of the minute; null if no limit is enforced.
     *
     * Format: date-time
     * @example null
     */
    readonly reset_at: string | null;
};
/** The limits, by their subject. */
export type RateLimits = {
    /** The limits of each API. */
    readonly scopes: {
        /** A limit and its use. */
        readonly graphql: components["schemas"]["RateLimit"];
        /** A limit and its use. */
        readonly rest: components["schemas"]["RateLimit"];
    };
};
/** The state of the server's dependencies. */
export type Readiness = {
    /**
     * Always `ready`. A server that is not responds with 503.
     * @example ready
     * @enum {string}
     */
    readonly status: "ready";
};
/** A collection of packages of one ecosystem. */
export type Registry = {
    /** A colour for the registry, in the case that was sent. */
    readonly color: components["schemas"]["RegistryColor"];
    /**
     * When the registry was created. An extension of Larder.
     *
     * Format: date-time
     * @example 2024-09-11T17:54:24Z
     */
    readonly created_at: string;
    /** The purpose of the registry, in one line. */
    readonly description: components["schemas"]["RegistryDescription"];
    /** The type of the packages in a registry. Cannot be changed later. */
    readonly ecosystem: components["schemas"]["Ecosystem"];
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji: components["schemas"]["RegistryEmoji"];
    /** The kind and the id in base64, in the format of Buildkite's GraphQL API. */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The registry's id.
     *
     * Format: uuid
     * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
     */
    readonly id: string;
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name: components["schemas"]["RegistryName"];
    /**
     * The OIDC policy, which specifies the accepted tokens, as the text that was sent. A policy that was sent as an
     * array is returned as JSON.
     * @example null
     */
    readonly oidc_policy: string | null;
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public: components["schemas"]["RegistryPublic"];
    /** The registry's slug, which is the kebab-case form of its name. */
    readonly slug: components["schemas"]["RegistrySlug"];
    /**
     * Ids of teams, in the order that was sent. Stored, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids: components["schemas"]["TeamIds"];
    /**
     * The kind of registry; Larder has one kind.
     * @example source
     * @constant
     */
    readonly type: "source";
    /**
     * When its settings last changed. An extension of Larder.
     *
     * Format: date-time
     * @example 2024-09-11T17:54:24Z
     */
    readonly updated_at: string;
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
     */
    readonly url: string;
    /**
     * The URL of the web page.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
     */
    readonly web_url: string;
};
/** Changes of a registry. Absent properties are unchanged, null clears. */
export type RegistryChanges = {
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: components["schemas"]["RegistryColorInput"];
    /** The purpose of the registry, in one line. */
    readonly description?: components["schemas"]["RegistryDescription"];
    /** Accepted only if unchanged. */
    readonly ecosystem?: components["schemas"]["Ecosystem"];
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: components["schemas"]["RegistryEmoji"];
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name?: components["schemas"]["RegistryName"];
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: components["schemas"]["OidcPolicy"];
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: components["schemas"]["RegistryPublic"];
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: components["schemas"]["TeamIdsInput"];
} & {
    readonly [key: string]: unknown;
};
/** A client of a registry, and its commands. They are for a shell. */
export type RegistryClient = {
    /**
     * The name of the client. Each client of a registry has another one.
     * @example apt
     */
    readonly client: string;
    /** The commands that publish a package with the client; none if it cannot. */
    readonly publish: readonly string[];
    /** The commands that configure the client for the registry; none if it needs no configuration. */
    readonly set_up: readonly string[];
    /**
     * Other places that the client reads the token from; null if there are none.
     * @example null
     */
    readonly token_advice: string | null;
};
/** Clients of a registry, the most usual one first. */
export type RegistryClients = readonly components["schemas"]["RegistryClient"][];
/**
 * A colour for the registry, in the case that was sent.
 * @example #f0ccff
 */
export type RegistryColor = string | null;
/**
 * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
 * empty text that typed clients send instead, clears it.
 * @example #f0ccff
 */
export type RegistryColorInput = string | null;
/**
 * The purpose of the registry, in one line.
 * @example Packages for our servers
 */
export type RegistryDescription = string | null;
/**
 * An emoji for the registry, as `:name:` or as the character.
 * @example :banana:
 */
export type RegistryEmoji = string | null;
/** The settings of a new registry. */
export type RegistryInput = {
    /**
     * A colour for the registry. The case is preserved. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the
     * empty text that typed clients send instead, clears it.
     */
    readonly color?: components["schemas"]["RegistryColorInput"];
    /** The purpose of the registry, in one line. */
    readonly description?: components["schemas"]["RegistryDescription"];
    /** The type of the packages in a registry. Cannot be changed later. */
    readonly ecosystem: components["schemas"]["Ecosystem"];
    /** An emoji for the registry, as `:name:` or as the character. */
    readonly emoji?: components["schemas"]["RegistryEmoji"];
    /**
     * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
     * from it.
     */
    readonly name: components["schemas"]["RegistryName"];
    /**
     * The OIDC policy, which specifies the accepted tokens: statements with `iss`, `scopes` and `claims`, as YAML or JSON
     * text or as an array. Null or an empty text removes it.
     */
    readonly oidc_policy?: components["schemas"]["OidcPolicy"];
    /** Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder. */
    readonly public?: components["schemas"]["RegistryPublic"];
    /**
     * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
     * access.
     */
    readonly team_ids?: components["schemas"]["TeamIdsInput"];
} & {
    readonly [key: string]: unknown;
};
/**
 * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
 * from it.
 * @example my registry
 */
export type RegistryName = string;
/**
 * Whether anyone can install packages from it without credentials. Setting it through the API is an extension of Larder.
 * @example false
 */
export type RegistryPublic = boolean;
/** A reference to a registry. */
export type RegistryReference = {
    /** The kind and the id in base64, in the format of Buildkite's GraphQL API. */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The registry's id.
     *
     * Format: uuid
     * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
     */
    readonly id: string;
    /** The registry's slug, which is the kebab-case form of its name. */
    readonly slug: components["schemas"]["RegistrySlug"];
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
     */
    readonly url: string;
    /**
     * The URL of the web page.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
     */
    readonly web_url: string;
};
/**
 * The registry's slug, which is the kebab-case form of its name.
 * @example my-registry
 */
export type RegistrySlug = string;
/** A token that can read one registry, without its secret. */
export type RegistryToken = {
    /**
     * When the token was created, in milliseconds.
     *
     * Format: date-time
     * @example 2024-09-11T17:59:06.251Z
     */
    readonly created_at: string;
    /** A person, or the initial owner of an organization. */
    readonly created_by: components["schemas"]["User"];
    /** The purpose of the token, in one line. */
    readonly description: components["schemas"]["TokenDescription"];
    /**
     * When the token expires, together with the access token that created it; null for never. An extension of Larder.
     *
     * Format: date-time
     * @example null
     */
    readonly expires_at: string | null;
    /**
     * The kind and the id in base64, in the format of Buildkite's GraphQL API.
     * @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ==
     */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The token's id.
     *
     * Format: uuid
     * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
     */
    readonly id: string;
    /** A reference to an organization. */
    readonly organization: components["schemas"]["OrganizationReference"];
    /** A reference to a registry. */
    readonly registry: components["schemas"]["RegistryReference"];
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
     */
    readonly url: string;
};
/** Changes of a registry token. */
export type RegistryTokenChanges = {
    /** The purpose of the token, in one line. */
    readonly description?: components["schemas"]["TokenDescription"];
} & {
    readonly [key: string]: unknown;
};
/** The settings of a new registry token. */
export type RegistryTokenInput = {
    /** The purpose of the token, in one line. */
    readonly description: components["schemas"]["TokenDescription"];
} & {
    readonly [key: string]: unknown;
};
/** A new registry token with its secret. */
export type RegistryTokenWithSecret = {
    /**
     * When the token was created, in milliseconds.
     *
     * Format: date-time
     * @example 2024-09-11T17:59:06.251Z
     */
    readonly created_at: string;
    /** A person, or the initial owner of an organization. */
    readonly created_by: components["schemas"]["User"];
    /** The purpose of the token, in one line. */
    readonly description: components["schemas"]["TokenDescription"];
    /**
     * When the token expires, together with the access token that created it; null for never. An extension of Larder.
     *
     * Format: date-time
     * @example null
     */
    readonly expires_at: string | null;
    /**
     * The kind and the id in base64, in the format of Buildkite's GraphQL API.
     * @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ==
     */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The token's id.
     *
     * Format: uuid
     * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
     */
    readonly id: string;
    /** A reference to an organization. */
    readonly organization: components["schemas"]["OrganizationReference"];
    /** A reference to a registry. */
    readonly registry: components["schemas"]["RegistryReference"];
    /**
     * The secret, which is shown only once.
     * @example larder_registry_Zm9yIGV4YW1wbGUgb25seQ
     */
    readonly token: string;
    /**
     * The API URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
     */
    readonly url: string;
};
/**
 * The id of the request in the server's log. Include it when you report a problem.
 *
 * Format: uuid
 * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
 */
export type RequestId = string;
/**
 * A permission of a token.
 * @example read_packages
 * @enum {string}
 */
export type Scope = "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
/** The numbers of found names by ecosystem and by registry, without the parameters `ecosystem` and `registry`. */
export type SearchFacets = {
    /**
     * Whether all found names are counted. Only the first 1,000 are.
     * @example true
     */
    readonly complete: boolean;
    /**
     * The ecosystems, that with the most names first.
     * @example []
     */
    readonly ecosystems: readonly ({
        /** The type of the packages in a registry. Cannot be changed later. */
        readonly ecosystem: components["schemas"]["Ecosystem"];
        /**
         * The number of found names.
         * @example 2
         */
        readonly names: number;
    } & {
        readonly [key: string]: unknown;
    })[];
    /**
     * The registries with the most names, that with most first.
     * @example []
     */
    readonly registries: readonly ({
        /** The type of the packages in a registry. Cannot be changed later. */
        readonly ecosystem: components["schemas"]["Ecosystem"];
        /**
         * The registry's name, without control characters. It must have an ASCII letter or digit, because the slug is derived
         * from it.
         */
        readonly name: components["schemas"]["RegistryName"];
        /**
         * The number of found names.
         * @example 2
         */
        readonly names: number;
        /** The registry's slug, which is the kebab-case form of its name. */
        readonly registry: components["schemas"]["RegistrySlug"];
    } & {
        readonly [key: string]: unknown;
    })[];
} & {
    readonly [key: string]: unknown;
};
/**
 * The SHA-256 of the bytes.
 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
 */
export type Sha256 = string;
/**
 * The SHA-512 of the bytes.
 * @example f8e3183d38e6c51889582cb260ab825252f395b4ac8fb0e6b13e9a71f7c10a80d5301e4a949f2783cb0c20205f1d850f87045f4420ad2271c8fd5f0cd8944be3
 */
export type Sha512 = string;
/** A public key that signs what clients fetch from a registry. */
export type SigningKey = {
    /**
     * When the key was created, in milliseconds.
     *
     * Format: date-time
     * @example 2024-09-11T17:55:10.300Z
     */
    readonly created_at: string;
    /**
     * When the key stops signing; null for the newest one, which signs until it is replaced.
     *
     * Format: date-time
     * @example null
     */
    readonly expires_at: string | null;
    /**
     * The fingerprint as the tools of the clients show it.
     * @example 6A1B2C3D4E5F60718293A4B5C6D7E8F901234567
     */
    readonly fingerprint: string;
    /** The kind of a signing key, which depends on the ecosystem. */
    readonly format: components["schemas"]["SigningKeyFormat"];
    /**
     * The public key as text, in ASCII armour or PEM.
     * @example -----BEGIN PUBLIC KEY-----
     *     MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1Olb3zMAFFxXKHiIkQO5cJ3Yhl5i
     *     6UPp+IhuteBJbuHcA5UogKo0EWtlWwW6KSaKoTNEYL7JlCQiVnkhBktUgg==
     *     -----END PUBLIC KEY-----
     */
    readonly public_key: string;
};
/**
 * The kind of a signing key, which depends on the ecosystem.
 * @example openpgp
 * @enum {string}
 */
export type SigningKeyFormat = "openpgp" | "ecdsa" | "rsa";
/** Signing keys, newest first. */
export type SigningKeys = readonly components["schemas"]["SigningKey"][];
/**
 * Ids of teams, in the order that was sent. Stored, not enforced: Larder has no teams, and team ids do not affect
 * access.
 * @example []
 */
export type TeamIds = readonly string[];
/**
 * Ids of teams; null for none. Stored in this order, not enforced: Larder has no teams, and team ids do not affect
 * access.
 * @example []
 */
export type TeamIdsInput = null | components["schemas"]["TeamIds"];
/**
 * The purpose of the token, in one line.
 * @example Servers of the fruit team
 */
export type TokenDescription = string;
/** The owner of the token. */
export type TokenUser = {
    /**
     * The user's e-mail address.
     * @example owner@my-great-org.example
     */
    readonly email: string;
    /**
     * The user's name.
     * @example Owner of my_great_org
     */
    readonly name: string;
};
/** A form of `createPackageUpload`, with the file. */
export type UploadedForm = {
    /**
     * The file, as the last part.
     *
     * Format: binary
     */
    readonly file: Blob;
    /**
     * The key of the form. `${filename}` may be replaced by the name of the file. Any other key is rejected.
     * @example ${filename}
     */
    readonly key: string;
    /**
     * The value in the form, unchanged.
     * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
     */
    readonly policy: string;
    /**
     * The value in the form, unchanged.
     * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
     */
    readonly signature: string;
} & {
    readonly [key: string]: unknown;
};
/** A person, or the initial owner of an organization. */
export type User = {
    /**
     * A picture. Always null, because Larder stores none.
     *
     * Format: uri
     * @example null
     */
    readonly avatar_url: string | null;
    /**
     * When the user was created.
     *
     * Format: date-time
     * @example 2024-07-25T01:32:47Z
     */
    readonly created_at: string;
    /**
     * The user's e-mail address.
     * @example owner@my-great-org.example
     */
    readonly email: string;
    /**
     * The kind and the id in base64, in the format of Buildkite's GraphQL API.
     * @example VXNlci0tLTAxOTBlNzg0LWYwYTItN2Q1YS05YTU3LTU3Y2IzZWYyYTdmMA==
     */
    readonly graphql_id: components["schemas"]["GraphqlId"];
    /**
     * The user's id.
     *
     * Format: uuid
     * @example 0190e784-f0a2-7d5a-9a57-57cb3ef2a7f0
     */
    readonly id: string;
    /**
     * The user's name.
     * @example Owner of my_great_org
     */
    readonly name: string;
};
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
            /** The greeting. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Vary: components["headers"]["VaryByAccept"];
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
            /** The process is running. */
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
            /** The description. */
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
            /** The server is ready. */
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
                 * The id of a presigned upload. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["Upload"];
            };
            readonly cookie?: never;
        };
        /** The form's data and the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["UploadedForm"];
            };
        };
        readonly responses: {
            /** The file is stored and can be published by its URL. */
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
            /** The token. */
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
            /** The token was deleted. */
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
                 * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 * numbers above 100 as 100.
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
            /** The tokens. */
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
        /** The settings of the token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessTokenInput"];
            };
        };
        readonly responses: {
            /** The token with its secret. */
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
                 * The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The token was deleted. */
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
                 * The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
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
            /** The page of organizations. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The organization. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The limits. */
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
                 * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 * numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The registries. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /** The settings of the registry. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryInput"];
            };
        };
        readonly responses: {
            /** The created registry. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The registry. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** The changed registry. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** The changed registry. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The registry was deleted. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** The changed registry. */
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
    readonly listClients: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The clients. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryClients"];
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
    readonly explainOidcPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** A token, or its claims. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OidcExplanationInput"];
            };
        };
        readonly responses: {
            /** The evaluation of the policy. */
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
                 * Returns the page after this cursor, with older packages. Cursors come from the links of other pages.
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly after?: components["parameters"]["After"];
                /**
                 * Returns the page before this cursor, with newer packages. Cursors come from the links of other pages.
                 * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
                 */
                readonly before?: components["parameters"]["Before"];
                /**
                 * Returns only packages with exactly this name.
                 * @example banana
                 */
                readonly name?: components["parameters"]["PackageName"];
                /**
                 * The number of the page, from 1, in decimal digits. Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The page. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** A form with the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["PackageInput"];
            };
        };
        readonly responses: {
            /** The published package. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The package. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The package was deleted. */
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
                 * The slug of the destination registry.
                 * @example my-other-registry
                 */
                readonly to: components["parameters"]["To"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The copy, in the destination registry. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The files. */
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
                 * The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * The `Last-Modified` of the caller's copy.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * The ETags of the caller's copies.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * The ETag or date of the caller's copy. If the file has changed since, the response is the whole file instead of the
                 * range.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * The file must not have changed after this date (RFC 9110, section 13.1.4); otherwise, the response is 412. Ignored
                 * together with `If-Match`, and if it is not a date.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /**
                 * The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
                 * is the whole file.
                 * @example bytes=0-1023
                 */
                readonly Range?: components["parameters"]["Range"];
            };
            readonly path: {
                /**
                 * The file's name, percent-encoded, including its slashes.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The package. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The standing and the notice. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageStandingInput"];
            };
        };
        readonly responses: {
            /** The package, with its new standing. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The package, with the tag. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The tag, as the ecosystem of the registry allows it: letters, digits, `.`, `_` and `-`, not beginning with `.` or `-`, at
                 * most 128 characters; or others, such as branches with slashes, each of which is sent as `%2F`.
                 * @example stable
                 */
                readonly tag: components["parameters"]["TagInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The package, without the tag. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The package's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly package: components["parameters"]["PackageInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The reason. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackageNoticeInput"];
            };
        };
        readonly responses: {
            /** The withdrawn package. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The form. It can be used once, and expires after an hour by default. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The status. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name, in any spelling that its ecosystem treats as equal.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The status and the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProjectStatusInput"];
            };
        };
        readonly responses: {
            /** The new status. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The keys. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** How long the old keys sign. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["KeyRotation"];
            };
        };
        readonly responses: {
            /** The keys, the new one first. */
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
                 * The number of the page, from 1, in decimal digits. Without `page` and `per_page`, the response is the whole list.
                 * Smaller numbers count as 1, numbers above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * The maximum number of items per page, in decimal digits; 30 if there is only `page`. Numbers below 1 count as 1,
                 * numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The tokens. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The settings of the token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenInput"];
            };
        };
        readonly responses: {
            /** The token with its secret. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The token. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /** The changes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenChanges"];
            };
        };
        readonly responses: {
            /** The changed token. */
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The registry token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The token was deleted. */
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
    readonly searchPackages: {
        readonly parameters: {
            readonly query: {
                /**
                 * Returns the page after this cursor. Cursors come from the links of other pages.
                 * @example MTIgYmFuYW5h
                 */
                readonly after?: components["parameters"]["SearchAfter"];
                /**
                 * Returns only names in registries of this ecosystem.
                 * @example debian
                 */
                readonly ecosystem?: components["parameters"]["SearchEcosystem"];
                /**
                 * The maximum number of items per page, in decimal digits. Numbers below 1 count as 1, numbers above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
                /**
                 * A part of the name, of at least three characters; a shorter text is the beginning of the name. Upper and lower case are
                 * equal, and so are `-`, `_` and `.` between words. No character has a special meaning.
                 * @example banana
                 */
                readonly q: components["parameters"]["SearchText"];
                /**
                 * Returns only names in the registry with this slug.
                 * @example my-registry
                 */
                readonly registry?: components["parameters"]["SearchRegistry"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** The page. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["Link"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly "X-Request-Id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageSearch"];
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
        readonly "x-resolves": {
            readonly "registry"?: "registry";
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
            /** The user. */
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
    readonly searchPackages: "per_page";
}

