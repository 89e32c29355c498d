// Generated from openapi/native/javascript.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{organization}/{registry}/npm": {
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
         * Show the registry
         *
         * The root of the registry, for clients that check the URL in `.npmrc`.
         */
        readonly get: operations["getRegistryOfPackages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/attestations/{specifier}": {
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
                 * The package's name and version.
                 * @example banana@1.0.0
                 */
                readonly specifier: components["parameters"]["Specifier"];
            };
            readonly cookie?: never;
        };
        /**
         * List the attestations of a version
         *
         * The attestations that were published with a version, for `npm audit signatures`.
         */
        readonly get: operations["listAttestations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/keys": {
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
         * List the keys
         *
         * The key that signs the versions of the registry, for `npm audit signatures`.
         */
        readonly get: operations["listRegistryKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/security/advisories/bulk": {
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
         * Find advisories
         *
         * The advisories about installed versions, for `npm install` and `npm audit`. The registry has none.
         */
        readonly post: operations["explainAdvisories"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/security/audits": {
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
         * Audit a dependency tree
         *
         * The report for `yarn audit` and other clients that send a dependency tree. The registry has no advisories.
         */
        readonly post: operations["explainAudit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/security/audits/quick": {
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
         * Audit a dependency tree briefly
         *
         * The report for `npm install` of npm 6 and for pnpm. The registry has no advisories.
         */
        readonly post: operations["explainQuickAudit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/tokens": {
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
         * List access tokens
         *
         * All access tokens of the organization, for `npm token list`.
         */
        readonly get: operations["listTokens"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/tokens/token/{access_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
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
        readonly post?: never;
        /**
         * Delete an access token
         *
         * The token stops working immediately, and so do all tokens that it made, for `npm token revoke`. The token in use must
         * have all scopes of the one that it deletes. The token of the server's settings cannot be deleted.
         */
        readonly delete: operations["deleteToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/npm/v1/user": {
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
         * Show the profile
         *
         * The user of the token in use, for `npm profile get`.
         */
        readonly get: operations["getProfile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/package/{name}/dist-tags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * List the tags of a package
         *
         * The version of each tag.
         */
        readonly get: operations["getDistTags"];
        /**
         * Replace the tags of a package
         *
         * Sets these tags, and deletes all others but `latest`.
         */
        readonly put: operations["replaceDistTags"];
        /**
         * Set tags of a package
         *
         * Sets these tags.
         */
        readonly post: operations["updateDistTags"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/package/{name}/dist-tags/{tag}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Set a tag
         *
         * Points a tag to a version. The body is the version, as JSON text.
         */
        readonly put: operations["setDistTag"];
        /**
         * Set a tag
         *
         * Points a tag to a version. The body is the version, as JSON text.
         */
        readonly post: operations["storeDistTag"];
        /**
         * Delete a tag
         *
         * Deletes a tag, if it exists. `latest` cannot be deleted.
         */
        readonly delete: operations["deleteDistTag"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/package/{name}/visibility": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Show the visibility of a package
         *
         * Whether a package is public, like its registry, for `npm publish --provenance` and `npm access`.
         */
        readonly get: operations["getVisibility"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/ping": {
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
         * Check the connection
         *
         * Responds if the registry exists and the caller has access to it, for `npm ping`.
         */
        readonly get: operations["getPing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/user/token/{secret}": {
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
                 * The token in use.
                 * @example larder_Ux1hm8rkLqvmTr1zQTY5bNHnVQyXaIyxrOmzGmU4EGk
                 */
                readonly secret: components["parameters"]["Secret"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Log out
         *
         * Revokes the token in use, for `npm logout`: it stops working everywhere, and so do all tokens that it made. The token
         * of the server's settings cannot be revoked.
         */
        readonly delete: operations["deleteSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/v1/search": {
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
         * Search packages
         *
         * The packages whose name begins with the first word of the text, for `npm search`. Unless it begins with `@`,
         * scopes are ignored, also in the order: `ban` finds `@fruit/banana`. `scope:fruit` finds the packages of a scope. Packages
         * without the tag `latest` and unpublished ones are not found. Scores are the same for all packages.
         */
        readonly get: operations["listFoundPackages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/-/whoami": {
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
         * Show the user
         *
         * The holder of the token, for `npm whoami`.
         */
        readonly get: operations["getUsername"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Get a package
         *
         * The packument: all versions of a package, whole or abbreviated. It includes everything that was published before the
         * request.
         */
        readonly get: operations["getPackument"];
        /**
         * Publish a version
         *
         * With attachments, publishes one version with its tarball, whose name ends with `.tgz`. The manifest of the version must
         * agree with the package.json in the tarball. Tags with the version are set; the first version of a package also gets
         * the tag `latest`.
         *
         * Without attachments, changes versions and tags to those of the body: `deprecated` is set or removed, missing versions
         * are unpublished, which needs the scope `delete_packages`, and tags move. Everything else is ignored. If the body has a
         * `_rev`, the package must still have that revision.
         */
        readonly put: operations["setPackument"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/{name}/-/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Download a tarball
         *
         * The tarball of a version. Build metadata in the version is ignored.
         */
        readonly get: operations["getTarball"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/{name}/-/{file}/-rev/{revision}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Unpublish a version
         *
         * Withdraws a version. Nothing happens if it was unpublished before.
         */
        readonly delete: operations["deleteTarball"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/{name}/-rev/{revision}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a package
         *
         * Changes versions and tags to those of the body: missing versions are unpublished, which needs the scope
         * `delete_packages`.
         */
        readonly put: operations["replacePackument"];
        readonly post?: never;
        /**
         * Unpublish a package
         *
         * Withdraws all versions. Their numbers cannot be published again.
         */
        readonly delete: operations["deletePackument"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/npm/{name}/{reference}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A version, or a tag such as `latest`.
                 * @example latest
                 */
                readonly reference: components["parameters"]["VersionOrTag"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a version
         *
         * The manifest of a version, by its number or a tag.
         */
        readonly get: operations["getVersionManifest"];
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
        readonly AbbreviatedPackument: AbbreviatedPackument;
        readonly BundleAttachment: BundleAttachment;
        readonly Bytes: Bytes;
        readonly Dist: Dist;
        readonly DistTags: DistTags;
        readonly DistTagsInput: DistTagsInput;
        readonly FoundPackage: FoundPackage;
        readonly Manifest: Manifest;
        readonly NpmAdvisories: NpmAdvisories;
        readonly NpmAttestations: NpmAttestations;
        readonly NpmAudit: NpmAudit;
        readonly NpmChange: NpmChange;
        readonly NpmDone: NpmDone;
        readonly NpmError: NpmError;
        readonly NpmInstalled: NpmInstalled;
        readonly NpmPing: NpmPing;
        readonly NpmProfile: NpmProfile;
        readonly NpmRegistry: NpmRegistry;
        readonly NpmTokens: NpmTokens;
        readonly NpmTree: NpmTree;
        readonly NpmUser: NpmUser;
        readonly NpmVisibility: NpmVisibility;
        readonly Packument: Packument;
        readonly PackumentChanges: PackumentChanges;
        readonly PackumentInput: PackumentInput;
        readonly RegistryKeys: RegistryKeys;
        readonly RequestId: RequestId;
        readonly SearchResults: SearchResults;
        readonly TagVersion: TagVersion;
        readonly TarballAttachment: TarballAttachment;
    };
    responses: {
        /** The attestations. */
        readonly AttestationsFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmAttestations"];
            };
        };
        /**
         * The request violates this description, for example with an unknown parameter in its body. Fix the places that
         * `error` names.
         */
        readonly BadRequest: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The tags. */
        readonly DistTagsFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["DistTags"];
            };
        };
        /** The token lacks a scope. Use a token that has the scope in `error`. */
        readonly Forbidden: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The disk of the server is full. Ask its operator to make room, then try again. */
        readonly InsufficientStorage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
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
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The key. */
        readonly KeysFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["RegistryKeys"];
            };
        };
        /** The manifest. */
        readonly ManifestFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Manifest"];
            };
        };
        /**
         * The package, its version or its file does not exist, or the token has no access to the registry. Check the name, and
         * the registry in `.npmrc`.
         */
        readonly NotFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
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
        /** No advisories. */
        readonly NpmAdvisoriesFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmAdvisories"];
            };
        };
        /** The report, without vulnerabilities. */
        readonly NpmAuditFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmAudit"];
            };
        };
        /** The user. */
        readonly NpmProfileFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmProfile"];
            };
        };
        /** The registry can be read. */
        readonly NpmReachable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmPing"];
            };
        };
        /** The registry. */
        readonly NpmRegistryFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmRegistry"];
            };
        };
        /** The tokens. */
        readonly NpmTokensFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmTokens"];
            };
        };
        /** The holder of the token. */
        readonly NpmUserFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                /**
                 * A note that npm prints. Sent if the token in use expires within seven days.
                 * @example The access token "CI" expires at 2024-09-18T17:57:31.000Z. Create another one, and replace it in .npmrc.
                 */
                readonly "npm-notice"?: string;
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmUser"];
            };
        };
        /** The visibility. */
        readonly NpmVisibilityFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmVisibility"];
            };
        };
        /** The package was changed. */
        readonly PackageChanged: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmChange"];
            };
        };
        /** The package was changed since the caller read it. Read it again, then retry. */
        readonly PackageOutOfDate: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The packument. */
        readonly PackumentFound: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Encoding": components["headers"]["ContentEncoding"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly ETag: components["headers"]["PackumentTag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAcceptAndEncoding"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Packument"];
                readonly "application/vnd.npm.install-v1+json": components["schemas"]["AbbreviatedPackument"];
            };
        };
        /** The caller's copy of the packument is current. */
        readonly PackumentNotModified: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["PackumentTag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAcceptAndEncoding"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
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
        /** The requested range of the packument. */
        readonly PartOfPackument: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Encoding": components["headers"]["ContentEncoding"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly ETag: components["headers"]["PackumentTag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAcceptAndEncoding"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Bytes"];
                readonly "application/vnd.npm.install-v1+json": components["schemas"]["Bytes"];
            };
        };
        /** The body is larger than the limit of this server, which `error` names. Send less, or ask the operator to raise it. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The document or file differs from the copy of the caller. Fetch it again. */
        readonly PreconditionFailed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The version was published, or the package was changed. */
        readonly Published: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                /**
                 * A note that npm prints. Sent if the token in use expires within seven days.
                 * @example The access token "CI" expires at 2024-09-18T17:57:31.000Z. Create another one, and replace it in .npmrc.
                 */
                readonly "npm-notice"?: string;
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmChange"];
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
                readonly "application/json": components["schemas"]["NpmError"];
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
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The packages. */
        readonly SearchFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["SearchResults"];
            };
        };
        /** The token comes from the server's settings and can only be changed there. Remove it from `.npmrc`. */
        readonly TokenInSettings: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The token was revoked. */
        readonly TokenRevoked: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmDone"];
            };
        };
        /**
         * The tarball is not an npm package, differs from its manifest, takes too much time or memory to read, or has a name
         * or a version that new packages may not have. Fix the problem in `error`, and publish again.
         */
        readonly UnacceptablePackage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The request has no credentials, or unknown or expired ones. Log in with an access token in `.npmrc`. */
        readonly Unauthorized: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The server is overloaded, is stopping, or cannot reach its storage. Try again in a moment. */
        readonly Unavailable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** The body has another media type or encoding. Send JSON in UTF-8. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /**
         * The version exists, was unpublished, or was deleted and had other bytes. Publish another version. Or the package was
         * changed since the caller read it: read it again.
         */
        readonly VersionExists: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NpmError"];
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
    };
    parameters: {
        /**
         * The content codings that the client accepts (RFC 9110, section 12.5.3). The packument is compressed if `gzip` is one of
         * them.
         * @example gzip
         */
        readonly AcceptEncoding: string;
        /**
         * Media types by preference (RFC 9110, section 12.5.1). The response is abbreviated if
         * `application/vnd.npm.install-v1+json` is preferred over `application/json`.
         * @example application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, *\/*
         */
        readonly AcceptPackument: string;
        /**
         * The access token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly AccessTokenInPath: string;
        /**
         * A tag. It is not a range of versions.
         * @example beta
         */
        readonly DistTag: string;
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
         * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
         * @example banana
         */
        readonly NpmName: string;
        /**
         * The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
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
         * The revision that the client has read, `_rev`. The package must still have it.
         * @example 7
         */
        readonly Revision: string;
        /**
         * The number of results to skip.
         * @example 0
         */
        readonly SearchFrom: number;
        /**
         * The maximum number of results, and 250 at most. 20 by default.
         * @example 20
         */
        readonly SearchSize: number;
        /**
         * The beginning of names. All packages if it is empty or absent. Further words are ignored.
         * @example ban
         */
        readonly SearchText: string;
        /**
         * The token in use.
         * @example larder_Ux1hm8rkLqvmTr1zQTY5bNHnVQyXaIyxrOmzGmU4EGk
         */
        readonly Secret: string;
        /**
         * The package's name and version.
         * @example banana@1.0.0
         */
        readonly Specifier: string;
        /**
         * The name of the tarball, `{name without scope}-{version}.tgz`.
         * @example banana-1.0.0.tgz
         */
        readonly Tarball: string;
        /**
         * A version, or a tag such as `latest`.
         * @example latest
         */
        readonly VersionOrTag: string;
        /**
         * `true` if the client is going to change the packument. Then it is whole, and is not cached.
         * @example true
         */
        readonly WriteQuery: string;
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
         * `gzip` if the request accepts that (RFC 9110, section 8.4).
         * @example gzip
         */
        readonly ContentEncoding: "gzip";
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
         * A digest of the response in quotes, which is another one for each content coding.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly PackumentTag: string;
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
         * @example Accept, Accept-Encoding
         */
        readonly VaryByAcceptAndEncoding: "Accept, Accept-Encoding";
        /**
         * The required kind of credentials.
         * @example Bearer realm="Larder"
         */
        readonly WwwAuthenticate: string;
    };
    pathItems: never;
}
/** The part of a packument that installers read. */
export type AbbreviatedPackument = {
    /** Versions by tag. `latest` is installed by default. */
    readonly "dist-tags": components["schemas"]["DistTags"];
    /**
     * The time of the last version.
     *
     * Format: date-time
     * @example 2024-09-11T17:57:31.000Z
     */
    readonly modified: string;
    /**
     * The package's name.
     * @example banana
     */
    readonly name: string;
    /** Times in RFC 3339, by version. `created` is the first one, and `modified` the last one. */
    readonly time: {
        /**
         * The time of the first version.
         *
         * Format: date-time
         * @example 2024-09-11T17:57:31.000Z
         */
        readonly created: string;
        /**
         * The time of the last version.
         *
         * Format: date-time
         * @example 2024-09-11T17:57:31.000Z
         */
        readonly modified: string;
    } & {
        readonly [key: string]: string;
    };
    /**
     * The versions that were not unpublished.
     * @example {}
     */
    readonly versions: {
        readonly [key: string]: components["schemas"]["Manifest"];
    };
};
/** The Sigstore bundle of a provenance, whose name ends with `.sigstore`. */
export type BundleAttachment = {
    /**
     * The bundle, as JSON text.
     * @example {}
     */
    readonly data: string;
} & {
    readonly [key: string]: unknown;
};
/**
 * The bytes of a file.
 *
 * Format: binary
 */
