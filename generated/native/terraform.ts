// Generated from openapi/native/terraform.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/.well-known/terraform.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find the services
         * @description The URLs of the protocols that the server has, relative to this one.
         */
        readonly get: operations["getServices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/terraform/{file}": {
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
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download an archive
         * @description The archive with this name, or the digests of a version of a provider, or their signature.
         */
        readonly get: operations["getArchive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/archives/{signature}/{file}": {
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
                 * @description The signature that a download of a private registry returned. It is valid for five minutes.
                 * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
                 */
                readonly signature: components["parameters"]["Signature"];
            };
            readonly cookie?: never;
        };
        /**
         * Download an archive with a signature
         * @description The file for which the signature was made. Clients send no token to it.
         */
        readonly get: operations["getSignedArchive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/modules/{namespace}/{module}/{provider}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the latest version of a module
         * @description The latest version, which is the highest one without a pre-release, and the list of all versions.
         */
        readonly get: operations["getModule"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/modules/{namespace}/{module}/{provider}/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a version of a module
         * @description One version, and the list of all versions.
         */
        readonly get: operations["getModuleVersion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/modules/{namespace}/{module}/{provider}/{version}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of a version
         * @description The address of the archive in a header. The archive is at the same URL for all parts of the module.
         */
        readonly get: operations["getModuleVersionDownload"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/modules/{namespace}/{module}/{provider}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of the latest version
         * @description The address of the archive in a header. The latest version is the highest one without a pre-release.
         */
        readonly get: operations["getModuleDownload"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/modules/{namespace}/{module}/{provider}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * List the versions of a module
         * @description All versions that are offered, the lowest first, with pre-releases.
         */
        readonly get: operations["listModuleVersions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/providers/{namespace}/{type}/{version}/download/{os}/{arch}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The architecture, as Go names it.
                 * @example amd64
                 */
                readonly arch: components["parameters"]["Architecture"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The operating system, as Go names it.
                 * @example linux
                 */
                readonly os: components["parameters"]["OperatingSystem"];
                /**
                 * @description The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of a provider
         * @description The URLs of the archive for one platform, of the digests of all archives of the version, and of their signature, with
         *     the keys of the registry that made it.
         */
        readonly get: operations["getProviderDownload"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/providers/{namespace}/{type}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
            };
            readonly cookie?: never;
        };
        /**
         * List the versions of a provider
         * @description All versions that have an archive, the lowest first, with their platforms.
         */
        readonly get: operations["listProviderVersions"];
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
        /**
         * Format: binary
         * @description The bytes of a file.
         */
        readonly Bytes: Blob;
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
        /** @description A version of a module. */
        readonly Module: {
            /**
             * @description Namespace, name, provider and version.
             * @example my_great_org---my-terraform/network/aws/1.1.0
             */
            readonly id: string;
            /**
             * @description The name of the module.
             * @example network
             */
            readonly name: string;
            /**
             * @description The slugs of the organization and the registry.
             * @example my_great_org---my-terraform
             */
            readonly namespace: string;
            /**
             * @description The provider that the module is for.
             * @example aws
             */
            readonly provider: string;
            /**
             * Format: date-time
             * @description When the version was published.
             * @example 2024-09-11T17:58:21Z
             */
            readonly published_at: string;
            /** @description The parts that can be used alone. */
            readonly submodules: readonly components["schemas"]["Submodule"][];
            /**
             * @description The version.
             * @example 1.1.0
             */
            readonly version: string;
            /** @description All versions, the lowest first. */
            readonly versions: readonly string[];
        };
        /** @description The versions of one module. */
        readonly ModuleVersions: {
            /** @description The requested module. */
            readonly modules: readonly {
                /**
                 * @description The address of the module on this server.
                 * @example my_great_org---my-terraform/network/aws
                 */
                readonly source: string;
                /** @description The versions, the lowest first. */
                readonly versions: readonly {
                    /** @description The parts that can be used alone. */
                    readonly submodules: readonly components["schemas"]["Submodule"][];
                    /**
                     * @description The version.
                     * @example 1.1.0
                     */
                    readonly version: string;
                }[];
            }[];
        };
        /**
         * Format: binary
         * @description An HTML document in UTF-8.
         */
        readonly Page: Blob;
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
        /** @description The versions of the plugin protocol that the provider supports. */
        readonly Protocols: readonly string[];
        /** @description The archive of a provider for one platform, and what proves it. */
        readonly ProviderDownload: {
            /**
             * @description The architecture.
             * @example amd64
             */
            readonly arch: string;
            /**
             * @description The URL of the archive, relative to that of the request.
             * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_linux_amd64.zip
             */
            readonly download_url: string;
            /**
             * @description The name of the archive in the list of digests.
             * @example terraform-provider-fruit_1.0.0_linux_amd64.zip
             */
            readonly filename: string;
            /**
             * @description The operating system.
             * @example linux
             */
            readonly os: string;
            readonly protocols: components["schemas"]["Protocols"];
            /**
             * @description The SHA-256 of the archive.
             * @example 371e16ce98051a3ea7af3eaef8b87d69033154fb5bb33da349d611f0fae061d6
             */
            readonly shasum: string;
            /**
             * @description The URL of the signature of that list.
             * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_SHA256SUMS.sig
             */
            readonly shasums_signature_url: string;
            /**
             * @description The URL of the list of digests.
             * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_SHA256SUMS
             */
            readonly shasums_url: string;
            /** @description The keys that made the signature. */
            readonly signing_keys: {
                /** @description The keys of the registry. There are several while a key is being replaced. */
                readonly gpg_public_keys: readonly {
                    /**
                     * @description The public key.
                     * @example -----BEGIN PGP PUBLIC KEY BLOCK-----
                     *     …
                     */
                    readonly ascii_armor: string;
                    /**
                     * @description The last digits of the fingerprint.
                     * @example 6A0B9C1D2E3F4051
                     */
                    readonly key_id: string;
                }[];
            };
        };
        /** @description The versions of one provider. */
        readonly ProviderVersions: {
            /** @description The versions, the lowest first. */
            readonly versions: readonly {
                /** @description The platforms that have an archive. */
                readonly platforms: readonly {
                    /**
                     * @description The architecture.
                     * @example amd64
                     */
                    readonly arch: string;
                    /**
                     * @description The operating system.
                     * @example linux
                     */
                    readonly os: string;
                }[];
                readonly protocols: components["schemas"]["Protocols"];
                /**
                 * @description The version.
                 * @example 1.0.0
                 */
                readonly version: string;
            }[];
        };
        /**
         * Format: uuid
         * @description The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: string;
        /** @description The URLs of protocols, by their names. */
        readonly Services: {
            /**
             * @description The URL that modules are below.
             * @example /v1/modules/
             */
            readonly "modules.v1": string;
            /**
             * @description The URL that providers are below.
             * @example /v1/providers/
             */
            readonly "providers.v1": string;
        };
        /** @description A part of a module, which can be used alone. */
        readonly Submodule: {
            /**
             * @description Its folder. Clients append it to the source, after `//`.
             * @example modules/subnet
             */
            readonly path: string;
        };
    };
    responses: {
        /** @description The address of the archive is in the header. */
        readonly ArchiveFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly "X-Terraform-Get": components["headers"]["TerraformGet"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The request violates this description: a missing parameter, a value out of bounds, a body with a wrong structure, or a
         *     query that is not percent-encoded UTF-8. Fix the errors that `errors` lists.
         */
        readonly BadRequest: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The token lacks a required scope, which `detail` names. Use a token that has it. */
        readonly Forbidden: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /**
         * @description The server failed because of a defect; its log has the cause. A change may have been made nevertheless, so check
         *     before you retry.
         */
        readonly InternalError: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The module. */
        readonly ModuleFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Module"];
            };
        };
        /** @description The versions. */
        readonly ModuleVersionsFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ModuleVersions"];
            };
        };
        /** @description The resource does not exist, or the token has no access to it. Check the slugs and ids in the URL, and the token. */
        readonly NotFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
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
        /** @description The file does not match `If-Match` or `If-Unmodified-Since`. Fetch it without them to get the current one. */
        readonly PreconditionFailed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The URLs, digests and keys. */
        readonly ProviderFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ProviderDownload"];
            };
        };
        /** @description The versions. */
        readonly ProviderVersionsFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ProviderVersions"];
            };
        };
        /** @description The file ends before the range begins. Request a range within its size, which is in `Content-Range`. */
        readonly RangeNotSatisfiable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Range": components["headers"]["UnsatisfiedRange"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The services. */
        readonly ServicesFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Services"];
            };
        };
        /** @description The request has no credentials, or unknown or expired ones. Send a valid access token. */
        readonly Unauthorized: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /**
         * @description The database or the blob store does not respond, the server is busy reading other published files, or it is stopping.
         *     Try again in a moment. A change may have been made nevertheless.
         */
        readonly Unavailable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "text/html": components["schemas"]["Page"];
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
         * @description The architecture, as Go names it.
         * @example amd64
         */
        readonly Architecture: string;
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
         * @description The name of the module. Upper and lower case are equal.
         * @example network
         */
        readonly ModuleName: string;
        /**
         * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
         * @example my_great_org---my-terraform
         */
        readonly Namespace: string;
        /**
         * @description The operating system, as Go names it.
         * @example linux
         */
        readonly OperatingSystem: string;
        /**
         * @description The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * @description The provider that the module is for.
         * @example aws
         */
        readonly Provider: string;
        /**
         * @description The name of the provider.
         * @example fruit
         */
        readonly ProviderType: string;
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
         * @description The signature that a download of a private registry returned. It is valid for five minutes.
         * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
         */
        readonly Signature: string;
        /**
         * @description The version.
         * @example 1.1.0
         */
        readonly Version: string;
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
         * @description Nothing is loaded or run. The only style is identified by its hash, and forms cannot be sent to other sites.
         * @example default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
         */
        readonly ContentSecurityPolicy: string;
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
         * @description Links do not send the URL of the page to other sites.
         * @example no-referrer
         */
        readonly ReferrerPolicy: "no-referrer";
        /**
         * @description The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: components["schemas"]["RequestId"];
        /**
         * @description The URL of the archive, relative to that of the request. It ends with `//` and the only folder of the archive, if there
         *     is one.
         * @example /my_great_org/my-terraform/terraform/terraform-aws-network-1.1.0.tgz
         */
        readonly TerraformGet: string;
        /**
         * @description The size of the file, which ends before the requested range.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * @description The headers of the request that the response depends on.
         * @example Accept
         */
        readonly VaryByAccept: "Accept";
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
    readonly getServices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ServicesFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getArchive: {
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
    readonly getSignedArchive: {
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
                 * @description The signature that a download of a private registry returned. It is valid for five minutes.
                 * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
                 */
                readonly signature: components["parameters"]["Signature"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["WholeFile"];
            readonly 206: components["responses"]["PartOfFile"];
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 416: components["responses"]["RangeNotSatisfiable"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getModule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ModuleFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getModuleVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ModuleFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getModuleVersionDownload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["ArchiveFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getModuleDownload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["ArchiveFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listModuleVersions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ModuleVersionsFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getProviderDownload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The architecture, as Go names it.
                 * @example amd64
                 */
                readonly arch: components["parameters"]["Architecture"];
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The operating system, as Go names it.
                 * @example linux
                 */
                readonly os: components["parameters"]["OperatingSystem"];
                /**
                 * @description The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
                /**
                 * @description The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ProviderFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listProviderVersions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * @description The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ProviderVersionsFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
}

