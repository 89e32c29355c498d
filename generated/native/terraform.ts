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
         *
         * The URLs of the protocols that the server has, relative to this one.
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
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download an archive
         *
         * The archive with this name, or the digests of a version of a provider, or their signature.
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
                 * The file's name, percent-encoded, including its slashes.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
                /**
                 * The signature that a download of a private registry returned. It is valid for five minutes.
                 * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
                 */
                readonly signature: components["parameters"]["Signature"];
            };
            readonly cookie?: never;
        };
        /**
         * Download an archive with a signature
         *
         * The file for which the signature was made. Clients send no token to it.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the latest version of a module
         *
         * The latest version, which is the highest one without a pre-release, and the list of all versions.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a version of a module
         *
         * One version, and the list of all versions.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of a version
         *
         * The address of the archive in a header. The archive is at the same URL for all parts of the module.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of the latest version
         *
         * The address of the archive in a header. The latest version is the highest one without a pre-release.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
            };
            readonly cookie?: never;
        };
        /**
         * List the versions of a module
         *
         * All versions that are offered, the lowest first, with pre-releases.
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
                 * The architecture, as Go names it.
                 * @example amd64
                 */
                readonly arch: components["parameters"]["Architecture"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The operating system, as Go names it.
                 * @example linux
                 */
                readonly os: components["parameters"]["OperatingSystem"];
                /**
                 * The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
                /**
                 * The version.
                 * @example 1.1.0
                 */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Find the archive of a provider
         *
         * The URLs of the archive for one platform, of the digests of all archives of the version, and of their signature, with
         * the keys of the registry that made it.
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
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
            };
            readonly cookie?: never;
        };
        /**
         * List the versions of a provider
         *
         * All versions that have an archive, the lowest first, with their platforms.
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
        readonly Bytes: Bytes;
        readonly InvalidPlace: InvalidPlace;
        readonly InvalidRequestProblem: InvalidRequestProblem;
        readonly Module: Module;
        readonly ModuleVersions: ModuleVersions;
        readonly Page: Page;
        readonly Problem: Problem;
        readonly ProblemType: ProblemType;
        readonly Protocols: Protocols;
        readonly ProviderDownload: ProviderDownload;
        readonly ProviderVersions: ProviderVersions;
        readonly RequestId: RequestId;
        readonly Services: Services;
        readonly Submodule: Submodule;
    };
    responses: {
        /** The address of the archive is in the header. */
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
         * The request violates this description: a missing parameter, a value out of bounds, a body with a wrong structure, or a
         * query that is not percent-encoded UTF-8. Fix the errors that `errors` lists.
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
        /** The token lacks a required scope, which `detail` names. Use a token that has it. */
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
         * The server failed because of a defect; its log has the cause. A change may have been made nevertheless, so check
         * before you retry.
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
        /** The module. */
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
        /** The versions. */
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
        /** The resource does not exist, or the token has no access to it. Check the slugs and ids in the URL, and the token. */
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
        /** The file does not match `If-Match` or `If-Unmodified-Since`. Fetch it without them to get the current one. */
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
        /** The URLs, digests and keys. */
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
        /** The versions. */
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
        /** The file ends before the range begins. Request a range within its size, which is in `Content-Range`. */
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
        /** The services. */
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
        /** The request has no credentials, or unknown or expired ones. Send a valid access token. */
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
         * The database or the blob store does not respond, the server is busy reading other published files, or it is stopping.
         * Try again in a moment. A change may have been made nevertheless.
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
         * The architecture, as Go names it.
         * @example amd64
         */
        readonly Architecture: string;
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
         * The name of the module. Upper and lower case are equal.
         * @example network
         */
        readonly ModuleName: string;
        /**
         * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
         * @example my_great_org---my-terraform
         */
        readonly Namespace: string;
        /**
         * The operating system, as Go names it.
         * @example linux
         */
        readonly OperatingSystem: string;
        /**
         * The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * The provider that the module is for.
         * @example aws
         */
        readonly Provider: string;
        /**
         * The name of the provider.
         * @example fruit
         */
        readonly ProviderType: string;
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
         * The signature that a download of a private registry returned. It is valid for five minutes.
         * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
         */
        readonly Signature: string;
        /**
         * The version.
         * @example 1.1.0
         */
        readonly Version: string;
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
         * Nothing is loaded. The only script and the only style are identified by their hashes, and forms cannot be sent to
         * other sites.
         * @example default-src 'none'; script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
         */
        readonly ContentSecurityPolicy: string;
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
         * Links do not send the URL of the page to other sites.
         * @example same-origin
         */
        readonly ReferrerPolicy: "same-origin";
        /**
         * The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: components["schemas"]["RequestId"];
        /**
         * The URL of the archive, relative to that of the request. It ends with `//` and the only folder of the archive, if there
         * is one.
         * @example /my_great_org/my-terraform/terraform/terraform-aws-network-1.1.0.tgz
         */
        readonly TerraformGet: string;
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
/**
 * The bytes of a file.
 *
 * Format: binary
 */
