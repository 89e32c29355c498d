// Generated from openapi/native/signing-key.yaml by `npm run generate`. Not to be edited.

export interface paths {
    readonly "/{organization}/{registry}/gpgkey": {
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
         * Get the signing key
         * @description The OpenPGP key that signs the registry's index, in ASCII armour. It is made with the registry and stays.
         */
        readonly get: operations["getSigningKey"];
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
        /** @description A place in the request, and what is wrong there. */
        readonly InvalidPlace: {
            /**
             * @description What is wrong there.
             * @example must be a whole number in decimal digits, such as 10
             */
            readonly message: string;
            /**
             * @description The place, from the part of the request on; `request` where no single place is to blame.
             * @example query.per_page
             */
            readonly path: string;
        };
        /** @description A problem with the places in the request that break this description. */
        readonly InvalidRequestProblem: {
            /**
             * @description The places and reasons in one sentence.
             * @example query.per_page: must be a whole number in decimal digits, such as 10
             */
            readonly detail: string;
            /**
             * @description Each place with its reason; the first one alone of a body of more than 16 KiB, of a compressed one, and of one
             *     that comes without its length.
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
            /**
             * @description The HTTP status once more.
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
        /** @description Why a request failed (RFC 9457), with the `message` that clients of Buildkite's API read. */
        readonly Problem: {
            /**
             * @description What was wrong with this request, and what would be right.
             * @example Registry "my-registri" not found, or the token has no access to it.
             */
            readonly detail: string;
            /**
             * @description The same as `detail`.
             * @example Registry "my-registri" not found, or the token has no access to it.
             */
            readonly message: string;
            /**
             * @description The HTTP status once more.
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
         * @description Which kind of problem it is; the names do not change.
         * @example urn:larder:problem:not-found
         * @enum {string}
         */
        readonly ProblemType: "urn:larder:problem:invalid-request" | "urn:larder:problem:unauthenticated" | "urn:larder:problem:missing-scope" | "urn:larder:problem:token-in-settings" | "urn:larder:problem:not-found" | "urn:larder:problem:method-not-allowed" | "urn:larder:problem:request-timeout" | "urn:larder:problem:package-exists" | "urn:larder:problem:version-deleted" | "urn:larder:problem:slug-taken" | "urn:larder:problem:upload-refused" | "urn:larder:problem:upload-used" | "urn:larder:problem:unusable-upload" | "urn:larder:problem:unusable-expiry" | "urn:larder:problem:unusable-attestation" | "urn:larder:problem:precondition-failed" | "urn:larder:problem:payload-too-large" | "urn:larder:problem:unsupported-media-type" | "urn:larder:problem:range-not-satisfiable" | "urn:larder:problem:expectation-failed" | "urn:larder:problem:unacceptable-file" | "urn:larder:problem:unusable-cursor" | "urn:larder:problem:invalid-policy" | "urn:larder:problem:ecosystem-fixed" | "urn:larder:problem:ecosystem-mismatch" | "urn:larder:problem:headers-too-large" | "urn:larder:problem:internal" | "urn:larder:problem:unavailable" | "urn:larder:problem:insufficient-storage";
    };
    responses: {
        /**
         * @description The request breaks this description: a missing parameter, a value out of bounds, a body of another
         *     shape, a query that is not percent-encoded UTF-8.
         *     Mend the places that `errors` lists.
         */
        readonly BadRequest: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["InvalidRequestProblem"];
            };
        };
        /** @description The token lacks a scope that the operation needs; `detail` names it. Use a token that has it. */
        readonly Forbidden: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The server failed, by a defect of its own; the operator's log has the cause. A change may have been made all the same:
         *     look before you send it again.
         */
        readonly InternalError: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or the caller may not see it. Check the slugs and ids in the URL, and whose token it is. */
        readonly NotFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
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
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The file is not the one that `If-Match` or `If-Unmodified-Since` expects. Fetch it without them to get the current one. */
        readonly PreconditionFailed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file ends before the range begins. Ask for a range within its length, which `Content-Range` tells. */
        readonly RangeNotSatisfiable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Range": components["headers"]["UnsatisfiedRange"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request carries no credentials, or ones that are not known or have expired. Send a valid access token. */
        readonly Unauthorized: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description The database or the blob store does not answer, or the server is busy with reading other published files, or is about to
         *     stop. Try again in a moment. A change that failed so may have been made all the same.
         */
        readonly Unavailable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description ETags of which the file must have one (RFC 9110, section 13.1.1); else the response is 412.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfMatch: string;
        /**
         * @description The `Last-Modified` of the caller's copy.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfModifiedSince: string;
        /**
         * @description ETags of copies that the caller has.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfNoneMatch: string;
        /**
         * @description The ETag or date that must still hold for the range to be answered; else the whole file is.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfRange: string;
        /**
         * @description The date after which the file must not have changed (RFC 9110, section 13.1.4); else the response is 412. Ignored
         *     beside `If-Match`, and if it is not a date.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly IfUnmodifiedSince: string;
        /**
         * @description The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * @description The bytes wanted, as `bytes=first-last` (RFC 9110, 14.2). Several ranges, or another unit, get the whole file.
         * @example bytes=0-1023
         */
        readonly Range: string;
        /**
         * @description The registry's slug.
         * @example my-registry
         */
        readonly RegistryInPath: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Parts of the file can be asked for.
         * @example bytes
         */
        readonly AcceptRanges: "bytes";
        /**
         * @description Who may keep the response. One that needed credentials, or came with some, is for one person, and is asked for again;
         *     one that shows a secret is kept by nobody; one from a public registry whose URL names its digest never changes.
         * @example private, no-cache
         */
        readonly CacheControl: "private, no-cache" | "no-cache" | "no-store" | "public, max-age=31536000, immutable";
        /**
         * @description The length of the answer in bytes.
         * @example 6
         */
        readonly ContentLength: number;
        /**
         * @description Which bytes of how many these are.
         * @example bytes 0-5/6
         */
        readonly ContentRange: string;
        /**
         * @description The response is of the type that `Content-Type` gives, whatever it looks like.
         * @example nosniff
         */
        readonly ContentTypeOptions: "nosniff";
        /**
         * @description The SHA-256 of the whole file in quotes.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly ETag: string;
        /**
         * @description When the file was published, or its index built; later with every change, even within one second.
         * @example Wed, 11 Sep 2024 17:55:57 GMT
         */
        readonly LastModified: string;
        /**
         * @description How many bytes there are, none of which was in the range that was asked for.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * @description The kind of credentials that are asked for.
         * @example Bearer realm="Larder"
         */
        readonly WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETags of which the file must have one (RFC 9110, section 13.1.1); else the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The `Last-Modified` of the caller's copy.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description ETags of copies that the caller has.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The ETag or date that must still hold for the range to be answered; else the whole file is.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * @description The date after which the file must not have changed (RFC 9110, section 13.1.4); else the response is 412. Ignored
                 *     beside `If-Match`, and if it is not a date.
                 * @example Wed, 11 Sep 2024 17:55:57 GMT
                 */
                readonly "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /**
                 * @description The bytes wanted, as `bytes=first-last` (RFC 9110, 14.2). Several ranges, or another unit, get the whole file.
                 * @example bytes=0-1023
                 */
                readonly Range?: components["parameters"]["Range"];
            };
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
            /** @description The public key. */
            readonly 200: {
                headers: {
                    readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "Content-Length": components["headers"]["ContentLength"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["LastModified"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pgp-keys": components["schemas"]["Bytes"];
                };
            };
            /** @description The part of the public key that was asked for. */
            readonly 206: {
                headers: {
                    readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "Content-Length": components["headers"]["ContentLength"];
                    readonly "Content-Range": components["headers"]["ContentRange"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["LastModified"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pgp-keys": components["schemas"]["Bytes"];
                };
            };
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

