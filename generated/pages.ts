// Generated from openapi/pages.yaml by `npm run generate`. Not to be edited.

export interface paths {
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the reference
         * @description The reference of the API as one page, for everybody. It is written by `npm run docs`; until then, and while it is
         *     that of another contract, there is nothing here.
         */
        readonly get: operations["showReference"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs/matrix": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look at what is proved
         * @description Every answer that the descriptions promise, and whether the tests have seen a real server give it: operation by
         *     operation, status, media type, named example and header. For everybody.
         */
        readonly get: operations["showMatrix"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/organizations/{organization}": {
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
         * Look at an organization
         * @description One page of the organization's registries, oldest first. For its own tokens only.
         */
        readonly get: operations["showOrganization"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/organizations/{organization}/packages/registries/{registry}": {
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
         * Look at a registry
         * @description How to publish to the registry and to install from it, and one page of its packages, newest first.
         */
        readonly get: operations["showRegistry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/organizations/{organization}/packages/registries/{registry}/packages/{package}": {
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
                 * @description The package's id. Letters may be of either case (RFC 9562, section 4).
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
         * Look at a package
         * @description What the package says of itself, how to install it, its files with their digests, and its other versions.
         */
        readonly get: operations["showPackage"];
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
        /**
         * Format: binary
         * @description An HTML document in UTF-8.
         */
        readonly Page: Blob;
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
        /** @description The page. */
        readonly HtmlPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": components["schemas"]["Page"];
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
        /** @description The reference. */
        readonly Reference: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Security-Policy": components["headers"]["ReferenceSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The caller's copy is current. */
        readonly SameReference: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content?: never;
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
        /** @description The cursor is none that a link of a page has, or `after` and `before` were sent together. Start again at the first page. */
        readonly UnprocessableCursor: {
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
         * @description The page that follows this cursor, that is older packages. Taken from a link of another page.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly After: string;
        /**
         * @description The id of a registry; those that were made after it are shown. Taken from a link of another page.
         * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
         */
        readonly AfterRegistry: string;
        /**
         * @description The page that precedes this cursor, that is newer packages. Taken from a link of another page.
         * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
         */
        readonly Before: string;
        /**
         * @description ETags of which the file must have one (RFC 9110, section 13.1.1); else the response is 412.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfMatch: string;
        /**
         * @description ETags of copies that the caller has.
         * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
         */
        readonly IfNoneMatch: string;
        /**
         * @description The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * @description The package's id. Letters may be of either case (RFC 9562, section 4).
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageInPath: string;
        /**
         * @description Only packages of exactly this name.
         * @example banana
         */
        readonly PackageName: string;
        /**
         * @description The registry's slug.
         * @example my-registry
         */
        readonly RegistryInPath: string;
    };
    requestBodies: never;
    headers: {
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
         * @description Nothing is loaded or run; the only style is the one whose hash is named, and forms lead nowhere else.
         * @example default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
         */
        readonly ContentSecurityPolicy: string;
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
         * @description Only the page's own scripts run, which are named by their hashes, and nothing is loaded from anywhere. The scripts set
         *     styles as they go, so those cannot be named by their hashes.
         * @example default-src 'none'; script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'
         */
        readonly ReferenceSecurityPolicy: string;
        /**
         * @description No other site learns where a link was followed.
         * @example no-referrer
         */
        readonly ReferrerPolicy: "no-referrer";
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
    readonly showReference: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
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
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Reference"];
            readonly 304: components["responses"]["SameReference"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly showMatrix: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["HtmlPage"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly showOrganization: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The id of a registry; those that were made after it are shown. Taken from a link of another page.
                 * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
                 */
                readonly after?: components["parameters"]["AfterRegistry"];
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
            readonly 200: components["responses"]["HtmlPage"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly showRegistry: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The page that follows this cursor, that is older packages. Taken from a link of another page.
                 * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
                 */
                readonly after?: components["parameters"]["After"];
                /**
                 * @description The page that precedes this cursor, that is newer packages. Taken from a link of another page.
                 * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
                 */
                readonly before?: components["parameters"]["Before"];
                /**
                 * @description Only packages of exactly this name.
                 * @example banana
                 */
                readonly name?: components["parameters"]["PackageName"];
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
            readonly 200: components["responses"]["HtmlPage"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableCursor"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly showPackage: {
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
                 * @description The package's id. Letters may be of either case (RFC 9562, section 4).
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
            readonly 200: components["responses"]["HtmlPage"];
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