export type Bytes = Blob;
/** The tarball of a version. */
export type Dist = {
    /** The attestations that were published with it. Absent if there are none. */
    readonly attestations?: {
        /** The provenance among them. */
        readonly provenance: {
            /**
             * The type of its predicate.
             * @example https://slsa.dev/provenance/v1
             */
            readonly predicateType: string;
        };
        /**
         * Their absolute URL.
         *
         * Format: uri
         * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/-/npm/v1/attestations/banana@1.0.0
         */
        readonly url: string;
    };
    /**
     * The number of its files.
     * @example 2
     */
    readonly fileCount: number;
    /**
     * Its SHA-512 as Subresource Integrity.
     * @example sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==
     */
    readonly integrity: string;
    /**
     * Its SHA-1 in hexadecimal.
     * @example 0a4d55a8d778e5022fab701977c5d840bbc486d0
     */
    readonly shasum: string;
    /** The signature of the registry of the text `{name}@{version}:{integrity}`. */
    readonly signatures: readonly {
        /**
         * The key's id.
         * @example SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA
         */
        readonly keyid: string;
        /**
         * The ECDSA signature with SHA-256, in base64 of DER.
         * @example MEUCIQC0uXkNdUKnfDpULjWF4AzRJjrTl3XnRrCXmVpRvkcRFQIgGZpWhEaMXYMWHT4UcBGIXUVKdKkGyPGpDaVSVEZNDxE=
         */
        readonly sig: string;
    }[];
    /**
     * Its absolute URL.
     *
     * Format: uri
     * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/banana/-/banana-1.0.0.tgz
     */
    readonly tarball: string;
    /**
     * The sizes of its files, in bytes.
     *
     * Format: int64
     * @example 57
     */
    readonly unpackedSize: number;
};
/** Versions by tag. `latest` is installed by default. */
export type DistTags = {
    /**
     * The version that is installed by default.
     * @example 1.0.0
     */
    readonly latest: string;
} & {
    readonly [key: string]: string;
};
/**
 * Versions by tag.
 * @example {
 *       "beta": "1.1.0"
 *     }
 */
