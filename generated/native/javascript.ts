// Generated from openapi/native/javascript.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{organization}/{registry}/npm": {
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
         * Show the registry
         * @description The root of the registry, for clients that check the URL in `.npmrc`.
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
                 * @description The package's name and version.
                 * @example banana@1.0.0
                 */
                readonly specifier: components["parameters"]["Specifier"];
            };
            readonly cookie?: never;
        };
        /**
         * List the attestations of a version
         * @description The attestations that were published with a version, for `npm audit signatures`.
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
         * List the keys
         * @description The key that signs the versions of the registry, for `npm audit signatures`.
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
         * Find advisories
         * @description The advisories about installed versions, for `npm install` and `npm audit`. The registry has none.
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
         * Audit a dependency tree
         * @description The report for `yarn audit` and other clients that send a dependency tree. The registry has no advisories.
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
         * Audit a dependency tree briefly
         * @description The report for `npm install` of npm 6 and for pnpm. The registry has no advisories.
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
         * List access tokens
         * @description All access tokens of the organization, for `npm token list`.
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
                 * @description The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
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
        readonly post?: never;
        /**
         * Delete an access token
         * @description The token stops working immediately, and so do all tokens that it made, for `npm token revoke`. The token in use must
         *     have all scopes of the one that it deletes. The token of the server's settings cannot be deleted.
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
         * Show the profile
         * @description The user of the token in use, for `npm profile get`.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * List the tags of a package
         * @description The version of each tag.
         */
        readonly get: operations["getDistTags"];
        /**
         * Replace the tags of a package
         * @description Sets these tags, and deletes all others but `latest`.
         */
        readonly put: operations["replaceDistTags"];
        /**
         * Set tags of a package
         * @description Sets these tags.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Set a tag
         * @description Points a tag to a version. The body is the version, as JSON text.
         */
        readonly put: operations["setDistTag"];
        /**
         * Set a tag
         * @description Points a tag to a version. The body is the version, as JSON text.
         */
        readonly post: operations["storeDistTag"];
        /**
         * Delete a tag
         * @description Deletes a tag, if it exists. `latest` cannot be deleted.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Show the visibility of a package
         * @description Whether a package is public, like its registry, for `npm publish --provenance` and `npm access`.
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
         * Check the connection
         * @description Responds if the registry exists and the caller has access to it, for `npm ping`.
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
                 * @description The token in use.
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
         * @description Revokes the token in use, for `npm logout`: it stops working everywhere, and so do all tokens that it made. The token
         *     of the server's settings cannot be revoked.
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
         * Search packages
         * @description The packages whose name begins with the first word of the text, for `npm search`. Unless it begins with `@`,
         *     scopes are ignored, also in the order: `ban` finds `@fruit/banana`. `scope:fruit` finds the packages of a scope. Packages
         *     without the tag `latest` and unpublished ones are not found. Scores are the same for all packages.
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
         * Show the user
         * @description The holder of the token, for `npm whoami`.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Get a package
         * @description The packument: all versions of a package, whole or abbreviated. It includes everything that was published before the
         *     request.
         */
        readonly get: operations["getPackument"];
        /**
         * Publish a version
         * @description With attachments, publishes one version with its tarball, whose name ends with `.tgz`. The manifest of the version must
         *     agree with the package.json in the tarball. Tags with the version are set; the first version of a package also gets
         *     the tag `latest`.
         *
         *     Without attachments, changes versions and tags to those of the body: `deprecated` is set or removed, missing versions
         *     are unpublished, which needs the scope `delete_packages`, and tags move. Everything else is ignored. If the body has a
         *     `_rev`, the package must still have that revision.
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
                 * @description The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
         * Download a tarball
         * @description The tarball of a version. Build metadata in the version is ignored.
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
                 * @description The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The revision that the client has read, `_rev`. The package must still have it.
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
         * @description Withdraws a version. Nothing happens if it was unpublished before.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a package
         * @description Changes versions and tags to those of the body: missing versions are unpublished, which needs the scope
         *     `delete_packages`.
         */
        readonly put: operations["replacePackument"];
        readonly post?: never;
        /**
         * Unpublish a package
         * @description Withdraws all versions. Their numbers cannot be published again.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description A version, or a tag such as `latest`.
                 * @example latest
                 */
                readonly reference: components["parameters"]["VersionOrTag"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a version
         * @description The manifest of a version, by its number or a tag.
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
        /** @description The part of a packument that installers read. */
        readonly AbbreviatedPackument: {
            readonly "dist-tags": components["schemas"]["DistTags"];
            /**
             * Format: date-time
             * @description The time of the last version.
             * @example 2024-09-11T17:57:31.000Z
             */
            readonly modified: string;
            /**
             * @description The package's name.
             * @example banana
             */
            readonly name: string;
            /** @description Times in RFC 3339, by version. `created` is the first one, and `modified` the last one. */
            readonly time: {
                /**
                 * Format: date-time
                 * @description The time of the first version.
                 * @example 2024-09-11T17:57:31.000Z
                 */
                readonly created: string;
                /**
                 * Format: date-time
                 * @description The time of the last version.
                 * @example 2024-09-11T17:57:31.000Z
                 */
                readonly modified: string;
            } & {
                readonly [key: string]: string;
            };
            /**
             * @description The versions that were not unpublished.
             * @example {}
             */
            readonly versions: {
                readonly [key: string]: components["schemas"]["Manifest"];
            };
        };
        /** @description The Sigstore bundle of a provenance, whose name ends with `.sigstore`. */
        readonly BundleAttachment: {
            /**
             * @description The bundle, as JSON text.
             * @example {}
             */
            readonly data: string;
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * Format: binary
         * @description The bytes of a file.
         */
        readonly Bytes: Blob;
        /** @description The tarball of a version. */
        readonly Dist: {
            /** @description The attestations that were published with it. Absent if there are none. */
            readonly attestations?: {
                /** @description The provenance among them. */
                readonly provenance: {
                    /**
                     * @description The type of its predicate.
                     * @example https://slsa.dev/provenance/v1
                     */
                    readonly predicateType: string;
                };
                /**
                 * Format: uri
                 * @description Their absolute URL.
                 * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/-/npm/v1/attestations/banana@1.0.0
                 */
                readonly url: string;
            };
            /**
             * @description The number of its files.
             * @example 2
             */
            readonly fileCount: number;
            /**
             * @description Its SHA-512 as Subresource Integrity.
             * @example sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==
             */
            readonly integrity: string;
            /**
             * @description Its SHA-1 in hexadecimal.
             * @example 0a4d55a8d778e5022fab701977c5d840bbc486d0
             */
            readonly shasum: string;
            /** @description The signature of the registry of the text `{name}@{version}:{integrity}`. */
            readonly signatures: readonly {
                /**
                 * @description The key's id.
                 * @example SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA
                 */
                readonly keyid: string;
                /**
                 * @description The ECDSA signature with SHA-256, in base64 of DER.
                 * @example MEUCIQC0uXkNdUKnfDpULjWF4AzRJjrTl3XnRrCXmVpRvkcRFQIgGZpWhEaMXYMWHT4UcBGIXUVKdKkGyPGpDaVSVEZNDxE=
                 */
                readonly sig: string;
            }[];
            /**
             * Format: uri
             * @description Its absolute URL.
             * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/banana/-/banana-1.0.0.tgz
             */
            readonly tarball: string;
            /**
             * Format: int64
             * @description The sizes of its files, in bytes.
             * @example 57
             */
            readonly unpackedSize: number;
        };
        /** @description Versions by tag. `latest` is installed by default. */
        readonly DistTags: {
            /**
             * @description The version that is installed by default.
             * @example 1.0.0
             */
            readonly latest: string;
        } & {
            readonly [key: string]: string;
        };
        /**
         * @description Versions by tag.
         * @example {
         *       "beta": "1.1.0"
         *     }
         */
        readonly DistTagsInput: {
            readonly [key: string]: string;
        };
        /** @description The version of a package with the tag `latest`. */
        readonly FoundPackage: {
            /** @description The author. Absent if there is none. */
            readonly author?: {
                /**
                 * @description The name.
                 * @example Olive Owner
                 */
                readonly name: string;
            };
            /**
             * Format: date-time
             * @description The time at which it was published.
             * @example 2024-09-11T17:57:48.000Z
             */
            readonly date: string;
            /**
             * @description The description. Absent if there is none.
             * @example A yellow fruit
             */
            readonly description?: string;
            /** @description The keywords. */
            readonly keywords: readonly string[];
            /** @description URLs about it. */
            readonly links: {
                /**
                 * @description The homepage. Absent if there is none.
                 * @example fruit.example
                 */
                readonly homepage?: string;
                /**
                 * Format: uri
                 * @description The packument.
                 * @example http://127.0.0.1:8080/my_great_org/my-registry/npm/banana
                 */
                readonly npm: string;
                /**
                 * @description The repository. Absent if there is none.
                 * @example github:fruit/banana
                 */
                readonly repository?: string;
            };
            /** @description Always empty, because tokens publish packages. */
            readonly maintainers: readonly {
                readonly [key: string]: unknown;
            }[];
            /**
             * @description The name.
             * @example banana
             */
            readonly name: string;
            /** @description The token that published it. Absent if it is not known. */
            readonly publisher?: {
                /**
                 * @description The description of the access token, or the subject of the OIDC token.
                 * @example Made at the first start
                 */
                readonly username: string;
            };
            /**
             * @description The scope without `@`; `unscoped` if there is none.
             * @example unscoped
             */
            readonly scope: string;
            /**
             * @description The version.
             * @example 1.1.0
             */
            readonly version: string;
        };
        /** @description The manifest of a version: its package.json as it was published, with `dist` and the facts that the registry computes. */
        readonly Manifest: {
            /**
             * @description The warning that clients print when they install the version. Absent if there is none.
             * @example Broken on arm64
             */
            readonly deprecated?: string;
            readonly dist: components["schemas"]["Dist"];
            /**
             * @description Whether the tarball has code that runs when it is installed. Absent if it has none.
             * @example true
             */
            readonly hasInstallScript?: boolean;
            /**
             * @description The package's name.
             * @example banana
             */
            readonly name: string;
            /**
             * @description The version.
             * @example 1.0.0
             */
            readonly version: string;
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description Advisories by the name of the package. The registry has none.
         * @example {}
         */
        readonly NpmAdvisories: Record<string, never>;
        /** @description The attestations of a version. */
        readonly NpmAttestations: {
            /** @description The attestations. */
            readonly attestations: readonly {
                /**
                 * @description The Sigstore bundle.
                 * @example {}
                 */
                readonly bundle: {
                    readonly [key: string]: unknown;
                };
                /**
                 * @description The type of the predicate.
                 * @example https://slsa.dev/provenance/v1
                 */
                readonly predicateType: string;
            }[];
        };
        /** @description A report about the vulnerabilities of a dependency tree. The registry has no advisories, so it is empty. */
        readonly NpmAudit: {
            /**
             * @description The remedies. Always empty.
             * @example []
             */
            readonly actions: readonly {
                readonly [key: string]: unknown;
            }[];
            /**
             * @description The advisories by id. Always empty.
             * @example {}
             */
            readonly advisories: {
                readonly [key: string]: unknown;
            };
            /** @description The numbers of vulnerabilities and dependencies. Always 0. */
            readonly metadata: {
                /**
                 * @description The checked dependencies.
                 * @example 0
                 */
                readonly dependencies: number;
                /**
                 * @description The checked dependencies for development.
                 * @example 0
                 */
                readonly devDependencies: number;
                /**
                 * @description The checked optional dependencies.
                 * @example 0
                 */
                readonly optionalDependencies: number;
                /**
                 * @description All checked dependencies.
                 * @example 0
                 */
                readonly totalDependencies: number;
                /** @description The numbers of vulnerabilities by severity. */
                readonly vulnerabilities: {
                    /**
                     * @description With a critical risk.
                     * @example 0
                     */
                    readonly critical: number;
                    /**
                     * @description With a high risk.
                     * @example 0
                     */
                    readonly high: number;
                    /**
                     * @description Without a risk.
                     * @example 0
                     */
                    readonly info: number;
                    /**
                     * @description With a low risk.
                     * @example 0
                     */
                    readonly low: number;
                    /**
                     * @description With a moderate risk.
                     * @example 0
                     */
                    readonly moderate: number;
                };
            };
            /**
             * @description The ignored advisories. Always empty.
             * @example []
             */
            readonly muted: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        /** @description The result of a change. */
        readonly NpmChange: {
            /**
             * @description The package's name.
             * @example banana
             */
            readonly id: string;
            /**
             * @description Always true.
             * @example true
             */
            readonly ok: boolean;
            /**
             * @description The new revision of the packument.
             * @example 7
             */
            readonly rev: string;
        };
        /** @description The result of a deletion. */
        readonly NpmDone: {
            /**
             * @description Always true.
             * @example true
             */
            readonly ok: boolean;
        };
        /** @description The reason of a failure, and the remedy. npm prints it. */
        readonly NpmError: {
            /**
             * @description The problem with this request, and the remedy.
             * @example No package "banana" found. Check the name, and the registry in .npmrc.
             */
            readonly error: string;
        };
        /**
         * @description Installed versions by the name of their package.
         * @example {
         *       "banana": [
         *         "1.0.0"
         *       ]
         *     }
         */
        readonly NpmInstalled: {
            readonly [key: string]: readonly string[];
        };
        /**
         * @description An empty object.
         * @example {}
         */
        readonly NpmPing: Record<string, never>;
        /** @description The user of a token. */
        readonly NpmProfile: {
            /**
             * Format: date-time
             * @description The time at which the user was created.
             * @example 2024-07-24T11:11:17Z
             */
            readonly created: string;
            /**
             * @description The address.
             * @example owner@example.com
             */
            readonly email: string;
            /**
             * @description Always true, because operators specify it.
             * @example true
             */
            readonly email_verified: boolean;
            /**
             * @description The name.
             * @example Olive Owner
             */
            readonly name: string;
            /**
             * @description Whether there is a second factor. Always false.
             * @example false
             */
            readonly tfa: boolean;
            /**
             * Format: date-time
             * @description The same time.
             * @example 2024-07-24T11:11:17Z
             */
            readonly updated: string;
        };
        /** @description A registry. */
        readonly NpmRegistry: {
            /**
             * @description The slug of the registry.
             * @example my-javascript
             */
            readonly db_name: string;
        };
        /** @description Access tokens, oldest first, without their secrets. */
        readonly NpmTokens: {
            /** @description The tokens. */
            readonly objects: readonly {
                /**
                 * @description The networks that may use it. Always null, for all.
                 * @example null
                 */
                readonly cidr_whitelist: null;
                /**
                 * Format: date-time
                 * @description The time at which it was created.
                 * @example 2024-07-24T11:11:17Z
                 */
                readonly created: string;
                /**
                 * Format: uuid
                 * @description The id.
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly key: string;
                /**
                 * @description The description.
                 * @example Made at the first start
                 */
                readonly name: string;
                /**
                 * @description Whether it cannot publish.
                 * @example false
                 */
                readonly readonly: boolean;
                /**
                 * @description The beginning of the secret, which all access tokens share.
                 * @example larder_
                 */
                readonly token: string;
                /**
                 * Format: date-time
                 * @description The time at which it was last used, to the minute, or created.
                 * @example 2024-09-11T17:57:00Z
                 */
                readonly updated: string;
            }[];
            /**
             * @description The URLs of other pages. Always empty.
             * @example {}
             */
            readonly urls: Record<string, never>;
        };
        /**
         * @description A dependency tree, as in package-lock.json. It is not read.
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
        readonly NpmTree: {
            readonly [key: string]: unknown;
        };
        /** @description The holder of a token. */
        readonly NpmUser: {
            /**
             * @description The name of the user, or the subject of an OIDC token.
             * @example Olive Owner
             */
            readonly username: string;
        };
        /** @description Who can read a package. */
        readonly NpmVisibility: {
            /**
             * @description Whether it can be read without a token, like all packages of its registry.
             * @example false
             */
            readonly public: boolean;
        };
        /** @description All versions of a package. Texts such as `description` and `readme` are those of the version with the tag `latest`. */
        readonly Packument: {
            /**
             * @description The package's name.
             * @example banana
             */
            readonly _id: string;
            /**
             * @description The revision of the packument, which a change echoes.
             * @example 7
             */
            readonly _rev: string;
            readonly "dist-tags": components["schemas"]["DistTags"];
            /**
             * @description The package's name.
             * @example banana
             */
            readonly name: string;
            /** @description Times in RFC 3339, by version. `created` is the first one, and `modified` the last one. */
            readonly time: {
                /**
                 * Format: date-time
                 * @description The time of the first version.
                 * @example 2024-09-11T17:57:31.000Z
                 */
                readonly created: string;
                /**
                 * Format: date-time
                 * @description The time of the last version.
                 * @example 2024-09-11T17:57:31.000Z
                 */
                readonly modified: string;
            } & {
                readonly [key: string]: string;
            };
            /**
             * @description The versions that were not unpublished.
             * @example {}
             */
            readonly versions: {
                readonly [key: string]: components["schemas"]["Manifest"];
            };
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A packument with changes. Other properties are ignored. */
        readonly PackumentChanges: {
            /**
             * @description The tags to set. Absent to leave them unchanged.
             * @example {
             *       "latest": "1.0.0"
             *     }
             */
            readonly "dist-tags"?: {
                readonly [key: string]: string;
            };
            /**
             * @description The versions to keep.
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
        /** @description A packument to publish, or with changes. Other properties are ignored. */
        readonly PackumentInput: {
            /**
             * @description The files of the version, by their names.
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
             * @description The revision that the client has read.
             * @example 7
             */
            readonly _rev?: string;
            /**
             * @description The tags to set.
             * @example {
             *       "latest": "1.0.0"
             *     }
             */
            readonly "dist-tags"?: {
                readonly [key: string]: string;
            };
            /**
             * @description The package's name, as in the URL.
             * @example banana
             */
            readonly name: string;
            /**
             * @description The manifests, by version; one to publish it.
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
        /** @description The keys that sign versions. */
        readonly RegistryKeys: {
            /** @description The keys. */
            readonly keys: readonly {
                /**
                 * Format: date-time
                 * @description When the registry stops using the key; null for the newest one. A replaced key is listed until then.
                 * @example null
                 */
                readonly expires: string | null;
                /**
                 * @description The SubjectPublicKeyInfo of the key, in base64.
                 * @example MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1Olb3zMAFFxXKHiIkQO5cJ3Yhl5i6UPp+IhuteBJbuHcA5UogKo0EWtlWwW6KSaKoTNEYL7JlCQiVnkhBktUgg==
                 */
                readonly key: string;
                /**
                 * @description The SHA-256 of the key, like OpenSSH.
                 * @example SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA
                 */
                readonly keyid: string;
                /**
                 * @description The type of the key.
                 * @example ecdsa-sha2-nistp256
                 * @enum {string}
                 */
                readonly keytype: "ecdsa-sha2-nistp256";
                /**
                 * @description The scheme of the signatures.
                 * @example ecdsa-sha2-nistp256
                 * @enum {string}
                 */
                readonly scheme: "ecdsa-sha2-nistp256";
            }[];
        };
        /**
         * Format: uuid
         * @description The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: string;
        /** @description Found packages. */
        readonly SearchResults: {
            /** @description The packages, in order. */
            readonly objects: readonly {
                /**
                 * @description Always empty.
                 * @example {}
                 */
                readonly flags: Record<string, never>;
                readonly package: components["schemas"]["FoundPackage"];
                /** @description The same for all packages. */
                readonly score: {
                    /** @description The parts of the score. */
                    readonly detail: {
                        /**
                         * @description Always 1.
                         * @example 1
                         */
                        readonly maintenance: number;
                        /**
                         * @description Always 1.
                         * @example 1
                         */
                        readonly popularity: number;
                        /**
                         * @description Always 1.
                         * @example 1
                         */
                        readonly quality: number;
                    };
                    /**
                     * @description Always 1.
                     * @example 1
                     */
                    readonly final: number;
                };
                /**
                 * @description Always 1.
                 * @example 1
                 */
                readonly searchScore: number;
            }[];
            /**
             * Format: date-time
             * @description The time of the response.
             * @example 2024-09-11T17:57:48.000Z
             */
            readonly time: string;
            /**
             * @description The number of packages up to the last one of the results, and one more if there are others.
             * @example 1
             */
            readonly total: number;
        };
        /**
         * @description The version that the tag points to.
         * @example 1.1.0
         */
        readonly TagVersion: string;
        /** @description A tarball. */
        readonly TarballAttachment: {
            /**
             * @description Its bytes.
             * @example c3BsaXQK
             */
            readonly data: Base64;
            /**
             * Format: int64
             * @description Its size in bytes, which is compared.
             * @example 6
             */
            readonly length?: number;
        } & {
            readonly [key: string]: unknown;
        };
    };
    responses: {
        /** @description The attestations. */
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
         * @description The request violates this description, for example with an unknown parameter in its body. Fix the places that
         *     `error` names.
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
        /** @description The tags. */
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
        /** @description The token lacks a scope. Use a token that has the scope in `error`. */
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
        /** @description The disk of the server is full. Ask its operator to make room, then try again. */
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
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** @description The key. */
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
        /** @description The manifest. */
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
         * @description The package, its version or its file does not exist, or the token has no access to the registry. Check the name, and
         *     the registry in `.npmrc`.
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
        /** @description No advisories. */
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
        /** @description The report, without vulnerabilities. */
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
        /** @description The user. */
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
        /** @description The registry can be read. */
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
        /** @description The registry. */
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
        /** @description The tokens. */
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
        /** @description The holder of the token. */
        readonly NpmUserFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                /**
                 * @description A note that npm prints. Sent if the token in use expires within seven days.
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
        /** @description The visibility. */
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
        /** @description The package was changed. */
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
        /** @description The package was changed since the caller read it. Read it again, then retry. */
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
        /** @description The packument. */
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
        /** @description The caller's copy of the packument is current. */
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
        /** @description The requested range of the packument. */
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
        /** @description The body is larger than the limit of this server, which `error` names. Send less, or ask the operator to raise it. */
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
        /** @description The document or file differs from the copy of the caller. Fetch it again. */
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
        /** @description The version was published, or the package was changed. */
        readonly Published: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                /**
                 * @description A note that npm prints. Sent if the token in use expires within seven days.
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
                readonly "application/json": components["schemas"]["NpmError"];
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
                readonly "application/json": components["schemas"]["NpmError"];
            };
        };
        /** @description The packages. */
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
        /** @description The token comes from the server's settings and can only be changed there. Remove it from `.npmrc`. */
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
        /** @description The token was revoked. */
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
         * @description The tarball is not an npm package, differs from its manifest, takes too much time or memory to read, or has a name
         *     or a version that new packages may not have. Fix the problem in `error`, and publish again.
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
        /** @description The request has no credentials, or unknown or expired ones. Log in with an access token in `.npmrc`. */
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
        /** @description The server is overloaded, is stopping, or cannot reach its storage. Try again in a moment. */
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
        /** @description The body has another media type or encoding. Send JSON in UTF-8. */
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
         * @description The version exists, was unpublished, or was deleted and had other bytes. Publish another version. Or the package was
         *     changed since the caller read it: read it again.
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
    };
    parameters: {
        /**
         * @description The content codings that the client accepts (RFC 9110, section 12.5.3). The packument is compressed if `gzip` is one of
         *     them.
         * @example gzip
         */
        readonly AcceptEncoding: string;
        /**
         * @description Media types by preference (RFC 9110, section 12.5.1). The response is abbreviated if
         *     `application/vnd.npm.install-v1+json` is preferred over `application/json`.
         * @example application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, *\/*
         */
        readonly AcceptPackument: string;
        /**
         * @description The access token's id. Case-insensitive (RFC 9562, section 4).
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly AccessTokenInPath: string;
        /**
         * @description A tag. It is not a range of versions.
         * @example beta
         */
        readonly DistTag: string;
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
         * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
         * @example banana
         */
        readonly NpmName: string;
        /**
         * @description The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
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
         * @description The revision that the client has read, `_rev`. The package must still have it.
         * @example 7
         */
        readonly Revision: string;
        /**
         * @description The number of results to skip.
         * @example 0
         */
        readonly SearchFrom: number;
        /**
         * @description The maximum number of results, and 250 at most. 20 by default.
         * @example 20
         */
        readonly SearchSize: number;
        /**
         * @description The beginning of names. All packages if it is empty or absent. Further words are ignored.
         * @example ban
         */
        readonly SearchText: string;
        /**
         * @description The token in use.
         * @example larder_Ux1hm8rkLqvmTr1zQTY5bNHnVQyXaIyxrOmzGmU4EGk
         */
        readonly Secret: string;
        /**
         * @description The package's name and version.
         * @example banana@1.0.0
         */
        readonly Specifier: string;
        /**
         * @description The name of the tarball, `{name without scope}-{version}.tgz`.
         * @example banana-1.0.0.tgz
         */
        readonly Tarball: string;
        /**
         * @description A version, or a tag such as `latest`.
         * @example latest
         */
        readonly VersionOrTag: string;
        /**
         * @description `true` if the client is going to change the packument. Then it is whole, and is not cached.
         * @example true
         */
        readonly WriteQuery: string;
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
         * @description `gzip` if the request accepts that (RFC 9110, section 8.4).
         * @example gzip
         */
        readonly ContentEncoding: "gzip";
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
         * @description A digest of the response in quotes, which is another one for each content coding.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly PackumentTag: string;
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
         * @description The headers of the request that the response depends on.
         * @example Accept, Accept-Encoding
         */
        readonly VaryByAcceptAndEncoding: "Accept, Accept-Encoding";
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
    readonly getRegistryOfPackages: {
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
                 * @description The package's name and version.
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
        /** @description The installed versions. At most 8 MiB. */
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
        /** @description The dependency tree. At most 8 MiB. */
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
        /** @description The dependency tree. At most 8 MiB. */
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
                 * @description The access token's id. Case-insensitive (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** @description All tags. */
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** @description The tags to set. */
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        /** @description The version. */
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description A tag. It is not a range of versions.
                 * @example beta
                 */
                readonly tag: components["parameters"]["DistTag"];
            };
            readonly cookie?: never;
        };
        /** @description The version. */
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description A tag. It is not a range of versions.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The token in use.
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
                 * @description The number of results to skip.
                 * @example 0
                 */
                readonly from?: components["parameters"]["SearchFrom"];
                /**
                 * @description The maximum number of results, and 250 at most. 20 by default.
                 * @example 20
                 */
                readonly size?: components["parameters"]["SearchSize"];
                /**
                 * @description The beginning of names. All packages if it is empty or absent. Further words are ignored.
                 * @example ban
                 */
                readonly text?: components["parameters"]["SearchText"];
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
                 * @description `true` if the client is going to change the packument. Then it is whole, and is not cached.
                 * @example true
                 */
                readonly write?: components["parameters"]["WriteQuery"];
            };
            readonly header?: {
                /**
                 * @description Media types by preference (RFC 9110, section 12.5.1). The response is abbreviated if
                 *     `application/vnd.npm.install-v1+json` is preferred over `application/json`.
                 * @example application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, *\/*
                 */
                readonly Accept?: components["parameters"]["AcceptPackument"];
                /**
                 * @description The content codings that the client accepts (RFC 9110, section 12.5.3). The packument is compressed if `gzip` is one of
                 *     them.
                 * @example gzip
                 */
                readonly "Accept-Encoding"?: components["parameters"]["AcceptEncoding"];
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
        /** @description A packument with one version and its attachments. At most 32 MiB without attachments. */
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
                 * @description The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The name of the tarball, `{name without scope}-{version}.tgz`.
                 * @example banana-1.0.0.tgz
                 */
                readonly file: components["parameters"]["Tarball"];
                /**
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The revision that the client has read, `_rev`. The package must still have it.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The revision that the client has read, `_rev`. The package must still have it.
                 * @example 7
                 */
                readonly revision: components["parameters"]["Revision"];
            };
            readonly cookie?: never;
        };
        /** @description The packument that the client has read, with changes. At most 32 MiB without attachments. */
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
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
                 * @description The revision that the client has read, `_rev`. The package must still have it.
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
                 * @description The package's name, with its scope. Clients also encode the slash after a scope as `%2F`.
                 * @example banana
                 */
                readonly name: components["parameters"]["NpmName"];
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description A version, or a tag such as `latest`.
                 * @example latest
                 */
                readonly reference: components["parameters"]["VersionOrTag"];
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

