// Generated from openapi/pages.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the front page
         *
         * The URL and the version of the server, commands to begin with, and the registries that the caller may see: those of
         * the token's organization, otherwise the public ones of the first organization. Programs get the greeting of the API
         * here; this page is for clients whose `Accept` prefers HTML.
         */
        readonly get: operations["showFront"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/-/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the form to sign in
         *
         * A form for a token. Public.
         */
        readonly get: operations["showSignIn"];
        readonly put?: never;
        /**
         * Sign in
         *
         * Starts a session with an access token or a registry token, and redirects to the page `next`. The session never allows
         * more than the token. Wrong tokens and forms of other sites get 401 with the form.
         */
        readonly post: operations["createSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/-/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign out
         *
         * Ends the session on the server, deletes its cookie, and redirects to the front page.
         */
        readonly post: operations["endSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the API reference
         *
         * The API reference as one public page. `npm run docs` builds it. The response is 404 until then, and while the page
         * is out of date.
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
         * Show the coverage of the contract
         *
         * All responses in the descriptions, by operation, status, media type, named example and header, and whether a real
         * server sent them in the tests. Public.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Show an organization
         *
         * One page of the organization's registries, oldest first. Callers without a token of the organization see its public
         * registries, or the failure for a missing organization if it has none.
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
         * Show a registry
         *
         * The commands to publish to the registry and to install from it, and one page of its packages, newest first.
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
         * Show a package
         *
         * The metadata of the package, the commands to install it, its files with their digests, and its other versions.
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
    readonly "/organizations/{organization}/packages/registries/{registry}/packages/{package}/files/{file}": {
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
         * The bytes of one file, or a range of them (`Range`), or 304 if the caller's copy is current. Pages link here for the
         * holders of sessions, because native URLs read no cookies. Browsers save the file, and never show it.
         */
        readonly get: operations["getDownload"];
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
        readonly SignIn: SignIn;
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
         * The request violates this description: a missing parameter, a value out of bounds, a body with a wrong structure, or a
         * query that is not percent-encoded UTF-8. Correct the request.
         */
        readonly BadRequestPage: {
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
        /** The page. */
        readonly FrontPage: {
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
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** The page. */
        readonly HtmlPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
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
        /**
         * The server failed because of a defect; its log has the cause. A change may have been made nevertheless, so check
         * before you retry.
         */
        readonly InternalErrorPage: {
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
                readonly "text/html": components["schemas"]["Page"];
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
        /** The API reference. */
        readonly Reference: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Security-Policy": components["headers"]["ReferenceSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Referrer-Policy": components["headers"]["ReferrerPolicy"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
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
        /** The caller's copy is current. */
        readonly SameReference: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The session has started. The page to show is in `Location`. */
        readonly SignedIn: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly Location: components["headers"]["PageLocation"];
                readonly "Set-Cookie": components["headers"]["SetSession"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The session has ended. The front page is in `Location`. */
        readonly SignedOut: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly Location: components["headers"]["PageLocation"];
                readonly "Set-Cookie": components["headers"]["DeleteSession"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
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
        /** The request has no credentials, or unknown or expired ones. Send a valid access token. */
        readonly UnauthorizedPage: {
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
        /**
         * The database or the blob store does not respond, the server is busy reading other published files, or it is stopping.
         * Try again in a moment. A change may have been made nevertheless.
         */
        readonly UnavailablePage: {
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
                readonly "text/html": components["schemas"]["Page"];
            };
        };
        /** The cursor is not from a link of a page, or `after` and `before` were sent together. Start again at the first page. */
        readonly UnprocessableCursor: {
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
         * Returns the page after this cursor, with older packages. Cursors come from the links of other pages.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly After: string;
        /**
         * The id of a registry. The page shows registries that were created after it. The value comes from the link of another
         * page.
         * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
         */
        readonly AfterRegistry: string;
        /**
         * Returns the page before this cursor, with newer packages. Cursors come from the links of other pages.
         * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
         */
        readonly Before: string;
        /**
         * The relation of the page that sent the form to this server, which browsers add. It must be `same-origin`.
         * @example same-origin
         */
        readonly FetchSite: string;
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
         * The path and the query of the page to show afterwards, without the path of the server's public URL; by default, the
         * front page. It is always a page of this server.
         * @example /organizations/my_great_org
         */
        readonly Next: string;
        /**
         * The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * The origin of the page that sent the form. Without `Sec-Fetch-Site`, which browsers send with TLS only, it must be that
         * of the server's public URL.
         * @example http://127.0.0.1:8080
         */
        readonly Origin: string;
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
         * Deletes the cookie.
         * @example larder_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax
         */
        readonly DeleteSession: string;
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
         * The URL of a page of this server.
         * @example http://127.0.0.1:8080/organizations/my_great_org
         */
        readonly PageLocation: string;
        /**
         * Only the page's own scripts run, which are identified by their hashes, and nothing is loaded. The scripts set styles
         * dynamically, so styles cannot be identified by hashes.
         * @example default-src 'none'; script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'
         */
        readonly ReferenceSecurityPolicy: string;
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
         * The cookie with the session, for the path of the server's public URL. It is `Secure` if that is https.
         * @example larder_session=larder_session_8e2tC5J4b3sWvQ1pR0yXkN7uZaMfLhGdEiToPcKqVxY; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax
         */
        readonly SetSession: string;
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
export type SignIn = {
    /**
     * An access token or a registry token. White space around it is ignored.
     * @example larder_8e2tC5J4b3sWvQ1pR0yXkN7uZaMfLhGdEiToPcKqVxY
     */
    readonly token: string;
};
export type $defs = Record<string, never>;
export interface operations {
    readonly showFront: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["FrontPage"];
            readonly 400: components["responses"]["BadRequestPage"];
            readonly 401: components["responses"]["UnauthorizedPage"];
            readonly 500: components["responses"]["InternalErrorPage"];
            readonly 503: components["responses"]["UnavailablePage"];
        };
    };
    readonly showSignIn: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The path and the query of the page to show afterwards, without the path of the server's public URL; by default, the
                 * front page. It is always a page of this server.
                 * @example /organizations/my_great_org
                 */
                readonly next?: components["parameters"]["Next"];
            };
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
    readonly createSession: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The path and the query of the page to show afterwards, without the path of the server's public URL; by default, the
                 * front page. It is always a page of this server.
                 * @example /organizations/my_great_org
                 */
                readonly next?: components["parameters"]["Next"];
            };
            readonly header?: {
                /**
                 * The origin of the page that sent the form. Without `Sec-Fetch-Site`, which browsers send with TLS only, it must be that
                 * of the server's public URL.
                 * @example http://127.0.0.1:8080
                 */
                readonly Origin?: components["parameters"]["Origin"];
                /**
                 * The relation of the page that sent the form to this server, which browsers add. It must be `same-origin`.
                 * @example same-origin
                 */
                readonly "Sec-Fetch-Site"?: components["parameters"]["FetchSite"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The token. */
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["SignIn"];
            };
        };
        readonly responses: {
            readonly 303: components["responses"]["SignedIn"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 303: components["responses"]["SignedOut"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly showReference: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * The file must have one of these ETags (RFC 9110, section 13.1.1); otherwise, the response is 412.
                 * @example "b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * The ETags of the caller's copies.
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
                 * The id of a registry. The page shows registries that were created after it. The value comes from the link of another
                 * page.
                 * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
                 */
                readonly after?: components["parameters"]["AfterRegistry"];
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
            readonly 200: components["responses"]["HtmlPage"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getDownload: {
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
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
    readonly createSession: "next";
    readonly showSignIn: "next";
}

