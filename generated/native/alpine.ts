// Generated from openapi/native/alpine.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{organization}/{registry}/alpine_any/alpine_any/main/{architecture}/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The architecture of a machine, such as `x86_64`. Its folder has the packages of this architecture and those of `noarch`.
                 * @example x86_64
                 */
                readonly architecture: components["parameters"]["Architecture"];
                /**
                 * `{name}-{version}.apk`. Other names are not found.
                 * @example banana-1.1-r2.apk
                 */
                readonly file: string;
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
         * Download a package
         *
         * The package with this name and version for an architecture, or else for `noarch`.
         */
        readonly get: operations["getApk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/alpine_any/alpine_any/main/{architecture}/APKINDEX.tar.gz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The architecture of a machine, such as `x86_64`. Its folder has the packages of this architecture and those of `noarch`.
                 * @example x86_64
                 */
                readonly architecture: components["parameters"]["Architecture"];
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
         * Get the index of an architecture
         *
         * The signed list of the packages for an architecture. `Last-Modified` is later with every change, even within one second.
         */
        readonly get: operations["getApkIndex"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/alpine_any/files/{sha256}/{file}": {
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
                /**
                 * The SHA-256 of the file, in lower-case hexadecimal.
                 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly sha256: components["parameters"]["Sha256InPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download a file by its digest
         *
         * The file of a package with this SHA-256, such as an attestation, for browsers. The name after it does not matter.
         */
        readonly get: operations["getApkFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/rsakey": {
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
         * Get the signing key
         *
         * The public key that signs the indexes, as PEM; if it is being replaced, the newer one. apk finds a key by the name of its
         * file in `/etc/apk/keys`, which must be the one in `Content-Disposition`.
         */
        readonly get: operations["getRsaKey"];
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
        readonly Page: Page;
        readonly Problem: Problem;
        readonly ProblemType: ProblemType;
        readonly RequestId: RequestId;
    };
    responses: {
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
        /** The whole index. */
        readonly Index: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
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
        /** The public key. */
        readonly Key: {
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
                readonly "application/x-pem-file": components["schemas"]["Bytes"];
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
        /** The requested range of the index. */
        readonly PartOfIndex: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
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
        /** The requested range of the public key. */
        readonly PartOfKey: {
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
                readonly "application/x-pem-file": components["schemas"]["Bytes"];
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
         * The architecture of a machine, such as `x86_64`. Its folder has the packages of this architecture and those of `noarch`.
         * @example x86_64
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
         * The SHA-256 of the file, in lower-case hexadecimal.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Sha256InPath: string;
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
/**
 * The id of the request in the server's log. Include it when you report a problem.
 *
 * Format: uuid
 * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
 */
export type RequestId = string;
export type $defs = Record<string, never>;
export interface operations {
    readonly getApk: {
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
                 * The architecture of a machine, such as `x86_64`. Its folder has the packages of this architecture and those of `noarch`.
                 * @example x86_64
                 */
                readonly architecture: components["parameters"]["Architecture"];
                /**
                 * `{name}-{version}.apk`. Other names are not found.
                 * @example banana-1.1-r2.apk
                 */
                readonly file: string;
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
    readonly getApkIndex: {
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
                 * The architecture of a machine, such as `x86_64`. Its folder has the packages of this architecture and those of `noarch`.
                 * @example x86_64
                 */
                readonly architecture: components["parameters"]["Architecture"];
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
            readonly 200: components["responses"]["Index"];
            readonly 206: components["responses"]["PartOfIndex"];
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
    readonly getApkFile: {
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
                /**
                 * The SHA-256 of the file, in lower-case hexadecimal.
                 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly sha256: components["parameters"]["Sha256InPath"];
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
    readonly getRsaKey: {
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
            readonly 200: components["responses"]["Key"];
            readonly 206: components["responses"]["PartOfKey"];
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
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
}

