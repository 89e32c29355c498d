// Generated from openapi/native/python.yaml by `npm run generate`. Not to be edited.

export interface paths {
    readonly "/{organization}/{registry}/pypi/files/{sha256}/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The file's name, percent-encoded; `.metadata` behind it asks for the metadata of a wheel.
                 * @example banana_split-1.0.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["Distribution"];
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
                 * @description The SHA-256 of the file, in lower-case hexadecimal.
                 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly sha256: components["parameters"]["Sha256InPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download a distribution, or its metadata
         * @description The wheel or source distribution with this SHA-256. The name behind it is for clients, which read from it what the
         *     file is; the digest alone decides.
         *
         *     With `.metadata` behind the name of a wheel: the file METADATA of that wheel (PEP 658).
         */
        readonly get: operations["getDistribution"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/simple": {
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
         * Find the list of projects
         * @description Leads to the page that ends in a slash (PEP 503).
         */
        readonly get: operations["redirectToProjects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/simple/": {
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
         * List the projects
         * @description All projects that have files, by their normalised names, as HTML or JSON.
         */
        readonly get: operations["listProjects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/simple/{project}": {
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
                 * @description The project's name. Any spelling leads to the page at its normalised form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Find a project
         * @description Leads to the project's page, which ends in a slash (PEP 503), whether there is such a project or not.
         */
        readonly get: operations["redirectToProject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/simple/{project}/": {
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
                 * @description The project's name. Any spelling leads to the page at its normalised form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
                /**
                 * @description The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a project
         * @description All files of a project, as HTML or JSON. Another spelling of the name leads to the page at the normalised form
         *     (PEP 503).
         */
        readonly get: operations["getProject"];
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
        /**
         * @description The SHA-256 of the bytes.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Sha256: string;
        /** @description A wheel or a source distribution. */
        readonly SimpleFile: {
            /** @description Digests of the metadata file at the same URL with `.metadata` behind it; false where there is none (PEP 714). */
            readonly "core-metadata": boolean | components["schemas"]["SimpleHashes"];
            /**
             * @description Its name, which says what it is (PEP 427, PEP 625).
             * @example banana_split-1.0.0-py3-none-any.whl
             */
            readonly filename: string;
            readonly hashes: components["schemas"]["SimpleHashes"];
            /**
             * @description The versions of Python that it works with, as PEP 440 writes them; absent if it does not specify any.
             * @example >=3.9
             */
            readonly "requires-python"?: string;
            /**
             * @description In bytes.
             * @example 1024
             */
            readonly size: number;
            /**
             * Format: date-time
             * @description When it was published in this registry, or copied to it (PEP 700).
             * @example 2024-09-11T17:55:57Z
             */
            readonly "upload-time": string;
            /**
             * Format: uri-reference
             * @description Where it is, relative to this page.
             * @example ../../files/b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e/banana_split-1.0.0-py3-none-any.whl
             */
            readonly url: string;
            /**
             * @description Whether it should no longer be chosen (PEP 592). Nothing here is, so it is always false.
             * @example false
             */
            readonly yanked: boolean;
        };
        /** @description Digests by the names of their algorithms. */
        readonly SimpleHashes: {
            readonly sha256: components["schemas"]["Sha256"];
        };
        /** @description What a reader has to understand. */
        readonly SimpleMeta: {
            /**
             * @description The version of the simple repository API (PEP 629, PEP 700).
             * @example 1.1
             * @enum {string}
             */
            readonly "api-version": "1.1";
        };
        /** @description A project with all its files (PEP 691, PEP 700). */
        readonly SimpleProject: {
            /** @description Ordered by version, oldest first, then by file name. */
            readonly files: readonly components["schemas"]["SimpleFile"][];
            readonly meta: components["schemas"]["SimpleMeta"];
            /**
             * @description The project's normalised name.
             * @example banana-split
             */
            readonly name: string;
            /** @description The versions that have files, in their normal form, oldest first. */
            readonly versions: readonly string[];
        };
        /** @description All projects of a registry (PEP 691). */
        readonly SimpleProjectList: {
            readonly meta: components["schemas"]["SimpleMeta"];
            /** @description Ordered by name. */
            readonly projects: readonly {
                /**
                 * @description The project's normalised name.
                 * @example banana-split
                 */
                readonly name: string;
            }[];
        };
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
        /** @description The page is at another URL of this registry. */
        readonly PageMoved: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly Location: components["headers"]["PageLocation"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The caller's copy of the page is current. */
        readonly PageNotModified: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The part of the file that was asked for. */
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
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
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
        /** @description The page of all projects. */
        readonly SimpleProjectListPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ListSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.simple.v1+html": components["schemas"]["Bytes"];
                readonly "application/vnd.pypi.simple.v1+json": components["schemas"]["SimpleProjectList"];
                readonly "text/html": components["schemas"]["Bytes"];
            };
        };
        /** @description The page of the project. */
        readonly SimpleProjectPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ListSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.simple.v1+html": components["schemas"]["Bytes"];
                readonly "application/vnd.pypi.simple.v1+json": components["schemas"]["SimpleProject"];
                readonly "text/html": components["schemas"]["Bytes"];
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
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
    };
    parameters: {
        /**
         * @description Media types by preference (RFC 9110, section 12.5.1). Of those that a page comes in, the most preferred is answered, and
         *     of equals the first: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. The
         *     `latest` of the two last means `v1`. Where none is acceptable, the answer is `text/html` all the same (PEP 691).
         * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
         */
        readonly AcceptPage: string;
        /**
         * @description The file's name, percent-encoded; `.metadata` behind it asks for the metadata of a wheel.
         * @example banana_split-1.0.0-py3-none-any.whl
         */
        readonly Distribution: string;
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
         * @description The project's name. Any spelling leads to the page at its normalised form (PEP 503).
         * @example banana-split
         */
        readonly Project: string;
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
        /**
         * @description The SHA-256 of the file, in lower-case hexadecimal.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Sha256InPath: string;
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
         * @description The name under which to save the file.
         * @example attachment; filename="banana_1.1-2_amd64.deb"
         */
        readonly ContentDisposition: string;
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
         * @description Nothing is loaded or run.
         * @example default-src 'none'
         */
        readonly ListSecurityPolicy: "default-src 'none'";
        /**
         * @description The page's own URL, relative to the one that was asked for.
         * @example ../banana-split/
         */
        readonly PageLocation: string;
        /**
         * @description How many bytes there are, none of which was in the range that was asked for.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * @description Which headers of the request the answer depends on.
         * @example Accept
         */
        readonly VaryByAccept: "Accept";
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
    readonly getDistribution: {
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
                 * @description The file's name, percent-encoded; `.metadata` behind it asks for the metadata of a wheel.
                 * @example banana_split-1.0.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["Distribution"];
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
                 * @description The SHA-256 of the file, in lower-case hexadecimal.
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
    readonly redirectToProjects: {
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
            readonly 301: components["responses"]["PageMoved"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listProjects: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Media types by preference (RFC 9110, section 12.5.1). Of those that a page comes in, the most preferred is answered, and
                 *     of equals the first: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. The
                 *     `latest` of the two last means `v1`. Where none is acceptable, the answer is `text/html` all the same (PEP 691).
                 * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
                 */
                readonly Accept?: components["parameters"]["AcceptPage"];
                /**
                 * @description ETags of which the file must have one (RFC 9110, section 13.1.1); else the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description ETags of copies that the caller has.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
            readonly 200: components["responses"]["SimpleProjectListPage"];
            readonly 304: components["responses"]["PageNotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly redirectToProject: {
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
                 * @description The project's name. Any spelling leads to the page at its normalised form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
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
            readonly 301: components["responses"]["PageMoved"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Media types by preference (RFC 9110, section 12.5.1). Of those that a page comes in, the most preferred is answered, and
                 *     of equals the first: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. The
                 *     `latest` of the two last means `v1`. Where none is acceptable, the answer is `text/html` all the same (PEP 691).
                 * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
                 */
                readonly Accept?: components["parameters"]["AcceptPage"];
                /**
                 * @description ETags of which the file must have one (RFC 9110, section 13.1.1); else the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description ETags of copies that the caller has.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * @description The project's name. Any spelling leads to the page at its normalised form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
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
            readonly 200: components["responses"]["SimpleProjectPage"];
            readonly 301: components["responses"]["PageMoved"];
            readonly 304: components["responses"]["PageNotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
}