export type DistTagsInput = {
    readonly [key: string]: string;
};
/** The version of a package with the tag `latest`. */
export type FoundPackage = {
    /** The author. Absent if there is none. */
    readonly author?: {
        /**
         * The name.
         * @example Olive Owner
         */
        readonly name: string;
    };
    /**
     * The time at which it was published.
     *
     * Format: date-time
     * @example 2024-09-11T17:57:48.000Z
     */
    readonly date: string;
    /**
     * The description. Absent if there is none.
     * @example A yellow fruit
     */
    readonly description?: string;
    /** The keywords. */
    readonly keywords: readonly string[];
    /** URLs about it. */
    readonly links: {
        /**
         * The homepage. Absent if there is none.
         * @example fruit.example
         */
        readonly homepage?: string;
        /**
         * The packument.
         *
         * Format: uri
         * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/banana
         */
        readonly npm: string;
        /**
         * The repository. Absent if there is none.
         * @example github:fruit/banana
         */
        readonly repository?: string;
    };
    /** Always empty, because tokens publish packages. */
    readonly maintainers: readonly {
        readonly [key: string]: unknown;
    }[];
    /**
     * The name.
     * @example banana
     */
    readonly name: string;
    /** The token that published it. Absent if it is not known. */
    readonly publisher?: {
        /**
         * The description of the access token, or the subject of the OIDC token.
         * @example Made at the first start
         */
        readonly username: string;
    };
    /**
     * The scope without `@`; `unscoped` if there is none.
     * @example unscoped
     */
    readonly scope: string;
    /**
     * The version.
     * @example 1.1.0
     */
    readonly version: string;
};
/** The manifest of a version: its package.json as it was published, with `dist` and the facts that the registry computes. */
export type Manifest = {
    /**
     * The warning that clients print when they install the version. Absent if there is none.
     * @example Broken on arm64
     */
    readonly deprecated?: string;
    /** The tarball of a version. */
    readonly dist: components["schemas"]["Dist"];
    /**
     * Whether the tarball has code that runs when it is installed. Absent if it has none.
     * @example true
     */
    readonly hasInstallScript?: boolean;
    /**
     * The package's name.
     * @example banana
     */
    readonly name: string;
    /**
     * The version.
     * @example 1.0.0
     */
    readonly version: string;
} & {
    readonly [key: string]: unknown;
};
/**
 * Advisories by the name of the package. The registry has none.
 * @example {}
 */
