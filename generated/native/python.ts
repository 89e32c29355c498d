// Generated from openapi/native/python.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/{organization}/{registry}/pypi": {
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
         * Publish a distribution
         *
         * The upload URL for twine, poetry, uv, flit and hatch. The file must agree with the name, the version, the kind and
         * the digests in the form, as far as the form has them. Other texts in the form are ignored, because the metadata is in
         * the file. Attestations (PEP 740) are kept and served. Publishing the same file again changes nothing. Failures have their reason in the status line, too.
         */
        readonly post: operations["publishDistribution"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/files/{sha256}/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The file's name, percent-encoded. With the suffix `.metadata`, the metadata of a wheel.
                 * @example banana_split-2.1.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["Distribution"];
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
         * Download a distribution, or its metadata
         *
         * The wheel or source distribution with this SHA-256. The name after it is for clients, which parse it, and does not
         * matter.
         *
         * With the suffix `.metadata` after the name of a wheel: the METADATA file of that wheel (PEP 658).
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
    readonly "/{organization}/{registry}/pypi/integrity/{project}/{version}/{file}/provenance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The distribution's file name.
                 * @example banana_split-2.1.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["AttestedFile"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name, in any spelling.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectOfFile"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The version, in any spelling.
                 * @example 2.1.0
                 */
                readonly version: components["parameters"]["VersionOfFile"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the provenance of a distribution
         *
         * The attestations that were published with a wheel or a source distribution, and by whom (PEP 740), as at PyPI's URL.
         * Their form, and that they are about this file, was checked when it was published. Signatures were not verified:
         * clients verify them, with keys that they trust.
         */
        readonly get: operations["getProvenance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{organization}/{registry}/pypi/legacy": {
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
         * Publish a distribution at the URL with `legacy`
         *
         * The same as `publishDistribution`, at a URL like that of PyPI.
         */
        readonly post: operations["publishDistributionByLegacyUrl"];
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
         * Find the list of projects
         *
         * Redirects to the URL that ends with a slash (PEP 503).
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
         * List the projects
         *
         * All projects that have files, ordered by normalized name, as HTML or JSON.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name. Any spelling redirects to the page of its normalized form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Find a project
         *
         * Redirects to the URL of the project's page, which ends with a slash (PEP 503), even if the project does not exist.
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
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name. Any spelling redirects to the page of its normalized form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a project
         *
         * All files of a project, as HTML or JSON. Other spellings of the name redirect to the page of the normalized form
         * (PEP 503).
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
        readonly Attestation: Attestation;
        readonly AttestationPublisher: AttestationPublisher;
        readonly Bytes: Bytes;
        readonly Digests: Digests;
        readonly DistributionInput: DistributionInput;
        readonly InvalidPlace: InvalidPlace;
        readonly InvalidRequestProblem: InvalidRequestProblem;
        readonly PackageExistsProblem: PackageExistsProblem;
        readonly Page: Page;
        readonly Problem: Problem;
        readonly ProblemType: ProblemType;
        readonly ProjectStatusMarker: ProjectStatusMarker;
        readonly Provenance: Provenance;
        readonly PublishedDistribution: PublishedDistribution;
        readonly RequestId: RequestId;
        readonly Sha256: Sha256;
        readonly Sha512: Sha512;
        readonly SimpleFile: SimpleFile;
        readonly SimpleHashes: SimpleHashes;
        readonly SimpleMeta: SimpleMeta;
        readonly SimpleProject: SimpleProject;
        readonly SimpleProjectList: SimpleProjectList;
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
         * The file exists with other bytes, was deleted and had other bytes, or was withdrawn. Publish another version. twine
         * skips the file with `--skip-existing`.
         */
        readonly DistributionExists: {
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
        /** The distribution was published, or existed with the same bytes. */
        readonly DistributionPublished: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["PublishedDistribution"];
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
         * The token lacks a required scope, which `detail` names, or the project is archived or quarantined. Use a token that has
         * the scope, or set the status of the project.
         */
        readonly ForbiddenPublication: {
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
        /** The page is at another URL of this registry. */
        readonly PageMoved: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly Location: components["headers"]["PageLocation"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The caller's copy of the page is current. */
        readonly PageNotModified: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAccept"];
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
        /** The requested range of the page. */
        readonly PartOfPage: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly "Content-Security-Policy": components["headers"]["ListSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.simple.v1+html": components["schemas"]["Bytes"];
                readonly "application/vnd.pypi.simple.v1+json": components["schemas"]["Bytes"];
                readonly "text/html": components["schemas"]["Bytes"];
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
        /** The provenance. */
        readonly ProvenanceFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.integrity.v1+json": components["schemas"]["Provenance"];
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
        /** The page of all projects. */
        readonly SimpleProjectListPage: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Security-Policy": components["headers"]["ListSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.simple.v1+html": components["schemas"]["Bytes"];
                readonly "application/vnd.pypi.simple.v1+json": components["schemas"]["SimpleProjectList"];
                readonly "text/html": components["schemas"]["Bytes"];
            };
        };
        /** The page of the project. */
        readonly SimpleProjectPage: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Security-Policy": components["headers"]["ListSecurityPolicy"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly Vary: components["headers"]["VaryByAccept"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/vnd.pypi.simple.v1+html": components["schemas"]["Bytes"];
                readonly "application/vnd.pypi.simple.v1+json": components["schemas"]["SimpleProject"];
                readonly "text/html": components["schemas"]["Bytes"];
            };
        };
        /**
         * The file is not a distribution that pip can read, differs from the name, the version, the kind, a digest or an
         * attestation in the form, or takes too much time or memory to read. Fix the problem in `detail`, and publish again.
         */
        readonly UnacceptableDistribution: {
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
         * Media types by preference (RFC 9110, section 12.5.1). The response has the most preferred of these types, the first of
         * equals: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. `latest` in the
         * last two means `v1`. If none is acceptable, the response is `text/html` (PEP 691).
         * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
         */
        readonly AcceptPage: string;
        /**
         * The distribution's file name.
         * @example banana_split-2.1.0-py3-none-any.whl
         */
        readonly AttestedFile: string;
        /**
         * The file's name, percent-encoded. With the suffix `.metadata`, the metadata of a wheel.
         * @example banana_split-2.1.0-py3-none-any.whl
         */
        readonly Distribution: string;
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
         * The project's name. Any spelling redirects to the page of its normalized form (PEP 503).
         * @example banana-split
         */
        readonly Project: string;
        /**
         * The project's name, in any spelling.
         * @example banana-split
         */
        readonly ProjectOfFile: string;
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
        /**
         * The version, in any spelling.
         * @example 2.1.0
         */
        readonly VersionOfFile: string;
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
         * Nothing is loaded or run.
         * @example default-src 'none'
         */
        readonly ListSecurityPolicy: "default-src 'none'";
        /**
         * The page's URL, relative to the requested one.
         * @example ../banana-split/
         */
        readonly PageLocation: string;
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
/** An attestation object (PEP 740). */
export type Attestation = {
    /** The statement and its signature. */
    readonly envelope: {
        /**
         * The signature, in base64.
         * @example c2lnbmF0dXJl
         */
        readonly signature: string;
        /**
         * An in-toto statement, version 1, in base64.
         * @example eyJfdHlwZSI6Imh0dHBzOi8v
         */
        readonly statement: string;
    };
    /** What verifies the signature. */
    readonly verification_material: {
        /**
         * The X.509 certificate of the signer, as DER in base64.
         * @example MIIBcjCCARmgAwIBAgIU
         */
        readonly certificate: string;
        /** The entries in transparency logs, as the log writes them. */
        readonly transparency_entries: readonly {
            readonly [key: string]: unknown;
        }[];
    };
    /**
     * The version of the format.
     * @example 1
     * @enum {integer}
     */
    readonly version: 1;
};
/**
 * The identity that uploaded the file: `GitHub` with `repository`, `workflow` and `environment` for an OIDC token of GitHub
 * Actions, as on PyPI; `OIDC` for one of another issuer; `Token` for a token of this server.
 */
export type AttestationPublisher = {
    /**
     * `sub` and, for `OIDC`, `iss` of the OIDC token; the `id` of the token of this server.
     * @example {
     *       "id": "0190e784-f31c-7c11-8a5e-0f6f6f4c8d21"
     *     }
     */
    readonly claims: {
        readonly [key: string]: unknown;
    };
    /**
     * The kind of the identity.
     * @example Token
     * @enum {string}
     */
    readonly kind: "GitHub" | "OIDC" | "Token";
};
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
/** A distribution to publish. Empty texts are the same as missing ones. */
export type DistributionInput = {
    /**
     * The only action.
     * @example file_upload
     * @enum {string}
     */
    readonly ":action"?: "file_upload";
    /**
     * Attestations of how the file was built: a JSON list of at most ten attestation objects (PEP 740), each with another
     * predicate type. Their in-toto statements must have the name and the SHA-256 of the file. Signatures are not
     * verified. Attestations of a file that exists are ignored.
     * @example []
     */
    readonly attestations?: string;
    /**
     * The wheel or source distribution, whose file name has its name and version.
     *
     * Format: binary
     */
    readonly content: Blob;
    /**
     * `bdist_wheel` or `sdist`.
     * @example bdist_wheel
     */
    readonly filetype?: string;
    /**
     * The MD5 of the file, in hexadecimal.
     * @example 0cc175b9c0f1b6a831c399e269772661
     */
    readonly md5_digest?: string;
    /**
     * The name of the project, in any spelling.
     * @example banana-split
     */
    readonly name?: string;
    /**
     * The version of the API.
     * @example 1
     */
    readonly protocol_version?: string;
    /**
     * The SHA-256 of the file, in hexadecimal.
     * @example 1f148121b804b2d30f7b87856b0840eba32af90607328a5756802771f8dbff57
     */
    readonly sha256_digest?: string;
    /**
     * The version, in any spelling.
     * @example 2.1.0
     */
    readonly version?: string;
} & {
    readonly [key: string]: unknown;
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
 * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
 * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
 * @example archived
 * @enum {string}
 */
export type ProjectStatusMarker = "active" | "archived" | "deprecated" | "quarantined";
/** A provenance object (PEP 740). */
export type Provenance = {
    /** The attestations, by their publisher. */
    readonly attestation_bundles: readonly {
        /** The attestations, in the order of the upload. */
        readonly attestations: readonly components["schemas"]["Attestation"][];
        /**
         * The identity that uploaded the file: `GitHub` with `repository`, `workflow` and `environment` for an OIDC token of GitHub
         * Actions, as on PyPI; `OIDC` for one of another issuer; `Token` for a token of this server.
         */
        readonly publisher: components["schemas"]["AttestationPublisher"];
    }[];
    /**
     * The version of the format.
     * @example 1
     * @enum {integer}
     */
    readonly version: 1;
};
/** The published distribution. */
export type PublishedDistribution = {
    /**
     * The name of the project, as in the file.
     * @example banana-split
     */
    readonly name: string;
    /**
     * The version, as in the file.
     * @example 2.1.0
     */
    readonly version: string;
};
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
/** A wheel or a source distribution. */
export type SimpleFile = {
    /** The digests of the metadata file, whose URL has the suffix `.metadata`; false if there is none (PEP 714). */
    readonly "core-metadata": boolean | components["schemas"]["SimpleHashes"];
    /**
     * The file name, which identifies the distribution (PEP 427, PEP 625).
     * @example banana_split-1.0.0-py3-none-any.whl
     */
    readonly filename: string;
    /** Digests, by the names of their algorithms. */
    readonly hashes: components["schemas"]["SimpleHashes"];
    /**
     * The URL of its provenance; absent if it was published without attestations (PEP 740).
     *
     * Format: uri
     * @example http://127.0.0.1:8080/my_great_org/my-registry/pypi/integrity/banana-split/2.1.0/banana_split-2.1.0-py3-none-any.whl/provenance
     */
    readonly provenance?: string;
    /**
     * The supported versions of Python, as PEP 440 version specifiers; absent if it does not specify any.
     * @example >=3.9
     */
    readonly "requires-python"?: string;
    /**
     * The size in bytes.
     * @example 1024
     */
    readonly size: number;
    /**
     * When it was published in this registry or copied to it (PEP 700).
     *
     * Format: date-time
     * @example 2024-09-11T17:55:57Z
     */
    readonly "upload-time": string;
    /**
     * The URL, relative to this page.
     *
     * Format: uri-reference
     * @example ../../files/b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e/banana_split-1.0.0-py3-none-any.whl
     */
    readonly url: string;
    /**
     * Whether it is unlisted (PEP 592): clients install it only if exactly its version is requested. A text is the
     * reason.
     */
    readonly yanked: boolean | string;
};
/** Digests, by the names of their algorithms. */
export type SimpleHashes = {
    /** The SHA-256 of the bytes. */
    readonly sha256: components["schemas"]["Sha256"];
};
/** The requirements for readers. */
export type SimpleMeta = {
    /**
     * The version of the simple repository API (PEP 629, PEP 792).
     * @example 1.4
     * @enum {string}
     */
    readonly "api-version": "1.4";
};
/** A project with all its files (PEP 691, PEP 700, PEP 792). */
export type SimpleProject = {
    /** The files, ordered by version, oldest first, then by name. */
    readonly files: readonly components["schemas"]["SimpleFile"][];
    /** The requirements for readers. */
    readonly meta: components["schemas"]["SimpleMeta"];
    /**
     * The project's normalized name.
     * @example banana-split
     */
    readonly name: string;
    /** The status of the project; absent for an active one (PEP 792). */
    readonly "project-status"?: {
        /**
         * The reason, for people.
         * @example Use apple instead
         */
        readonly reason?: string;
        /**
         * The status of a project (PEP 792). `archived`: no package can be added. `deprecated`: clients can warn. `quarantined`:
         * clients are offered no file of it, and no package can be added; the REST API still serves its files, for inspection.
         */
        readonly status: components["schemas"]["ProjectStatusMarker"];
    };
    /** The versions that have files, in their normal form, oldest first. */
    readonly versions: readonly string[];
};
/** All projects of a registry (PEP 691). */
export type SimpleProjectList = {
    /** The requirements for readers. */
    readonly meta: components["schemas"]["SimpleMeta"];
    /** The projects, ordered by name. */
    readonly projects: readonly {
        /**
         * The project's normalized name.
         * @example banana-split
         */
        readonly name: string;
    }[];
};
export type $defs = Record<string, never>;
export interface operations {
    readonly publishDistribution: {
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
        /** The form of the upload API of PyPI. At most 4 MiB without the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["DistributionInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["DistributionPublished"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenPublication"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["DistributionExists"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableDistribution"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getDistribution: {
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
                 * The file's name, percent-encoded. With the suffix `.metadata`, the metadata of a wheel.
                 * @example banana_split-2.1.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["Distribution"];
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
    readonly getProvenance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The distribution's file name.
                 * @example banana_split-2.1.0-py3-none-any.whl
                 */
                readonly file: components["parameters"]["AttestedFile"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * The project's name, in any spelling.
                 * @example banana-split
                 */
                readonly project: components["parameters"]["ProjectOfFile"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
                /**
                 * The version, in any spelling.
                 * @example 2.1.0
                 */
                readonly version: components["parameters"]["VersionOfFile"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ProvenanceFound"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly publishDistributionByLegacyUrl: {
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
        /** The form of the upload API of PyPI. At most 4 MiB without the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["DistributionInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["DistributionPublished"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenPublication"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["DistributionExists"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableDistribution"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly redirectToProjects: {
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
                 * Media types by preference (RFC 9110, section 12.5.1). The response has the most preferred of these types, the first of
                 * equals: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. `latest` in the
                 * last two means `v1`. If none is acceptable, the response is `text/html` (PEP 691).
                 * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
                 */
                readonly Accept?: components["parameters"]["AcceptPage"];
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
            readonly 200: components["responses"]["SimpleProjectListPage"];
            readonly 206: components["responses"]["PartOfPage"];
            readonly 304: components["responses"]["PageNotModified"];
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
    readonly redirectToProject: {
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
                 * The project's name. Any spelling redirects to the page of its normalized form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
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
                 * Media types by preference (RFC 9110, section 12.5.1). The response has the most preferred of these types, the first of
                 * equals: `text/html`, `application/vnd.pypi.simple.v1+html`, `application/vnd.pypi.simple.v1+json`. `latest` in the
                 * last two means `v1`. If none is acceptable, the response is `text/html` (PEP 691).
                 * @example application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.1, text/html;q=0.01
                 */
                readonly Accept?: components["parameters"]["AcceptPage"];
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
                 * The project's name. Any spelling redirects to the page of its normalized form (PEP 503).
                 * @example banana-split
                 */
                readonly project: components["parameters"]["Project"];
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
            readonly 200: components["responses"]["SimpleProjectPage"];
            readonly 206: components["responses"]["PartOfPage"];
            readonly 301: components["responses"]["PageMoved"];
            readonly 304: components["responses"]["PageNotModified"];
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