export type Bytes = Blob;
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
/** A version of a module. */
export type Module = {
    /**
     * Namespace, name, provider and version.
     * @example my_great_org---my-terraform/network/aws/1.1.0
     */
    readonly id: string;
    /**
     * The name of the module.
     * @example network
     */
    readonly name: string;
    /**
     * The slugs of the organization and the registry.
     * @example my_great_org---my-terraform
     */
    readonly namespace: string;
    /**
     * The provider that the module is for.
     * @example aws
     */
    readonly provider: string;
    /**
     * When the version was published.
     *
     * Format: date-time
     * @example 2024-09-11T17:58:21Z
     */
    readonly published_at: string;
    /** The parts that can be used alone. */
    readonly submodules: readonly components["schemas"]["Submodule"][];
    /**
     * The version.
     * @example 1.1.0
     */
    readonly version: string;
    /** All versions, the lowest first. */
    readonly versions: readonly string[];
};
/** The versions of one module. */
export type ModuleVersions = {
    /** The requested module. */
    readonly modules: readonly {
        /**
         * The address of the module on this server.
         * @example my_great_org---my-terraform/network/aws
         */
        readonly source: string;
        /** The versions, the lowest first. */
        readonly versions: readonly {
            /** The parts that can be used alone. */
            readonly submodules: readonly components["schemas"]["Submodule"][];
            /**
             * The version.
             * @example 1.1.0
             */
            readonly version: string;
        }[];
    }[];
};
/**
 * An HTML document in UTF-8.
 *
 * Format: binary
 */
export type Page = Blob;
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
/** The versions of the plugin protocol that the provider supports. */
export type Protocols = readonly string[];
/** The archive of a provider for one platform, and what proves it. */
export type ProviderDownload = {
    /**
     * The architecture.
     * @example amd64
     */
    readonly arch: string;
    /**
     * The URL of the archive, relative to that of the request.
     * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_linux_amd64.zip
     */
    readonly download_url: string;
    /**
     * The name of the archive in the list of digests.
     * @example terraform-provider-fruit_1.0.0_linux_amd64.zip
     */
    readonly filename: string;
    /**
     * The operating system.
     * @example linux
     */
    readonly os: string;
    /** The versions of the plugin protocol that the provider supports. */
    readonly protocols: components["schemas"]["Protocols"];
    /**
     * The SHA-256 of the archive.
     * @example 371e16ce98051a3ea7af3eaef8b87d69033154fb5bb33da349d611f0fae061d6
     */
    readonly shasum: string;
    /**
     * The URL of the signature of that list.
     * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_SHA256SUMS.sig
     */
    readonly shasums_signature_url: string;
    /**
     * The URL of the list of digests.
     * @example /my_great_org/my-terraform/terraform/terraform-provider-fruit_1.0.0_SHA256SUMS
     */
    readonly shasums_url: string;
    /** The keys that made the signature. */
    readonly signing_keys: {
        /** The keys of the registry. There are several while a key is being replaced. */
        readonly gpg_public_keys: readonly {
            /**
             * The public key.
             * @example -----BEGIN PGP PUBLIC KEY BLOCK-----
             *     …
             */
            readonly ascii_armor: string;
            /**
             * The last digits of the fingerprint.
             * @example 6A0B9C1D2E3F4051
             */
            readonly key_id: string;
        }[];
    };
};
/** The versions of one provider. */
export type ProviderVersions = {
    /** The versions, the lowest first. */
    readonly versions: readonly {
        /** The platforms that have an archive. */
        readonly platforms: readonly {
            /**
             * The architecture.
             * @example amd64
             */
            readonly arch: string;
            /**
             * The operating system.
             * @example linux
             */
            readonly os: string;
        }[];
        /** The versions of the plugin protocol that the provider supports. */
        readonly protocols: components["schemas"]["Protocols"];
        /**
         * The version.
         * @example 1.0.0
         */
        readonly version: string;
    }[];
};
/**
 * The id of the request in the server's log. Include it when you report a problem.
 *
 * Format: uuid
 * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
 */
export type RequestId = string;
/** The URLs of protocols, by their names. */
export type Services = {
    /**
     * The URL that modules are below.
     * @example /v1/modules/
     */
    readonly "modules.v1": string;
    /**
     * The URL that providers are below.
     * @example /v1/providers/
     */
    readonly "providers.v1": string;
};
/** A part of a module, which can be used alone. */
export type Submodule = {
    /**
     * Its folder. Clients append it to the source, after `//`.
     * @example modules/subnet
     */
    readonly path: string;
};
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
    readonly getSignedArchive: {
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
                 * The signature that a download of a private registry returned. It is valid for five minutes.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * The version.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
                 * @example aws
                 */
                readonly provider: components["parameters"]["Provider"];
                /**
                 * The version.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
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
                 * The name of the module. Upper and lower case are equal.
                 * @example network
                 */
                readonly module: components["parameters"]["ModuleName"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The provider that the module is for.
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
                 * The architecture, as Go names it.
                 * @example amd64
                 */
                readonly arch: components["parameters"]["Architecture"];
                /**
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The operating system, as Go names it.
                 * @example linux
                 */
                readonly os: components["parameters"]["OperatingSystem"];
                /**
                 * The name of the provider.
                 * @example fruit
                 */
                readonly type: components["parameters"]["ProviderType"];
                /**
                 * The version.
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
                 * The slugs of the organization and the registry, joined with `---`, or that of the registry alone.
                 * @example my_great_org---my-terraform
                 */
                readonly namespace: components["parameters"]["Namespace"];
                /**
                 * The name of the provider.
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