export type NpmAdvisories = Record<string, never>;
/** The attestations of a version. */
export type NpmAttestations = {
    /** The attestations. */
    readonly attestations: readonly {
        /**
         * The Sigstore bundle.
         * @example {}
         */
        readonly bundle: {
            readonly [key: string]: unknown;
        };
        /**
         * The type of the predicate.
         * @example https://slsa.dev/provenance/v1
         */
        readonly predicateType: string;
    }[];
};
/** A report about the vulnerabilities of a dependency tree. The registry has no advisories, so it is empty. */
export type NpmAudit = {
    /**
     * The remedies. Always empty.
     * @example []
     */
    readonly actions: readonly {
        readonly [key: string]: unknown;
    }[];
    /**
     * The advisories by id. Always empty.
     * @example {}
     */
    readonly advisories: {
        readonly [key: string]: unknown;
    };
    /** The numbers of vulnerabilities and dependencies. Always 0. */
    readonly metadata: {
        /**
         * The checked dependencies.
         * @example 0
         */
        readonly dependencies: number;
        /**
         * The checked dependencies for development.
         * @example 0
         */
        readonly devDependencies: number;
        /**
         * The checked optional dependencies.
         * @example 0
         */
        readonly optionalDependencies: number;
        /**
         * All checked dependencies.
         * @example 0
         */
        readonly totalDependencies: number;
        /** The numbers of vulnerabilities by severity. */
        readonly vulnerabilities: {
            /**
             * With a critical risk.
             * @example 0
             */
            readonly critical: number;
            /**
             * With a high risk.
             * @example 0
             */
            readonly high: number;
            /**
             * Without a risk.
             * @example 0
             */
            readonly info: number;
            /**
             * With a low risk.
             * @example 0
             */
            readonly low: number;
            /**
             * With a moderate risk.
             * @example 0
             */
            readonly moderate: number;
        };
    };
    /**
     * The ignored advisories. Always empty.
     * @example []
     */
    readonly muted: readonly {
        readonly [key: string]: unknown;
    }[];
};
/** The result of a change. */
export type NpmChange = {
    /**
     * The package's name.
     * @example banana
     */
    readonly id: string;
    /**
     * Always true.
     * @example true
     */
    readonly ok: boolean;
    /**
     * The new revision of the packument.
     * @example 7
     */
    readonly rev: string;
};
/** The result of a deletion. */
export type NpmDone = {
    /**
     * Always true.
     * @example true
     */
    readonly ok: boolean;
};
/** The reason of a failure, and the remedy. npm prints it. */
export type NpmError = {
    /**
     * The problem with this request, and the remedy.
     * @example No package "banana" found. Check the name, and the registry in .npmrc.
     */
    readonly error: string;
};
/**
 * Installed versions by the name of their package.
 * @example {
 *       "banana": [
 *         "1.0.0"
 *       ]
 *     }
 */
