// Generated from openapi/native/files.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{organization}/{registry}/files/{file}": {
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
         * Download a file
         *
         * The bytes of a file by its name, or a range of them. With `latest` instead of the version, as in
         * `manual-latest.tar.gz`, the file with the highest version that is offered: one without a pre-release, if there is one.
         * `Content-Disposition` has its name.
         */
        readonly get: operations["getFile"];
        /**
         * Publish a file
         *
         * Publishes a file under the name in the URL, as clients such as `curl -T` do. The same as with the REST API.
         */
        readonly put: operations["publishFile"];
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
        readonly Digests: Digests;
        readonly InvalidPlace: InvalidPlace;
        readonly InvalidRequestProblem: InvalidRequestProblem;
        readonly PackageExistsProblem: PackageExistsProblem;
        readonly Page: Page;
        readonly Problem: Problem;
        readonly ProblemType: ProblemType;
        readonly RequestId: RequestId;
        readonly Sha256: Sha256;
        readonly Sha512: Sha512;
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
        /**
         * A file with this name exists, or was deleted and had other bytes, or was withdrawn. Compare `digests` to find out whether
         * it is identical; otherwise, publish another version.
         */
        readonly FileExists: {
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
                readonly "application/problem+json": components["schemas"]["PackageExistsProblem"];
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** The file is published. */
        readonly FilePublished: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly Location: components["headers"]["FileLocation"];
                readonly "Repr-Digest": components["headers"]["ReprDigest"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
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
         * The server's disk or database is full (RFC 4918, section 11.5). Nothing was changed. Retry when the operator has freed
         * some space.
         */
        readonly InsufficientStorage: {
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
        /** The whole file. */
        readonly NamedFile: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "Repr-Digest": components["headers"]["ReprDigest"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/octet-stream": components["schemas"]["Bytes"];
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
        readonly PartOfNamedFile: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "Repr-Digest": components["headers"]["ReprDigest"];
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
        /** The body arrived too slowly for too long, or was not complete in time. Send it again over a faster connection. */
        readonly RequestTimeout: {
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
         * The name is not `{name}-{version}.{extension}` with a Semantic Version, the file is empty, or its bytes do not have the
         * digests in `Content-Digest`. Nothing is stored. Fix the problem in `detail`, and send the file again.
         */
        readonly UnacceptableNamedFile: {
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
        /** A file with this name exists although `If-None-Match` excludes it, or does not match `If-Match`. Nothing is stored. */
        readonly UnexpectedFile: {
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
        /** The operation does not support the media type, character set or encoding of the body. Set `Content-Type` accordingly. */
        readonly UnsupportedMediaType: {
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
    };
    parameters: {
        /**
         * Digests of the body (RFC 9530, section 2), at least one of them SHA-256 or SHA-512. The server verifies these, and ignores
         * those of other algorithms.
         * @example sha-256=:tJPUg2Sv5E0RwBZc9HCkFk0eJgmRHvmYvohtRq3j3k4=:
         */
        readonly ContentDigest: string;
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
         * An existing file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfMatchOfUpload: string;
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
         * No file may have one of these ETags (RFC 9110, section 13.1.2); with `*`, the name must be new. Otherwise, the response is
         * 412.
         * @example *
         */
        readonly IfNoneMatchOfUpload: string;
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
         * The URL of the file.
         * @example http://127.0.0.1:8080/my_great_org/my-files/files/manual-2.0.0.tar.gz
         */
        readonly FileLocation: string;
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
         * The SHA-256 of the whole file in base64, also for a range of it (RFC 9530, section 3).
         * @example sha-256=:tJPUg2Sv5E0RwBZc9HCkFk0eJgmRHvmYvohtRq3j3k4=:
         */
        readonly ReprDigest: string;
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
/** Digests of the file, in lower-case hexadecimal. */
export type Digests = {
    /** The SHA-256 of the bytes. */
    readonly sha256: components["schemas"]["Sha256"];
    /** The SHA-512 of the bytes. */
    readonly sha512: components["schemas"]["Sha512"];
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
export type $defs = Record<string, never>;
export interface operations {
    readonly getFile: {
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
            readonly 200: components["responses"]["NamedFile"];
            readonly 206: components["responses"]["PartOfNamedFile"];
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
    readonly publishFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * Digests of the body (RFC 9530, section 2), at least one of them SHA-256 or SHA-512. The server verifies these, and ignores
                 * those of other algorithms.
                 * @example sha-256=:tJPUg2Sv5E0RwBZc9HCkFk0eJgmRHvmYvohtRq3j3k4=:
                 */
                readonly "Content-Digest"?: components["parameters"]["ContentDigest"];
                /**
                 * An existing file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatchOfUpload"];
                /**
                 * No file may have one of these ETags (RFC 9110, section 13.1.2); with `*`, the name must be new. Otherwise, the response is
                 * 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatchOfUpload"];
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
        /** The bytes of the file. */
        readonly requestBody: {
            readonly content: {
                readonly "*/*": components["schemas"]["Bytes"];
            };
        };
        readonly responses: {
            readonly 201: components["responses"]["FilePublished"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FileExists"];
            readonly 412: components["responses"]["UnexpectedFile"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableNamedFile"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
}

