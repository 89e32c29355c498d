// Generated from openapi/native/oci.yaml by `npm run generate`. Do not edit.

export interface paths {
    readonly "/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Request a token
         *
         * Issues a token for the requested scopes, as far as the credentials allow them. Anonymous callers get a token that
         * reads public registries.
         */
        readonly get: operations["getToken"];
        readonly put?: never;
        /**
         * Request a token with credentials in the body
         *
         * Issues a token for the requested scopes, as far as the credentials in the form allow them (RFC 6749, sections 4.3
         * and 6).
         */
        readonly post: operations["createToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check the credentials
         *
         * Responds to valid credentials. Clients begin with this URL to find out where tokens are issued, and log in with
         * it.
         */
        readonly get: operations["getApiSupport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/_catalog": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List images
         *
         * The images of all registries of OCI that the caller may read, in pages.
         */
        readonly get: operations["listRepositories"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/blobs/{digest}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * A digest of SHA-256 or SHA-512.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["Digest"];
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
         * Download a blob
         *
         * The bytes with this digest. A blob belongs to the registry, so all of its images have it.
         */
        readonly get: operations["getBlob"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a blob
         *
         * Deletes bytes that were uploaded, and that no manifest names. Those that one names stay, and the response is 409.
         */
        readonly delete: operations["deleteBlob"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/blobs/uploads/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
         * Begin an upload
         *
         * Begins the upload of a blob. With `digest`, the body is the whole blob. With `mount`, the registry gets the blob
         * from the image `from`, or from another image of the same registry, if it exists there and the caller may read it;
         * otherwise, an upload begins.
         */
        readonly post: operations["createBlobUpload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/blobs/uploads/{upload}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
                 * The id of the upload.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["BlobUpload"];
            };
            readonly cookie?: never;
        };
        /**
         * Read the state of an upload
         *
         * The number of bytes that the upload has, to continue it after a lost connection, on any server.
         */
        readonly get: operations["getBlobUpload"];
        /**
         * Finish an upload
         *
         * Adds the last bytes, if the request has some, and compares the digest of all bytes. If it differs, the upload
         * ends.
         */
        readonly put: operations["finishBlobUpload"];
        readonly post?: never;
        /**
         * Cancel an upload
         *
         * Deletes the upload and its bytes.
         */
        readonly delete: operations["cancelBlobUpload"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Send a chunk
         *
         * Adds bytes to the upload.
         */
        readonly patch: operations["appendToBlobUpload"];
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/manifests/{reference}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A tag, or the digest of a manifest.
                 * @example latest
                 */
                readonly reference: components["parameters"]["Reference"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Download a manifest
         *
         * The bytes of a manifest, with the media type that it was pushed with.
         */
        readonly get: operations["getManifest"];
        /**
         * Push a manifest
         *
         * Stores an image manifest, an index or a manifest of an artifact of OCI or Docker, exactly as it is. `Content-Type`
         * is its media type. The blobs and manifests that it names must exist; layers that are not distributable may be
         * elsewhere, and the subject may be missing.
         */
        readonly put: operations["publishManifest"];
        readonly post?: never;
        /**
         * Delete a manifest or a tag
         *
         * With a digest, deletes the manifest and all of its tags. With a tag, deletes that tag only. A manifest that an
         * index needs stays.
         */
        readonly delete: operations["deleteManifest"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/referrers/{digest}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * A digest of SHA-256 or SHA-512.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["Digest"];
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
         * List manifests about another one
         *
         * The manifests whose subject has this digest, such as signatures, in pages.
         */
        readonly get: operations["listReferrers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/{organization}/{registry}/{name}/tags/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
         * List tags
         *
         * The tags of an image, in pages.
         */
        readonly get: operations["listImageTags"];
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
        readonly Annotations: Annotations;
        readonly ApiSupport: ApiSupport;
        readonly Bytes: Bytes;
        readonly Fault: Fault;
        readonly FaultCode: FaultCode;
        readonly Faults: Faults;
        readonly IssuedToken: IssuedToken;
        readonly Referrer: Referrer;
        readonly ReferrerIndex: ReferrerIndex;
        readonly RepositoryList: RepositoryList;
        readonly RequestId: RequestId;
        readonly TagList: TagList;
        readonly TokenRequest: TokenRequest;
    };
    responses: {
        /** The server is a registry, and the credentials are valid. */
        readonly ApiSupported: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example {} */
                readonly "application/json": components["schemas"]["ApiSupport"];
            };
        };
        /** The URL, the headers or the body are not valid. Fix what `message` names, and send the request again. */
        readonly BadRequest: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The registry has the blob. */
        readonly BlobCreated: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly Location: components["headers"]["BlobLocation"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The blob is deleted. */
        readonly BlobDeleted: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** Another manifest needs this one, or it is withdrawn. Delete the manifests in `message` first, or restore it. */
        readonly Conflict: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The token does not allow this. Request a token for the scope of the operation, with an access token that has it. */
        readonly Forbidden: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The disk of the server is full. Ask its operator to free space, then try again. */
        readonly InsufficientStorage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The server failed because of a defect. Report the `X-Request-Id`. */
        readonly InternalError: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The registry has the manifest, and the tags point to it. */
        readonly ManifestCreated: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly Location: components["headers"]["ManifestLocation"];
                /**
                 * The digest of the manifest that this one is about. Absent without one.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly "OCI-Subject"?: string;
                /**
                 * The tags of the query, which point to the manifest now. Absent without them.
                 * @example 1.0, latest
                 */
                readonly "OCI-Tag"?: string;
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The manifest or the tag is deleted. */
        readonly ManifestDeleted: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * The registry, the image, the manifest, the blob or the upload does not exist, or the token has no access to it.
         * Check the name.
         */
        readonly NotFound: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The client's copy is current. */
        readonly NotModified: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The requested range of the blob. */
        readonly PartOfBlob: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example ab */
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        /** The requested range of the manifest. */
        readonly PartOfManifest: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Content-Range": components["headers"]["ContentRange"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example {"schemaVe */
                readonly "*/*": components["schemas"]["Bytes"];
            };
        };
        /** The body is too large. Send a smaller one. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** A precondition of the request does not hold. Fetch it without the precondition. */
        readonly PreconditionFailed: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The file ends before the range begins. Request a range within its size, which is in `Content-Range`. */
        readonly RangeNotSatisfiable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Range": components["headers"]["UnsatisfiedRange"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** A page of the manifests; empty if there are none. */
        readonly ReferrerList: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                /**
                 * The URL of the next page (RFC 8288). Absent on the last one.
                 * @example </v2/my_great_org/images/app/tags/list?n=2&last=latest>; rel="next"
                 */
                readonly Link?: string;
                /**
                 * The filter of the query that was applied. Absent without one.
                 * @example artifactType
                 */
                readonly "OCI-Filters-Applied"?: "artifactType";
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemaVersion": 2,
                 *       "mediaType": "application/vnd.oci.image.index.v1+json",
                 *       "manifests": [
                 *         {
                 *           "mediaType": "application/vnd.oci.image.manifest.v1+json",
                 *           "digest": "sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e",
                 *           "size": 512,
                 *           "artifactType": "application/spdx+json",
                 *           "annotations": {
                 *             "org.opencontainers.image.created": "2024-09-11T17:57:31Z"
                 *           }
                 *         },
                 *         {
                 *           "mediaType": "application/vnd.oci.image.index.v1+json",
                 *           "digest": "sha256:36bde66f289a35683683b041c6d8f418a5f36607b547da25d00ad55891e80b88",
                 *           "size": 300
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/vnd.oci.image.index.v1+json": components["schemas"]["ReferrerIndex"];
            };
        };
        /** A page of the images. */
        readonly RepositoryPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                /**
                 * The URL of the next page (RFC 8288). Absent on the last one.
                 * @example </v2/my_great_org/images/app/tags/list?n=2&last=latest>; rel="next"
                 */
                readonly Link?: string;
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "repositories": [
                 *         "my_great_org/images/app"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["RepositoryList"];
            };
        };
        /** The body stalled, or took too long. Send it again. */
        readonly RequestTimeout: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** A page of the tags. */
        readonly TagPage: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                /**
                 * The URL of the next page (RFC 8288). Absent on the last one.
                 * @example </v2/my_great_org/images/app/tags/list?n=2&last=latest>; rel="next"
                 */
                readonly Link?: string;
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "name": "my_great_org/images/app",
                 *       "tags": [
                 *         "1.0",
                 *         "latest"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["TagList"];
            };
        };
        /** A token with the allowed part of the requested scopes. */
        readonly Token: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["IssuedToken"];
            };
        };
        /**
         * The request has no credentials, or unknown or expired ones. Request a token at the URL of the challenge, with an access
         * token as the password, and send it as `Authorization: Bearer {token}`.
         */
        readonly Unauthorized: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "WWW-Authenticate": components["headers"]["TokenChallenge"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The server or its storage is busy. Try again in a moment. */
        readonly Unavailable: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The body is compressed. Send it without `Content-Encoding`. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
        /** The bytes are stored. Continue at `Location`. */
        readonly UploadAccepted: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "Docker-Upload-UUID": components["headers"]["UploadId"];
                readonly Location: components["headers"]["UploadLocation"];
                readonly Range: components["headers"]["UploadRange"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The upload and its bytes are deleted. */
        readonly UploadCanceled: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The state of the upload. */
        readonly UploadStatus: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly "Docker-Upload-UUID": components["headers"]["UploadId"];
                readonly Location: components["headers"]["UploadLocation"];
                readonly Range: components["headers"]["UploadRange"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** The blob. */
        readonly WholeBlob: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example abc */
                readonly "application/octet-stream": components["schemas"]["Bytes"];
            };
        };
        /** The manifest, as it was pushed. */
        readonly WholeManifest: {
            headers: {
                readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Content-Length": components["headers"]["ContentLength"];
                readonly "Docker-Content-Digest": components["headers"]["ContentDigest"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly ETag: components["headers"]["ETag"];
                readonly "Last-Modified": components["headers"]["LastModified"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                /** @example {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]} */
                readonly "*/*": components["schemas"]["Bytes"];
            };
        };
        /** The chunk does not begin where the upload ends, at the byte after `Range`. Continue there. */
        readonly WrongRange: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "Docker-Distribution-Api-Version": components["headers"]["ApiVersion"];
                readonly Location: components["headers"]["UploadLocation"];
                readonly Range: components["headers"]["UploadRange"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly "X-Request-Id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Faults"];
            };
        };
    };
    parameters: {
        /**
         * The id of the upload.
         * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly BlobUpload: string;
        /**
         * The first and the last byte of the chunk. Without it, the chunk continues the upload.
         * @example 0-2
         */
        readonly ChunkRange: string;
        /**
         * A digest of SHA-256 or SHA-512.
         * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Digest: string;
        /**
         * The digest of all bytes of the upload.
         * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly DigestOfUpload: string;
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
         * The last result of the previous page.
         * @example latest
         */
        readonly Last: string;
        /**
         * The name of the image below the registry. It may have slashes.
         * @example app
         */
        readonly Name: string;
        /**
         * The organization's slug.
         * @example my_great_org
         */
        readonly OrganizationInPath: string;
        /**
         * The maximum number of results. There may be fewer.
         * @example 100
         */
        readonly PageSize: number;
        /**
         * The requested bytes, as `bytes=first-last` (RFC 9110, section 14.2). For several ranges or another unit, the response
         * is the whole file.
         * @example bytes=0-1023
         */
        readonly Range: string;
        /**
         * A tag, or the digest of a manifest.
         * @example latest
         */
        readonly Reference: string;
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
         * The version of the protocol, by which old clients of Docker recognize a registry.
         * @example registry/2.0
         */
        readonly ApiVersion: "registry/2.0";
        /**
         * The URL of the blob, relative to that of the server.
         * @example /v2/my_great_org/images/app/blobs/sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly BlobLocation: string;
        /**
         * How caches may store the response. A response to a request with credentials is private and must be revalidated. A
         * response with a secret is not stored. A file of a public registry whose URL has its digest never changes.
         * @example private, no-cache
         */
        readonly CacheControl: "private, no-cache" | "no-cache" | "no-store" | "public, max-age=31536000, immutable";
        /**
         * The digest of the whole content, in the algorithm of the request.
         * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly ContentDigest: string;
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
         * The URL of the manifest, relative to that of the server.
         * @example /v2/my_great_org/images/app/manifests/sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly ManifestLocation: string;
        /**
         * The id of the request in the server's log. Include it when you report a problem.
         * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
         */
        readonly RequestId: components["schemas"]["RequestId"];
        /**
         * The URL that issues tokens, and the scope of the token that this request needs.
         * @example Bearer realm="http://127.0.0.1:8080/token",service="larder",scope="repository:my_great_org/images/app:pull"
         */
        readonly TokenChallenge: string;
        /**
         * The size of the file, which ends before the requested range.
         * @example bytes *\/6
         */
        readonly UnsatisfiedRange: string;
        /**
         * The id of the upload.
         * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly UploadId: string;
        /**
         * The URL of the upload, relative to that of the server.
         * @example /v2/my_great_org/images/app/blobs/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly UploadLocation: string;
        /**
         * The bytes that the upload has, to the last one. An upload without bytes has `0-0`, too.
         * @example 0-2
         */
        readonly UploadRange: string;
    };
    pathItems: never;
}
/**
 * The annotations of the manifest. Absent without any.
 * @example {
 *       "org.opencontainers.image.created": "2024-09-11T17:57:31Z"
 *     }
 */
export type Annotations = {
    readonly [key: string]: string;
};
/**
 * Nothing.
 * @example {}
 */
export type ApiSupport = Record<string, never>;
/**
 * The bytes of a file.
 *
 * Format: binary
 */
export type Bytes = Blob;
/** A problem. */
export type Fault = {
    /**
     * The kind of problem, for clients: `BLOB_UNKNOWN`, `BLOB_UPLOAD_INVALID`, `BLOB_UPLOAD_UNKNOWN`, `DENIED`,
     * `DIGEST_INVALID`, `MANIFEST_BLOB_UNKNOWN`, `MANIFEST_INVALID`, `MANIFEST_UNKNOWN`, `NAME_INVALID`, `NAME_UNKNOWN`,
     * `SIZE_INVALID`, `UNAUTHORIZED` and `UNSUPPORTED` of the specification, or `RANGE_INVALID`, `UNAVAILABLE` and
     * `UNKNOWN`.
     */
    readonly code: components["schemas"]["FaultCode"];
    /**
     * Nothing more.
     * @example null
     */
    readonly detail: null;
    /**
     * The problem and the remedy, for people.
     * @example Authentication required. Send a valid access token.
     */
    readonly message: string;
};
/**
 * The kind of problem, for clients: `BLOB_UNKNOWN`, `BLOB_UPLOAD_INVALID`, `BLOB_UPLOAD_UNKNOWN`, `DENIED`,
 * `DIGEST_INVALID`, `MANIFEST_BLOB_UNKNOWN`, `MANIFEST_INVALID`, `MANIFEST_UNKNOWN`, `NAME_INVALID`, `NAME_UNKNOWN`,
 * `SIZE_INVALID`, `UNAUTHORIZED` and `UNSUPPORTED` of the specification, or `RANGE_INVALID`, `UNAVAILABLE` and
 * `UNKNOWN`.
 * @example UNAUTHORIZED
 */
export type FaultCode = string;
/** The problems with the request (distribution-spec, "Error Codes"). */
export type Faults = {
    /** One problem. */
    readonly errors: readonly components["schemas"]["Fault"][];
};
/** A token for a short time (distribution, "Token Authentication"; RFC 6749, section 5.1). */
export type IssuedToken = {
    /**
     * The same token, for clients of OAuth 2.
     * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
     */
    readonly access_token: string;
    /**
     * How long it is valid, in seconds.
     * @example 300
     */
    readonly expires_in: number;
    /**
     * When it was issued.
     *
     * Format: date-time
     * @example 2024-09-11T17:57:31Z
     */
    readonly issued_at: string;
    /**
     * A token that requests others instead of the credentials. Only if it was requested with credentials that allow it.
     * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
     */
    readonly refresh_token?: string;
    /**
     * The token.
     * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
     */
    readonly token: string;
};
/** A manifest that is about another one. */
export type Referrer = {
    /** The annotations of the manifest. Absent without any. */
    readonly annotations?: components["schemas"]["Annotations"];
    /**
     * The type of the artifact, or that of its config. Absent for an index without a type.
     * @example application/spdx+json
     */
    readonly artifactType?: string;
    /**
     * The digest of the manifest.
     * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
     */
    readonly digest: string;
    /**
     * The media type of the manifest.
     * @example application/vnd.oci.image.manifest.v1+json
     */
    readonly mediaType: string;
    /**
     * The size of the manifest in bytes.
     * @example 512
     */
    readonly size: number;
};
/** The manifests about another one, as an image index (image-spec, image-index.md). */
export type ReferrerIndex = {
    /** The descriptors of the manifests, oldest first. */
    readonly manifests: readonly components["schemas"]["Referrer"][];
    /**
     * The media type of this response.
     * @example application/vnd.oci.image.index.v1+json
     * @constant
     */
    readonly mediaType: "application/vnd.oci.image.index.v1+json";
    /**
     * The version of the format.
     * @example 2
     * @constant
     */
    readonly schemaVersion: 2;
};
/** The images that the caller may read, by registry. */
export type RepositoryList = {
    /** Their names, with organization and registry. */
    readonly repositories: readonly string[];
};
/**
 * The id of the request in the server's log. Include it when you report a problem.
 *
 * Format: uuid
 * @example 4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d
 */
export type RequestId = string;
/** The tags of an image, in the order of their bytes. */
export type TagList = {
    /**
     * The name of the image, with organization and registry.
     * @example my_great_org/images/app
     */
    readonly name: string;
    /** The tags. */
    readonly tags: readonly string[];
};
/** A request for a token (distribution, "OAuth2 Token Authentication"). Other fields are ignored. */
export type TokenRequest = {
    /**
     * With `offline`, the response has a refresh token.
     * @example offline
     */
    readonly access_type?: string;
    /**
     * The name of the client. It has no effect.
     * @example helm
     */
    readonly client_id?: string;
    /**
     * The kind of credentials.
     * @example password
     * @enum {string}
     */
    readonly grant_type: "password" | "refresh_token";
    /**
     * An access token, a registry token or an OIDC token.
     * @example larder_8e2tC5J4b3sWvQ1pR0yXkN7uZaMfLhGdEiToPcKqVxY
     */
    readonly password?: string;
    /**
     * A refresh token of an earlier response.
     * @example larder_grant_eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl
     */
    readonly refresh_token?: string;
    /**
     * The requested scopes, separated by spaces.
     * @example repository:my_great_org/images/app:pull,push
     */
    readonly scope?: string;
    /**
     * The service of the challenge. It has no effect.
     * @example larder
     */
    readonly service?: string;
    /**
     * Any name.
     * @example buildkite
     */
    readonly username?: string;
} & {
    readonly [key: string]: string;
};
export type $defs = Record<string, never>;
export interface operations {
    readonly getToken: {
        readonly parameters: {
            readonly query?: {
                /**
                 * With `true`, the response has a refresh token.
                 * @example true
                 */
                readonly offline_token?: string;
                /**
                 * The requested scopes. Each may have several, separated by spaces.
                 * @example [
                 *       "repository:my_great_org/images/app:pull,push"
                 *     ]
                 */
                readonly scope?: readonly string[];
                /**
                 * The service of the challenge. It has no effect.
                 * @example larder
                 */
                readonly service?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Token"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The credentials and the scopes. */
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["Token"];
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
    readonly getApiSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["ApiSupported"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRepositories: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The last result of the previous page.
                 * @example latest
                 */
                readonly last?: components["parameters"]["Last"];
                /**
                 * The maximum number of results. There may be fewer.
                 * @example 100
                 */
                readonly n?: components["parameters"]["PageSize"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["RepositoryPage"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getBlob: {
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
                 * A digest of SHA-256 or SHA-512.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["Digest"];
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
            readonly 200: components["responses"]["WholeBlob"];
            readonly 206: components["responses"]["PartOfBlob"];
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
    readonly deleteBlob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * A digest of SHA-256 or SHA-512.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["Digest"];
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
            readonly 202: components["responses"]["BlobDeleted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly createBlobUpload: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The digest of the blob in the body.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest?: string;
                /**
                 * The name of that image, with organization and registry.
                 * @example my_great_org/images/base
                 */
                readonly from?: string;
                /**
                 * The digest of a blob that another image has.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly mount?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
        /** The whole blob, if `digest` is its digest. */
        readonly requestBody?: {
            readonly content: {
                /** @example abc */
                readonly "*/*": Blob;
            };
        };
        readonly responses: {
            readonly 201: components["responses"]["BlobCreated"];
            readonly 202: components["responses"]["UploadAccepted"];
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
    readonly getBlobUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
                 * The id of the upload.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["BlobUpload"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["UploadStatus"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly finishBlobUpload: {
        readonly parameters: {
            readonly query: {
                /**
                 * The digest of all bytes of the upload.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["DigestOfUpload"];
            };
            readonly header?: {
                /**
                 * The first and the last byte of the chunk. Without it, the chunk continues the upload.
                 * @example 0-2
                 */
                readonly "Content-Range"?: components["parameters"]["ChunkRange"];
            };
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
                 * The id of the upload.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["BlobUpload"];
            };
            readonly cookie?: never;
        };
        /** The last bytes, or none. */
        readonly requestBody?: {
            readonly content: {
                /** @example abc */
                readonly "*/*": Blob;
            };
        };
        readonly responses: {
            readonly 201: components["responses"]["BlobCreated"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 416: components["responses"]["WrongRange"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly cancelBlobUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
                 * The id of the upload.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["BlobUpload"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["UploadCanceled"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly appendToBlobUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * The first and the last byte of the chunk. Without it, the chunk continues the upload.
                 * @example 0-2
                 */
                readonly "Content-Range"?: components["parameters"]["ChunkRange"];
            };
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
                 * The id of the upload.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["BlobUpload"];
            };
            readonly cookie?: never;
        };
        /** The bytes. */
        readonly requestBody?: {
            readonly content: {
                /** @example abc */
                readonly "*/*": Blob;
            };
        };
        readonly responses: {
            readonly 202: components["responses"]["UploadAccepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 416: components["responses"]["WrongRange"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getManifest: {
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
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A tag, or the digest of a manifest.
                 * @example latest
                 */
                readonly reference: components["parameters"]["Reference"];
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
            readonly 200: components["responses"]["WholeManifest"];
            readonly 206: components["responses"]["PartOfManifest"];
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
    readonly publishManifest: {
        readonly parameters: {
            readonly query?: {
                /**
                 * A tag that points to the manifest from now on. May be repeated.
                 * @example [
                 *       "latest"
                 *     ]
                 */
                readonly tag?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A tag, or the digest of a manifest.
                 * @example latest
                 */
                readonly reference: components["parameters"]["Reference"];
                /**
                 * The registry's slug.
                 * @example my-registry
                 */
                readonly registry: components["parameters"]["RegistryInPath"];
            };
            readonly cookie?: never;
        };
        /** The manifest, of at most 4 MiB. */
        readonly requestBody: {
            readonly content: {
                /** @example abc */
                readonly "*/*": Blob;
            };
        };
        readonly responses: {
            readonly 201: components["responses"]["ManifestCreated"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly deleteManifest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
                /**
                 * The organization's slug.
                 * @example my_great_org
                 */
                readonly organization: components["parameters"]["OrganizationInPath"];
                /**
                 * A tag, or the digest of a manifest.
                 * @example latest
                 */
                readonly reference: components["parameters"]["Reference"];
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
            readonly 202: components["responses"]["ManifestDeleted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listReferrers: {
        readonly parameters: {
            readonly query?: {
                /**
                 * Only manifests of this type.
                 * @example application/spdx+json
                 */
                readonly artifactType?: string;
                /**
                 * The position in the list, from the link to this page.
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly last?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * A digest of SHA-256 or SHA-512.
                 * @example sha256:b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly digest: components["parameters"]["Digest"];
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
            readonly 200: components["responses"]["ReferrerList"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listImageTags: {
        readonly parameters: {
            readonly query?: {
                /**
                 * The last result of the previous page.
                 * @example latest
                 */
                readonly last?: components["parameters"]["Last"];
                /**
                 * The maximum number of results. There may be fewer.
                 * @example 100
                 */
                readonly n?: components["parameters"]["PageSize"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * The name of the image below the registry. It may have slashes.
                 * @example app
                 */
                readonly name: components["parameters"]["Name"];
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
            readonly 200: components["responses"]["TagPage"];
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