export type NpmInstalled = {
    readonly [key: string]: readonly string[];
};
/**
 * An empty object.
 * @example {}
 */
export type NpmPing = Record<string, never>;
/** The user of a token. */
export type NpmProfile = {
    /**
     * The time at which the user was created.
     *
     * Format: date-time
     * @example 2024-07-24T11:11:17Z
     */
    readonly created: string;
    /**
     * The address.
     * @example owner@example.com
     */
    readonly email: string;
    /**
     * Always true, because operators specify it.
     * @example true
     */
    readonly email_verified: boolean;
    /**
     * The name.
     * @example Olive Owner
     */
    readonly name: string;
    /**
     * Whether there is a second factor. Always false.
     * @example false
     */
    readonly tfa: boolean;
    /**
     * The same time.
     *
     * Format: date-time
     * @example 2024-07-24T11:11:17Z
     */
    readonly updated: string;
};
/** A registry. */
export type NpmRegistry = {
    /**
     * The slug of the registry.
     * @example my-javascript
     */
    readonly db_name: string;
};
/** Access tokens, oldest first, without their secrets. */
export type NpmTokens = {
    /** The tokens. */
    readonly objects: readonly {
        /**
         * The networks that may use it. Always null, for all.
         * @example null
         */
        readonly cidr_whitelist: null;
        /**
         * The time at which it was created.
         *
         * Format: date-time
         * @example 2024-07-24T11:11:17Z
         */
        readonly created: string;
        /**
         * The id.
         *
         * Format: uuid
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly key: string;
        /**
         * The description.
         * @example Made at the first start
         */
        readonly name: string;
        /**
         * Whether it cannot publish.
         * @example false
         */
        readonly readonly: boolean;
        /**
         * The beginning of the secret, which all access tokens share.
         * @example larder_
         */
        readonly token: string;
        /**
         * The time at which it was last used, to the minute, or created.
         *
         * Format: date-time
         * @example 2024-09-11T17:57:00Z
         */
        readonly updated: string;
    }[];
    /**
     * The URLs of other pages. Always empty.
     * @example {}
     */
    readonly urls: Record<string, never>;
};
/**
 * A dependency tree, as in package-lock.json. It is not read.
 * @example {
 *       "name": "demo",
 *       "version": "1.0.0",
 *       "requires": {
 *         "banana": "^1.0.0"
 *       },
 *       "dependencies": {
 *         "banana": {
 *           "version": "1.0.0"
 *         }
 *       }
 *     }
 */
export type NpmTree = {
    readonly [key: string]: unknown;
};
/** The holder of a token. */
export type NpmUser = {
    /**
     * The name of the user, or the subject of an OIDC token.
     * @example Olive Owner
     */
    readonly username: string;
};
/** Who can read a package. */
export type NpmVisibility = {
    /**
     * Whether it can be read without a token, like all packages of its registry.
     * @example false
     */
    readonly public: boolean;
};
/** All versions of a package. Texts such as `description` and `readme` are those of the version with the tag `latest`. */
export type Packument = {
    /**
     * The package's name.
     * @example banana
     */
    readonly _id: string;
    /**
     * The revision of the packument, which a change echoes.
     * @example 7
     */
    readonly _rev: string;
    /** Versions by tag. `latest` is installed by default. */
    readonly "dist-tags": components["schemas"]["DistTags"];
    /**
     * The package's name.
     * @example banana
     */
    readonly name: string;
    /** Times in RFC 3339, by version. `created` is the first one, and `modified` the last one. */
    readonly time: {
        /**
         * The time of the first version.
         *
         * Format: date-time
         * @example 2024-09-11T17:57:31.000Z
         */
        readonly created: string;
        /**
         * The time of the last version.
         *
         * Format: date-time
         * @example 2024-09-11T17:57:31.000Z
         */
        readonly modified: string;
    } & {
        readonly [key: string]: string;
    };
    /**
     * The versions that were not unpublished.
     * @example {}
     */
    readonly versions: {
        readonly [key: string]: components["schemas"]["Manifest"];
    };
} & {
    readonly [key: string]: unknown;
};
/** A packument with changes. Other properties are ignored. */
export type PackumentChanges = {
    /**
     * The tags to set. Absent to leave them unchanged.
     * @example {
     *       "latest": "1.0.0"
     *     }
     */
    readonly "dist-tags"?: {
        readonly [key: string]: string;
    };
    /**
     * The versions to keep.
     * @example {
     *       "1.0.0": {}
     *     }
     */
    readonly versions: {
        readonly [key: string]: {
            readonly [key: string]: unknown;
        };
    };
} & {
    readonly [key: string]: unknown;
};
/** A packument to publish, or with changes. Other properties are ignored. */
export type PackumentInput = {
    /**
     * The files of the version, by their names.
     * @example {
     *       "banana-1.0.0.tgz": {
     *         "data": "c3BsaXQK"
     *       }
     *     }
     */
    readonly _attachments?: {
        readonly [key: string]: components["schemas"]["BundleAttachment"] | components["schemas"]["TarballAttachment"];
    };
    /**
     * The revision that the client has read.
     * @example 7
     */
    readonly _rev?: string;
    /**
     * The tags to set.
     * @example {
     *       "latest": "1.0.0"
     *     }
     */
    readonly "dist-tags"?: {
        readonly [key: string]: string;
    };
    /**
     * The package's name, as in the URL.
     * @example banana
     */
    readonly name: string;
    /**
     * The manifests, by version; one to publish it.
     * @example {
     *       "1.0.0": {}
     *     }
     */
    readonly versions: {
        readonly [key: string]: {
            readonly [key: string]: unknown;
        };
    };
} & {
    readonly [key: string]: unknown;
};
/** The keys that sign versions. */
export type RegistryKeys = {
    /** The keys. */
    readonly keys: readonly {
        /**
         * When the registry stops using the key; null for the newest one. A replaced key is listed until then.
         *
         * Format: date-time
         * @example null
         */
        readonly expires: string | null;
        /**
         * The SubjectPublicKeyInfo of the key, in base64.
         * @example MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1Olb3zMAFFxXKHiIkQO5cJ3Yhl5i6UPp+IhuteBJbuHcA5UogKo0EWtlWwW6KSaKoTNEYL7JlCQiVnkhBktUgg==
         */
        readonly key: string;
        /**
         * The SHA-256 of the key, like OpenSSH.
         * @example SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA
         */
        readonly keyid: string;
        /**
         * The type of the key.
         * @example ecdsa-sha2-nistp256
         * @enum {string}
         */
        readonly keytype: "ecdsa-sha2-nistp256";
        /**
         * The scheme of the signatures.
         * @example ecdsa-sha2-nistp256
         * @enum {string}
         */
        readonly scheme: "ecdsa-sha2-nistp256";
    }[];
};
/**
 * The id of the request in the server's log. Include it when you report a problem.
 *
 * Format: uuid
 * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
 */
export type RequestId = string;
/** Found packages. */
export type SearchResults = {
    /** The packages, in order. */
    readonly objects: readonly {
        /**
         * Always empty.
         * @example {}
         */
        readonly flags: Record<string, never>;
        /** The version of a package with the tag `latest`. */
        readonly package: components["schemas"]["FoundPackage"];
        /** The same for all packages. */
        readonly score: {
            /** The parts of the score. */
            readonly detail: {
                /**
                 * Always 1.
                 * @example 1
                 */
                readonly maintenance: number;
                /**
                 * Always 1.
                 * @example 1
                 */
                readonly popularity: number;
                /**
                 * Always 1.
                 * @example 1
                 */
                readonly quality: number;
            };
            /**
             * Always 1.
             * @example 1
             */
            readonly final: number;
        };
        /**
         * Always 1.
         * @example 1
         */
        readonly searchScore: number;
    }[];
    /**
     * The time of the response.
     *
     * Format: date-time
     * @example 2024-09-11T17:57:48.000Z
     */
    readonly time: string;
    /**
     * The number of packages up to the last one of the results, and one more if there are others.
     * @example 1
     */
    readonly total: number;
};
/**
 * The version that the tag points to.
 * @example 1.1.0
 */
export type TagVersion = string;
/** A tarball. */
export type TarballAttachment = {
    /**
     * Its bytes.
     * @example c3BsaXQK
     */
    readonly data: Base64;
    /**
     * Its size in bytes, which is compared.
     *
     * Format: int64
     * @example 6
     */
    readonly length?: number;
} & {
    readonly [key: string]: unknown;
};
export type $defs = Record<string, never>;
export interface operations {
    readonly getRegistryOfPackages: {
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
            readonly 200: components["responses"]["NpmRegistryFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listAttestations: {
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
                 * The package's name and version.
                 * @example banana@1.0.0
                 */
                readonly specifier: components["parameters"]["Specifier"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["AttestationsFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRegistryKeys: {
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
            readonly 200: components["responses"]["KeysFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly explainAdvisories: {
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
        /** The installed versions. At most 8 MiB. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NpmInstalled"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["NpmAdvisoriesFound"];
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
    readonly explainAudit: {
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
        /** The dependency tree. At most 8 MiB. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NpmTree"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["NpmAuditFound"];
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
    readonly explainQuickAudit: {
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
        /** The dependency tree. At most 8 MiB. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NpmTree"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["NpmAuditFound"];
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
    readonly listTokens: {
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
            readonly 200: components["responses"]["NpmTokensFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
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
            readonly 200: components["responses"]["TokenRevoked"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
    };
    readonly getProfile: {
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
            readonly 200: components["responses"]["NpmProfileFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getDistTags: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
            readonly 200: components["responses"]["DistTagsFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly replaceDistTags: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** All tags. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DistTagsInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
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
    readonly updateDistTags: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** The tags to set. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DistTagsInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
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
    readonly setDistTag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        /** The version. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TagVersion"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
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
    readonly storeDistTag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        /** The version. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TagVersion"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
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
    readonly deleteDistTag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getVisibility: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
            readonly 200: components["responses"]["NpmVisibilityFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPing: {
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
            readonly 200: components["responses"]["NpmReachable"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteSession: {
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
                 * The token in use.
                 * @example larder_Ux1hm8rkLqvmTr1zQTY5bNHnVQyXaIyxrOmzGmU4EGk
                 */
                readonly secret: components["parameters"]["Secret"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["TokenRevoked"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["TokenInSettings"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listFoundPackages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The number of results to skip.
                 * @example 0
                 */
                readonly from?: components["parameters"]["SearchFrom"];
                /**
                 * The maximum number of results, and 250 at most. 20 by default.
                 * @example 20
                 */
                readonly size?: components["parameters"]["SearchSize"];
                /**
                 * The beginning of names. All packages if it is empty or absent. Further words are ignored.
                 * @example ban
                 */
                readonly text?: components["parameters"]["SearchText"];
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
            readonly 200: components["responses"]["SearchFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getUsername: {
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
            readonly 200: components["responses"]["NpmUserFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPackument: {
        readonly parameters: {
            readonly query?: {
                /**
                 * `true` if the client is going to change the packument. Then it is whole, and is not cached.
                 * @example true
                 */
                readonly write?: components["parameters"]["WriteQuery"];
            };
            readonly header?: {
                /**
                 * Media types by preference (RFC 9110, section 12.5.1). The response is abbreviated if
                 * `application/vnd.npm.install-v1+json` is preferred over `application/json`.
                 * @example application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, *\/*
                 */
                readonly Accept?: components["parameters"]["AcceptPackument"];
                /**
                 * The content codings that the client accepts (RFC 9110, section 12.5.3). The packument is compressed if `gzip` is one of
                 * them.
                 * @example gzip
                 */
                readonly "Accept-Encoding"?: components["parameters"]["AcceptEncoding"];
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
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
            readonly 200: components["responses"]["PackumentFound"];
            readonly 206: components["responses"]["PartOfPackument"];
            readonly 304: components["responses"]["PackumentNotModified"];
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
    readonly setPackument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** A packument with one version and its attachments. At most 32 MiB without attachments. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackumentInput"];
            };
        };
        readonly responses: {
            readonly 201: components["responses"]["Published"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["VersionExists"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptablePackage"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "delete_packages";
    };
    readonly getTarball: {
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
                 * The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
    readonly deleteTarball: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PackageOutOfDate"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly replacePackument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        /** The packument that the client has read, with changes. At most 32 MiB without attachments. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PackumentChanges"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PackageOutOfDate"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "delete_packages";
    };
    readonly deletePackument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["PackageChanged"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PackageOutOfDate"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getVersionManifest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A version, or a tag such as `latest`.
                 * @example latest
                 */
                readonly reference: components["parameters"]["VersionOrTag"];
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
            readonly 200: components["responses"]["ManifestFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}

/** Base64 (RFC 4648, section 4). Any text is assignable to it. */
export type Base64 = string & { readonly contentEncoding?: 'base64' };

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
}

