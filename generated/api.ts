// Generated from openapi/openapi.yaml by `npm run generate`. Not to be edited.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a greeting
         * @description Tells that a Larder answers here, and its time. For simple reachability checks.
         */
        readonly get: operations["getRoot"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the health
         * @description Answers as long as the process runs. A restart helps when it does not.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get this description
         * @description The OpenAPI description that this server enforces, as one file without outside references.
         */
        readonly get: operations["getDescription"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the readiness
         * @description Asks the database and the blob store. Send traffic here only while it answers 200.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/uploads/{upload}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a presigned upload. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["Upload"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a file by a presigned form
         * @description Takes the file of a form that `createPackageUpload` gave. The signed policy decides; an `Authorization` header is not
         *     looked at. The other parts may come in any order, the file comes last: the form is checked when the file begins, and a
         *     form that is refused stores nothing. Parts that are not described, and text parts after the file, are ignored.
         */
        readonly post: operations["storePackageUpload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the access token in use
         * @description What is stored of the token that the request carries, without its secret. `organization` is an extension of Larder: a
         *     client with any token knows from it for which organization it works.
         */
        readonly get: operations["getAccessToken"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke the access token in use
         * @description The token that the request carries stops working immediately, on every server, and so do all tokens that it made. The
         *     token of the server's settings cannot be revoked.
         */
        readonly delete: operations["revokeAccessToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List access tokens
         * @description All access tokens of the organization, oldest first, without their secrets; one page of them with `page` or `per_page`.
         *     An extension of Larder.
         */
        readonly get: operations["listAccessTokens"];
        readonly put?: never;
        /**
         * Create an access token
         * @description Makes an access token for the same organization and user. It can have no scope that the token in use lacks, and works
         *     no longer than that one: it expires with it at the latest, and ends when it is deleted or revoked. (Not so the tokens
         *     that the token of the server's settings makes: its secret may be changed there without harm to them.) The response
         *     shows the new secret, this once. An extension of Larder.
         */
        readonly post: operations["createAccessToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/access-tokens/{access_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The access token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete an access token
         * @description The token stops working immediately, on every server, and so do all tokens that it made. The token in use must have
         *     all scopes of the one that it deletes. The token of the server's settings cannot be deleted. An extension of Larder.
         */
        readonly delete: operations["deleteAccessToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List organizations
         * @description The organizations that the token can see. A token belongs to one organization, so there is one.
         */
        readonly get: operations["listOrganizations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations/{organization}": {
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
         * Get an organization
         * @description The details of one organization.
         */
        readonly get: operations["getOrganization"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/organizations/{organization}/rate_limit": {
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
         * Get the rate limits
         * @description How many requests the organization may send in a minute, and has sent. Larder enforces no limits yet, and says so.
         */
        readonly get: operations["getRateLimit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries": {
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
         * List registries
         * @description All registries of the organization, oldest first, in one response; one page of them with `page` or `per_page`.
         */
        readonly get: operations["listRegistries"];
        readonly put?: never;
        /**
         * Create a registry
         * @description Makes an empty registry of one ecosystem. Its slug, and with it every URL, is the kebab-case form of its name.
         *     Properties that are not described are ignored.
         */
        readonly post: operations["createRegistry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}": {
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
         * Get a registry
         * @description The details of one registry.
         */
        readonly get: operations["getRegistry"];
        /**
         * Replace a registry
         * @description The same as the update by `POST`, absent properties kept, under the method that Terraform sends.
         */
        readonly put: operations["replaceRegistry"];
        /**
         * Update a registry
         * @description Changes what the body names: an absent property is kept, `null` clears it, a value sets it. A new name gives a new
         *     slug, and so new URLs, unless its kebab-case form is the same.
         */
        readonly post: operations["updateRegistry"];
        /**
         * Delete a registry
         * @description Deletes the registry with all its packages and tokens, for good. From the answer on, none of them can be read or
         *     used. The records of a large registry are then removed in the background; until they are, its slug answers 404, and
         *     another registry that would get it is refused with 409.
         */
        readonly delete: operations["deleteRegistry"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Patch a registry
         * @description The same as the update by `POST`, under the method that the Go client sends.
         */
        readonly patch: operations["patchRegistry"];
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Explain an OIDC policy
         * @description Tells which statement of the registry's policy matches a token, or claims, and why the others do not. Grants
         *     nothing. An extension of Larder.
         */
        readonly post: operations["explainOidcPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages": {
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
         * List packages
         * @description One page of the registry's packages, newest first. Follow `links.next` until it is absent to walk through all of
         *     them; the walk may delete what it has seen. `page` counts from the newest package, so that what is published or deleted
         *     meanwhile moves the pages; it does not go with `after` and `before`.
         */
        readonly get: operations["listPackages"];
        readonly put?: never;
        /**
         * Publish a package
         * @description Reads the file, finds out which package and version it is, and keeps it. The same name, version and variant cannot be
         *     published twice. Parts of the form that are not described are ignored.
         */
        readonly post: operations["publishPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}": {
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
         * Get a package
         * @description The details of one package.
         */
        readonly get: operations["getPackage"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a package
         * @description Deletes the package and its files. Copies of it in other registries stay.
         */
        readonly delete: operations["deletePackage"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Copy a package
         * @description Copies a package to another registry of the same organization and ecosystem. The copy has an id of its own and shares
         *     the bytes. No body is needed; one that is sent is not read.
         */
        readonly post: operations["copyPackage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files": {
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
         * List the files of a package
         * @description What a package consists of, with sizes, digests and download URLs. An extension of Larder.
         */
        readonly get: operations["listPackageFiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The file's name, percent-encoded.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
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
         * Download a file of a package
         * @description The bytes of one file, whole or in part (`Range`), or 304 when the caller's copy is current. An extension of Larder.
         */
        readonly get: operations["getPackageFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/packages/upload": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Request a presigned upload
         * @description Gives a form with which a file can be uploaded without further credentials: send all of `form.data`, then the file as
         *     the last part, to `form.url`. Then publish it by its URL, which is `form.url` and the filled-in `key` joined by a slash.
         *     No body is needed; one that is sent is not read.
         */
        readonly post: operations["createPackageUpload"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/tokens": {
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
         * List registry tokens
         * @description All tokens of the registry, oldest first, in one response; one page of them with `page` or `per_page`. Secrets are not
         *     shown.
         */
        readonly get: operations["listRegistryTokens"];
        readonly put?: never;
        /**
         * Create a registry token
         * @description Makes a token that reads this one registry. It works no longer than the token in use: it expires with it, and ends
         *     when it is deleted or revoked, unless it is the token of the server's settings. The response shows the secret, this
         *     once.
         */
        readonly post: operations["createRegistryToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}": {
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
                /**
                 * @description The registry token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a registry token
         * @description The details of one token, without its secret.
         */
        readonly get: operations["getRegistryToken"];
        readonly put?: never;
        /**
         * Update a registry token
         * @description Changes what the token is said to be for; an absent description is kept. The secret stays.
         */
        readonly post: operations["updateRegistryToken"];
        /**
         * Delete a registry token
         * @description The token stops working at once.
         */
        readonly delete: operations["deleteRegistryToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/user": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the current user
         * @description The user to whom the token belongs.
         */
        readonly get: operations["getUser"];
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
        /** @description An API access token, without its secret. */
        readonly AccessToken: {
            /**
             * Format: date-time
             * @description When the token was made.
             * @example 2024-07-25T01:32:48Z
             */
            readonly created_at: string;
            /** @example Made at the first start */
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token stops working; null for never.
             * @example null
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @description When the token was last used, to the minute; null for never. An extension of Larder.
             * @example 2024-09-11T17:55:00Z
             */
            readonly last_used_at: string | null;
            readonly organization: components["schemas"]["OrganizationReference"];
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            readonly user: components["schemas"]["TokenUser"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly uuid: string;
        };
        /** @description What a new access token is for, and what it allows. */
        readonly AccessTokenInput: {
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token stops working, not later than the token in use; null, or absent, for when that one does.
             * @example 2030-01-01T00:00:00Z
             */
            readonly expires_at?: string | null;
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description An access token that was just made, with its secret. */
        readonly AccessTokenWithSecret: {
            /**
             * Format: date-time
             * @description When the token was made.
             * @example 2024-07-25T01:32:48Z
             */
            readonly created_at: string;
            /** @example Made at the first start */
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token stops working; null for never.
             * @example null
             */
            readonly expires_at: string | null;
            /**
             * Format: date-time
             * @description When the token was last used, to the minute; null for never. An extension of Larder.
             * @example 2024-09-11T17:55:00Z
             */
            readonly last_used_at: string | null;
            readonly organization: components["schemas"]["OrganizationReference"];
            /**
             * @description What the token allows.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /**
             * @description The secret, shown only now.
             * @example larder_Zm9yIGV4YW1wbGUgb25seQ
             */
            readonly token: string;
            readonly user: components["schemas"]["TokenUser"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly uuid: string;
        };
        /**
         * Format: binary
         * @description The bytes of a file.
         */
        readonly Bytes: Blob;
        /** @description What was deleted. */
        readonly Deletion: {
            /**
             * Format: uuid
             * @description The id of what was deleted.
             * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
             */
            readonly id: string;
            /**
             * @description The same for people.
             * @example Deleted banana 1.1-2 (amd64).
             */
            readonly message: string;
        };
        /** @description An OpenAPI 3.1 description. */
        readonly Description: {
            /**
             * @description Title, version and introduction.
             * @example {
             *       "title": "Larder",
             *       "version": "0.1.0"
             *     }
             */
            readonly info: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The version of the OpenAPI specification.
             * @example 3.1.1
             */
            readonly openapi: string;
            /**
             * @description The operations by URL.
             * @example {}
             */
            readonly paths: {
                readonly [key: string]: unknown;
            };
        } & {
            readonly [key: string]: unknown;
        };
        /** @description Digests of the file, in lower-case hexadecimal. */
        readonly Digests: {
            readonly sha256: components["schemas"]["Sha256"];
            readonly sha512: components["schemas"]["Sha512"];
        };
        /**
         * @description What kind of packages a registry holds; fixed for its life.
         * @example debian
         * @enum {string}
         */
        readonly Ecosystem: "debian" | "files" | "python";
        /**
         * @description The kind and the id once more, in base64, as Buildkite's GraphQL API writes them.
         * @example UmVnaXN0cnktLS0wMTkxZTIzOC1lMGEzLTdiMGItYmIzNC1iZWVhMDAzNWEzOWQ=
         */
        readonly GraphqlId: string;
        /** @description What the server says of itself. */
        readonly Greeting: {
            /**
             * @description A greeting.
             * @example This is Larder, a package registry.
             */
            readonly message: string;
            /**
             * @description The server's time in seconds since 1970.
             * @example 1724307893
             */
            readonly timestamp: number;
        };
        /** @description The state of the process. */
        readonly Health: {
            /**
             * @description Always `ok`; a process that is not cannot answer.
             * @example ok
             * @enum {string}
             */
            readonly status: "ok";
        };
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
        /** @description Whether a rule holds for a claim. */
        readonly OidcClaimExplanation: {
            /**
             * @description The value that the claim has; absent if there is no such claim.
             * @example my_great_org
             */
            readonly actual?: unknown;
            /**
             * @description The name of the claim.
             * @example organization_slug
             */
            readonly claim: string;
            /**
             * @description Whether the rule holds. A rule for a claim that is missing does not.
             * @example true
             */
            readonly holds: boolean;
            readonly rule: components["schemas"]["OidcRule"];
        };
        /** @description What an OIDC policy says of a token, or of claims. */
        readonly OidcExplanation: {
            /**
             * @description The index of the first statement that matches, the only one that counts; null if none does.
             * @example 0
             */
            readonly matched: number | null;
            /**
             * @description What that statement grants for this registry; empty if none matches.
             * @example [
             *       "read_packages",
             *       "write_packages"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** @description Every statement of the policy, in its order. */
            readonly statements: readonly components["schemas"]["OidcStatementExplanation"][];
            readonly token: components["schemas"]["OidcTokenExplanation"];
        };
        /** @description A token, whose signature, times and audience are checked too, or claims alone. */
        readonly OidcExplanationInput: {
            /**
             * @description Claims as a token would have them.
             * @example {
             *       "iss": "https://agent.buildkite.com",
             *       "organization_slug": "my_great_org"
             *     }
             */
            readonly claims?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description An OIDC token as the issuer made it, also one that has expired.
             * @example eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FnZW50LmJ1aWxka2l0ZS5jb20ifQ.c2lnbmF0dXJl
             */
            readonly token?: string;
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description Which OIDC tokens are let in: statements with `iss`, `scopes` and `claims`, as YAML or JSON text or as an array.
         *     Null, or an empty text, for none.
         * @example - iss: https://agent.buildkite.com
         *       scopes: [read_packages, write_packages]
         *       claims:
         *         organization_slug: my_great_org
         */
        readonly OidcPolicy: components["schemas"]["OidcPolicyText"] | readonly components["schemas"]["OidcStatement"][];
        /**
         * @description The statements as YAML or JSON text. Tabs and line breaks are the only control characters in it.
         * @example - iss: https://agent.buildkite.com
         *       scopes: [read_packages]
         */
        readonly OidcPolicyText: string | null;
        /** @description The matchers of a rule, of which all must hold. One that was written as a bare value is `equals`. */
        readonly OidcRule: {
            readonly equals?: components["schemas"]["OidcScalar"];
            /**
             * @description The claim must be one of these.
             * @example [
             *       "main",
             *       "release"
             *     ]
             */
            readonly in?: readonly components["schemas"]["OidcScalar"][];
            /**
             * @description A glob, or several of which one must match. A claim that is no string passes.
             * @example release/*
             */
            readonly matches?: string | readonly string[];
            readonly not_equals?: components["schemas"]["OidcScalar"];
            /**
             * @description The claim must be none of these.
             * @example [
             *       "test"
             *     ]
             */
            readonly not_in?: readonly components["schemas"]["OidcScalar"][];
        };
        /**
         * @description A text, number, boolean or null that a claim is compared with, with its type.
         * @example my_great_org
         */
        readonly OidcScalar: unknown;
        /** @description Which tokens of one issuer are let in, and what they may do. */
        readonly OidcStatement: {
            /**
             * @description Rules for claims by their names: a value that the claim must be equal to, or a map of `equals`, `not_equals`, `in`,
             *     `not_in` and `matches`, all of which must hold.
             * @example {
             *       "organization_slug": "my_great_org"
             *     }
             */
            readonly claims?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The issuer's URL. Every statement has one.
             * @example https://agent.buildkite.com
             */
            readonly iss?: string;
            /**
             * @description What the tokens may do, as scopes that end with `_packages`.
             * @example [
             *       "read_packages"
             *     ]
             */
            readonly scopes?: readonly string[];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description What a statement of a policy says of claims. */
        readonly OidcStatementExplanation: {
            /** @description The issuer, and each rule. */
            readonly claims: readonly components["schemas"]["OidcClaimExplanation"][];
            /**
             * @description Whether all of its rules hold.
             * @example true
             */
            readonly matched: boolean;
        };
        /** @description A check of a token. */
        readonly OidcTokenCheck: {
            /**
             * @description What is checked.
             * @example audience
             * @enum {string}
             */
            readonly check: "issuer" | "audience" | "times" | "signature";
            /**
             * @description What was found, and what would be right.
             * @example The audience is "https://example.com"; it must be http://127.0.0.1:8080/my_great_org/my-registry.
             */
            readonly detail: string;
            /**
             * @description Whether it holds.
             * @example false
             */
            readonly holds: boolean;
        };
        /** @description What is checked of a token besides its claims; null if only claims were sent. */
        readonly OidcTokenExplanation: {
            /**
             * @description Whether the registry would accept the token now.
             * @example false
             */
            readonly accepted: boolean;
            /** @description The checks of which all must hold. */
            readonly checks: readonly components["schemas"]["OidcTokenCheck"][];
        } | null;
        /** @description Who owns registries, users and tokens. */
        readonly Organization: {
            /**
             * Format: date-time
             * @description When the organization was made.
             * @example 2024-07-25T01:32:47Z
             */
            readonly created_at: string;
            /** @example T3JnYW5pemF0aW9uLS0tMDE5MGU3ODQtZWViNy00Y2U0LTlkMmQtODdmN2FiYTg1NDMz */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The organization's id.
             * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
             */
            readonly id: string;
            /**
             * @description The organization's name.
             * @example my_great_org
             */
            readonly name: string;
            readonly slug: components["schemas"]["OrganizationSlug"];
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/organizations/my_great_org
             */
            readonly url: string;
            /**
             * Format: uri
             * @description Where people look at it.
             * @example http://127.0.0.1:8080/organizations/my_great_org
             */
            readonly web_url: string;
        };
        /** @description The organization to which something belongs. */
        readonly OrganizationReference: {
            /**
             * Format: uuid
             * @description The organization's id.
             * @example 0190e784-eeb7-4ce4-9d2d-87f7aba85433
             */
            readonly id: string;
            readonly slug: components["schemas"]["OrganizationSlug"];
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/organizations/my_great_org
             */
            readonly url: string;
            /**
             * Format: uri
             * @description Where people look at it.
             * @example http://127.0.0.1:8080/organizations/my_great_org
             */
            readonly web_url: string;
        };
        /**
         * @description The organization's name in URLs.
         * @example my_great_org
         */
        readonly OrganizationSlug: string;
        /** @description One version of one package, as it was published. */
        readonly Package: {
            readonly created_at: components["schemas"]["PackageCreatedAt"];
            readonly digests: components["schemas"]["Digests"];
            readonly id: components["schemas"]["PackageId"];
            readonly metadata: components["schemas"]["PackageMetadata"];
            readonly name: components["schemas"]["PackageNameValue"];
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly published_by: components["schemas"]["PackagePublisher"];
            readonly registry: components["schemas"]["RegistryReference"];
            readonly url: components["schemas"]["PackageUrl"];
            readonly variant: components["schemas"]["PackageVariant"];
            readonly version: components["schemas"]["PackageVersion"];
            readonly web_url: components["schemas"]["PackageWebUrl"];
        };
        /**
         * Format: date-time
         * @description When the package was published.
         * @example 2024-09-11T17:55:57Z
         */
        readonly PackageCreatedAt: string;
        /**
         * @description A problem with the package that stands in the way, so that a retry can see that it had succeeded; or with one that was
         *     deleted, whose name, version and variant cannot be had with other bytes any more.
         */
        readonly PackageExistsProblem: {
            /**
             * @description Which package stands in the way.
             * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
             */
            readonly detail: string;
            readonly digests: components["schemas"]["Digests"];
            /**
             * @description The same as `detail`.
             * @example banana 1.1-2 (amd64) already exists in registry "my-registry". Publish another version, or delete it first.
             */
            readonly message: string;
            /**
             * @description The HTTP status once more.
             * @example 409
             * @constant
             */
            readonly status: 409;
            /**
             * @description The kind of problem in words.
             * @example Package exists
             */
            readonly title: string;
            readonly type: components["schemas"]["ProblemType"];
            /**
             * Format: uri
             * @description Where the API has the package; null for one that was deleted.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
             */
            readonly url: string | null;
        };
        /** @description A file of a package. */
        readonly PackageFile: {
            readonly digests: components["schemas"]["Digests"];
            /**
             * @description The file's name, as it was published.
             * @example banana_1.1-2_amd64.deb
             */
            readonly name: string;
            /**
             * @description The file's length in bytes.
             * @example 6
             */
            readonly size: number;
            /**
             * Format: uri
             * @description Where to download the file.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44/files/banana_1.1-2_amd64.deb
             */
            readonly url: string;
        };
        /** @description The files of a package. */
        readonly PackageFileList: {
            /**
             * @description The files, in the order in which they were added.
             * @example []
             */
            readonly items: readonly components["schemas"]["PackageFile"][];
        };
        /**
         * Format: uuid
         * @description The package's id, a UUID of version 7.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageId: string;
        /**
         * @description The form with which a package is published: the file itself, or the URL of a presigned upload that has it. It has
         *     exactly one of `file`, `package_url` and `package[package_file]`.
         */
        readonly PackageInput: {
            /**
             * Format: binary
             * @description How the package was built: DSSE envelopes as JSON, one a line, at most 1 MiB. The statements that have the SHA-256 of
             *     the package's file among their subjects are kept as a file of the package; those about other files are dropped.
             */
            readonly attestation_bundle?: Blob;
            /**
             * Format: binary
             * @description The package. Its file name, at most 255 bytes, is kept; for the `files` ecosystem it carries name and version.
             */
            readonly file?: Blob;
            /**
             * @description The URL of a file that was uploaded by a form of `createPackageUpload`; it can be published once. The name at its end
             *     may be percent-encoded or not.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55/banana_1.1-2_amd64.deb
             */
            readonly package_url?: string;
            /**
             * Format: binary
             * @description Another name for `file`, which older scripts send.
             */
            readonly "package[package_file]"?: Blob;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A page of packages, newest first. */
        readonly PackageList: {
            /**
             * @description The packages of this page.
             * @example []
             */
            readonly items: readonly components["schemas"]["PackageListItem"][];
            readonly links: components["schemas"]["PageLinks"];
        };
        /** @description A package in a list; its registry and organization are those of the list. */
        readonly PackageListItem: {
            readonly created_at: components["schemas"]["PackageCreatedAt"];
            readonly digests: components["schemas"]["Digests"];
            readonly id: components["schemas"]["PackageId"];
            readonly metadata: components["schemas"]["PackageMetadata"];
            readonly name: components["schemas"]["PackageNameValue"];
            readonly published_by: components["schemas"]["PackagePublisher"];
            readonly url: components["schemas"]["PackageUrl"];
            readonly variant: components["schemas"]["PackageVariant"];
            readonly version: components["schemas"]["PackageVersion"];
            readonly web_url: components["schemas"]["PackageWebUrl"];
        };
        /**
         * @description What the package says of itself; the keys depend on the ecosystem.
         * @example {
         *       "architecture": "amd64",
         *       "maintainer": "Fruit Team <fruit@my-great-org.example>",
         *       "description": "A yellow fruit"
         *     }
         */
        readonly PackageMetadata: {
            readonly [key: string]: unknown;
        };
        /**
         * @description The package's name, without its version.
         * @example banana
         */
        readonly PackageNameValue: string;
        /**
         * @description Who published the package, or copied it to its registry: the access token as it was then, which stays here when the
         *     token is deleted, or the issuer and the subject of an OIDC token. Null for packages of 0.1.0. An extension of Larder.
         */
        readonly PackagePublisher: {
            /**
             * @description The description of the access token, or the subject (`sub`) of the OIDC token.
             * @example Made at the first start
             */
            readonly description: string;
            /**
             * Format: uuid
             * @description The access token's id; null for an OIDC token.
             * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
             */
            readonly id: string | null;
            /**
             * @description The issuer (`iss`) of the OIDC token; null for an access token.
             * @example null
             */
            readonly issuer: string | null;
        } | null;
        /** @description A form with which one file can be uploaded. */
        readonly PackageUpload: {
            readonly form: components["schemas"]["PackageUploadForm"];
            /**
             * Format: uri
             * @description Where the file will lie; for people, clients do not need it.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
             */
            readonly uri: string;
        };
        /** @description How to send the file. */
        readonly PackageUploadForm: {
            /** @description The other parts of the form, to be sent as they are; `${filename}` is filled in by the server. */
            readonly data: {
                /**
                 * @description The file's name below `form.url`.
                 * @example ${filename}
                 */
                readonly key: string;
                /**
                 * @description What the form allows, in base64.
                 * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
                 */
                readonly policy: string;
                /**
                 * @description The server's signature over the policy.
                 * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
                 */
                readonly signature: string;
            };
            /**
             * @description The name of the part that carries the file.
             * @example file
             * @constant
             */
            readonly file_input: "file";
            /**
             * @description The HTTP method.
             * @example POST
             * @constant
             */
            readonly method: "POST";
            /**
             * Format: uri
             * @description Where to send the form.
             * @example http://127.0.0.1:8080/uploads/0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
             */
            readonly url: string;
        };
        /**
         * Format: uri
         * @description Where the API has the package.
         * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageUrl: string;
        /**
         * @description What tells files of one version apart: the architecture of a deb, the extension of a plain file. Null where nothing does.
         * @example amd64
         */
        readonly PackageVariant: string | null;
        /**
         * @description The version, as the package itself has it.
         * @example 1.1-2
         */
        readonly PackageVersion: string;
        /**
         * Format: uri
         * @description Where people look at the package.
         * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry/packages/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly PackageWebUrl: string;
        /**
         * Format: uri
         * @description The URL of a page, with the filter and the page size of this one.
         * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages
         */
        readonly PageLink: string;
        /** @description Where this page and its neighbours are; a link that leads nowhere is absent. */
        readonly PageLinks: {
            readonly first?: components["schemas"]["PageLink"];
            readonly next?: components["schemas"]["PageLink"];
            readonly prev?: components["schemas"]["PageLink"];
            readonly self: components["schemas"]["PageLink"];
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
        /** @description One limit, and what is used of it. */
        readonly RateLimit: {
            /**
             * @description How many the current minute had.
             * @example 0
             */
            readonly current: number;
            /**
             * @description Whether requests beyond the limit are refused.
             * @example false
             */
            readonly enforced: boolean;
            /**
             * @description How many requests a minute may have; zero where none is enforced.
             * @example 0
             */
            readonly limit: number;
            /**
             * @description Seconds until the minute is over.
             * @example 0
             */
            readonly reset: number;
            /**
             * Format: date-time
             * @description When the minute is over; null where no limit is enforced.
             * @example null
             */
            readonly reset_at: string | null;
        };
        /** @description The limits by what they apply to. */
        readonly RateLimits: {
            /** @description The limits of each API. */
            readonly scopes: {
                readonly graphql: components["schemas"]["RateLimit"];
                readonly rest: components["schemas"]["RateLimit"];
            };
        };
        /** @description The state of what the server needs. */
        readonly Readiness: {
            /**
             * @description Always `ready`; a server that is not answers 503.
             * @example ready
             * @enum {string}
             */
            readonly status: "ready";
        };
        /** @description Where packages of one ecosystem are kept together. */
        readonly Registry: {
            readonly color: components["schemas"]["RegistryColor"];
            /**
             * Format: date-time
             * @description When the registry was made. An extension of Larder.
             * @example 2024-09-11T17:54:24Z
             */
            readonly created_at: string;
            readonly description: components["schemas"]["RegistryDescription"];
            readonly ecosystem: components["schemas"]["Ecosystem"];
            readonly emoji: components["schemas"]["RegistryEmoji"];
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The registry's id.
             * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
             */
            readonly id: string;
            readonly name: components["schemas"]["RegistryName"];
            /**
             * @description Which OIDC tokens are let in, as text exactly as it was sent; a policy sent as an array is answered as its JSON.
             * @example null
             */
            readonly oidc_policy: string | null;
            readonly public: components["schemas"]["RegistryPublic"];
            readonly slug: components["schemas"]["RegistrySlug"];
            readonly team_ids: components["schemas"]["TeamIds"];
            /**
             * @description The kind of registry; Larder has one kind.
             * @example source
             * @constant
             */
            readonly type: "source";
            /**
             * Format: date-time
             * @description When its settings last changed. An extension of Larder.
             * @example 2024-09-11T17:54:24Z
             */
            readonly updated_at: string;
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
             */
            readonly url: string;
            /**
             * Format: uri
             * @description Where people look at it.
             * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
             */
            readonly web_url: string;
        };
        /** @description What is to change in a registry; absent properties are kept, null clears. */
        readonly RegistryChanges: {
            readonly color?: components["schemas"]["RegistryColorInput"];
            readonly description?: components["schemas"]["RegistryDescription"];
            /** @description May be sent, but not changed. */
            readonly ecosystem?: components["schemas"]["Ecosystem"];
            readonly emoji?: components["schemas"]["RegistryEmoji"];
            readonly name?: components["schemas"]["RegistryName"];
            readonly oidc_policy?: components["schemas"]["OidcPolicy"];
            readonly public?: components["schemas"]["RegistryPublic"];
            readonly team_ids?: components["schemas"]["TeamIdsInput"];
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description A colour for the registry; the case is kept.
         * @example #f0ccff
         */
        readonly RegistryColor: string | null;
        /**
         * @description A colour for the registry; the case is kept. Three digits are short for six (`#fcf` for `#ffccff`). Null, or the empty
         *     text that typed clients send in its place, clears it.
         * @example #f0ccff
         */
        readonly RegistryColorInput: string | null;
        /**
         * @description What the registry is for, in one line.
         * @example Packages for our servers
         */
        readonly RegistryDescription: string | null;
        /**
         * @description A picture for the registry, as `:name:` or as the character itself.
         * @example :banana:
         */
        readonly RegistryEmoji: string | null;
        /** @description What a new registry is to be. */
        readonly RegistryInput: {
            readonly color?: components["schemas"]["RegistryColorInput"];
            readonly description?: components["schemas"]["RegistryDescription"];
            readonly ecosystem: components["schemas"]["Ecosystem"];
            readonly emoji?: components["schemas"]["RegistryEmoji"];
            readonly name: components["schemas"]["RegistryName"];
            readonly oidc_policy?: components["schemas"]["OidcPolicy"];
            readonly public?: components["schemas"]["RegistryPublic"];
            readonly team_ids?: components["schemas"]["TeamIdsInput"];
        } & {
            readonly [key: string]: unknown;
        };
        /**
         * @description The registry's name, without control characters; it has a letter or a digit of ASCII, from which the slug is made.
         * @example my registry
         */
        readonly RegistryName: string;
        /**
         * @description Whether anyone may install from it without credentials. That it can be set through the API is an extension of Larder.
         * @example false
         */
        readonly RegistryPublic: boolean;
        /** @description The registry to which something belongs. */
        readonly RegistryReference: {
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The registry's id.
             * @example 0191e238-e0a3-7b0b-bb34-beea0035a39d
             */
            readonly id: string;
            readonly slug: components["schemas"]["RegistrySlug"];
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry
             */
            readonly url: string;
            /**
             * Format: uri
             * @description Where people look at it.
             * @example http://127.0.0.1:8080/organizations/my_great_org/packages/registries/my-registry
             */
            readonly web_url: string;
        };
        /**
         * @description The registry's name in URLs, the kebab-case form of its name.
         * @example my-registry
         */
        readonly RegistrySlug: string;
        /** @description A token that reads one registry, without its secret. */
        readonly RegistryToken: {
            /**
             * Format: date-time
             * @description When the token was made, in milliseconds.
             * @example 2024-09-11T17:59:06.251Z
             */
            readonly created_at: string;
            readonly created_by: components["schemas"]["User"];
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token stops working, with the access token that made it; null for never. An extension of Larder.
             * @example null
             */
            readonly expires_at: string | null;
            /** @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly id: string;
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly registry: components["schemas"]["RegistryReference"];
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly url: string;
        };
        /** @description What is to change in a registry token. */
        readonly RegistryTokenChanges: {
            readonly description?: components["schemas"]["TokenDescription"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description What a new registry token is for. */
        readonly RegistryTokenInput: {
            readonly description: components["schemas"]["TokenDescription"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A registry token that was just made, with its secret. */
        readonly RegistryTokenWithSecret: {
            /**
             * Format: date-time
             * @description When the token was made, in milliseconds.
             * @example 2024-09-11T17:59:06.251Z
             */
            readonly created_at: string;
            readonly created_by: components["schemas"]["User"];
            readonly description: components["schemas"]["TokenDescription"];
            /**
             * Format: date-time
             * @description When the token stops working, with the access token that made it; null for never. An extension of Larder.
             * @example null
             */
            readonly expires_at: string | null;
            /** @example UmVnaXN0cnlUb2tlbi0tLTAxOTFlMjNkLTJmMGItN2MzZS04YjhhLTZmMWQyZTNjNGI1YQ== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The token's id.
             * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly id: string;
            readonly organization: components["schemas"]["OrganizationReference"];
            readonly registry: components["schemas"]["RegistryReference"];
            /**
             * @description The secret, shown only now.
             * @example larder_registry_Zm9yIGV4YW1wbGUgb25seQ
             */
            readonly token: string;
            /**
             * Format: uri
             * @description Where the API has it.
             * @example http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/tokens/0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
             */
            readonly url: string;
        };
        /**
         * @description Something that a token allows.
         * @example read_packages
         * @enum {string}
         */
        readonly Scope: "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
        /**
         * @description The SHA-256 of the bytes.
         * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
         */
        readonly Sha256: string;
        /**
         * @description The SHA-512 of the bytes.
         * @example f8e3183d38e6c51889582cb260ab825252f395b4ac8fb0e6b13e9a71f7c10a80d5301e4a949f2783cb0c20205f1d850f87045f4420ad2271c8fd5f0cd8944be3
         */
        readonly Sha512: string;
        /**
         * @description Ids of teams in the order in which they were sent. Kept, not enforced: Larder has no teams, and a team id neither grants
         *     nor restricts access.
         * @example []
         */
        readonly TeamIds: readonly string[];
        /**
         * @description Ids of teams; null for none. Kept in the order in which they are sent, not enforced: Larder has no teams, and a team id
         *     neither grants nor restricts access.
         * @example []
         */
        readonly TeamIdsInput: null | components["schemas"]["TeamIds"];
        /**
         * @description What the token is for, in one line.
         * @example Servers of the fruit team
         */
        readonly TokenDescription: string;
        /** @description The user to whom the token belongs. */
        readonly TokenUser: {
            /**
             * @description The user's e-mail address.
             * @example owner@my-great-org.example
             */
            readonly email: string;
            /**
             * @description The user's name.
             * @example Owner of my_great_org
             */
            readonly name: string;
        };
        /** @description A form that `createPackageUpload` gave, with the file. */
        readonly UploadedForm: {
            /**
             * Format: binary
             * @description The file, as the last part.
             */
            readonly file: Blob;
            /**
             * @description As it was given, with or without `${filename}` replaced by the name of the file. Any other key is refused.
             * @example ${filename}
             */
            readonly key: string;
            /**
             * @description As it was given.
             * @example eyJleHBpcmVzIjoiMjAyNC0wOS0xMVQxODo1NjowN1oifQ==
             */
            readonly policy: string;
            /**
             * @description As it was given.
             * @example b493d48364afe44d11c0165cf470a4164d1e2609911ef998be868d46ade3de4e
             */
            readonly signature: string;
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A person, or the owner that an organization starts with. */
        readonly User: {
            /**
             * Format: uri
             * @description A picture; always null, Larder keeps none.
             * @example null
             */
            readonly avatar_url: string | null;
            /**
             * Format: date-time
             * @description When the user was made.
             * @example 2024-07-25T01:32:47Z
             */
            readonly created_at: string;
            /**
             * @description The user's e-mail address.
             * @example owner@my-great-org.example
             */
            readonly email: string;
            /** @example VXNlci0tLTAxOTBlNzg0LWYwYTItN2Q1YS05YTU3LTU3Y2IzZWYyYTdmMA== */
            readonly graphql_id: components["schemas"]["GraphqlId"];
            /**
             * Format: uuid
             * @description The user's id.
             * @example 0190e784-f0a2-7d5a-9a57-57cb3ef2a7f0
             */
            readonly id: string;
            /**
             * @description The user's name.
             * @example Owner of my_great_org
             */
            readonly name: string;
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
         * @description The token lacks a scope that the operation needs, or that the token to delete has; `detail` names it. Use a token that
         *     has it. The token of the server's settings can only be changed there.
         */
        readonly ForbiddenDeletion: {
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
         * @description The server's disk or database is full (RFC 4918, section 11.5). Nothing was changed. Sending it again helps only once
         *     its operator has made room.
         */
        readonly InsufficientStorage: {
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
        /**
         * @description A package of this name, version and variant already exists. Compare `digests` to see whether it is yours; else
         *     publish another version. Or one was deleted more than 24 hours ago (the server may be set otherwise), and had other
         *     bytes: publish those, or another version.
         */
        readonly PackageExists: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["PackageExistsProblem"];
            };
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
        /** @description The body is larger than this server takes; `detail` names the limit. Send less, or ask the operator to raise it. */
        readonly PayloadTooLarge: {
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
        /** @description The body came too slowly for too long, or was not complete in time. Send it again over a better connection. */
        readonly RequestTimeout: {
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
         * @description Another registry of the organization has this slug, or had it and is still being deleted; `detail` says which. Choose
         *     a name whose kebab-case form differs, or wait until that one is gone.
         */
        readonly SlugTaken: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is that of the server's settings, and can only be changed there. Use another token. */
        readonly TokenInSettings: {
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
         * @description The file is not what the registry's ecosystem takes, or takes more time (30 seconds, if the operator sets no other) or
         *     memory (512 MiB) to read than is allowed, or exceeds a limit on what is in it (entries, their paths, the headers of an
         *     archive, the size when unpacked, fields of its metadata; `detail` names limit and value), or brings an architecture too many (32 are possible), or its name cannot be
         *     kept, or the attestations are none for it, or `package_url` names no upload to publish. Mend what `detail` says, and
         *     publish again.
         */
        readonly UnacceptableFile: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file is empty, or its name is invalid. Upload another file, or the same file with another name, with the same form. */
        readonly UnacceptableUpload: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
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
        /**
         * @description The destination holds packages of another ecosystem: copy to a registry of the same one. Or the package is one that its
         *     index leaves out, or brings an architecture too many: do what `detail` says.
         */
        readonly UnprocessableCopy: {
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
        /**
         * @description The OIDC policy does not have the form of one, or another ecosystem was asked for; `detail` says which. Mend the
         *     policy, or make another registry for the other ecosystem.
         */
        readonly UnprocessableRegistry: {
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
         * @description The time at which the token is to expire has passed, or the token in use expires before it; `detail` says which. Choose a
         *     time between.
         */
        readonly UnprocessableToken: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not of the media type, character set or encoding that the operation takes. Set `Content-Type` accordingly. */
        readonly UnsupportedMediaType: {
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
         * @description The policy, its signature or the key is not the one that was given for this upload, or it has expired. Send the form as
         *     it was given, or request another upload.
         */
        readonly UploadRefused: {
            headers: {
                readonly "Cache-Control": components["headers"]["CacheControl"];
                readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A file was uploaded with this form already. Publish that one, or request another upload. */
        readonly UploadUsed: {
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
         * @description The access token's id. Letters may be of either case (RFC 9562, section 4).
         * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
         */
        readonly AccessTokenInPath: string;
        /**
         * @description The page that follows this cursor, that is older packages. Taken from a link of another page.
         * @example 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44
         */
        readonly After: string;
        /**
         * @description The page that precedes this cursor, that is newer packages. Taken from a link of another page.
         * @example 0191e239-bb10-7d66-a1db-b79b8ba83151
         */
        readonly Before: string;
        /**
         * @description The file's name, percent-encoded.
         * @example banana_1.1-2_amd64.deb
         */
        readonly FileInPath: string;
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
         * @description Which page, counted from 1, in decimal digits. A smaller number counts as 1, one above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly Page: number;
        /**
         * @description Which page of the list, counted from 1, in decimal digits; without `page` and `per_page`, the whole list is one response.
         *     A smaller number counts as 1, one above 1,000,000 as 1,000,000.
         * @example 1
         */
        readonly PageOfAll: number;
        /**
         * @description How many items a page holds at the most, in decimal digits. A number below 1 counts as 1, one above 100 as 100.
         * @example 30
         */
        readonly PerPage: number;
        /**
         * @description How many items a page of the list holds at the most, in decimal digits; 30 if there is only `page`. A number below 1
         *     counts as 1, one above 100 as 100.
         * @example 30
         */
        readonly PerPageOfAll: number;
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
         * @description The registry token's id. Letters may be of either case (RFC 9562, section 4).
         * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
         */
        readonly RegistryTokenInPath: string;
        /**
         * @description The slug of the destination registry.
         * @example my-other-registry
         */
        readonly To: string;
        /**
         * @description The id of a presigned upload. Letters may be of either case (RFC 9562, section 4).
         * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
         */
        readonly Upload: string;
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
         * @description The links of the page once more, as RFC 8288 has them.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries/my-registry/packages?after=0191e239-bb10-7d66-a1db-b79b8ba83151>; rel="next"
         */
        readonly Link: string;
        /**
         * @description The list, or the page of it that was requested, with the first, the previous and the next page, as RFC 8288 has them; a
         *     link that leads nowhere is absent.
         * @example <http://127.0.0.1:8080/v2/packages/organizations/my_great_org/registries>; rel="self"
         */
        readonly PagesLink: string;
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
    readonly getRoot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The greeting. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Greeting"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The process runs. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getDescription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The description. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Description"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Requests can be served. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly storePackageUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a presigned upload. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23b-5c44-7a0c-9f0e-2d8f7c1b6a55
                 */
                readonly upload: components["parameters"]["Upload"];
            };
            readonly cookie?: never;
        };
        /** @description The form's data, and the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["UploadedForm"];
            };
        };
        readonly responses: {
            /** @description The file is there, and can be published by its URL. */
            readonly 204: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 403: components["responses"]["UploadRefused"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["UploadUsed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableUpload"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token is gone. */
            readonly 204: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["TokenInSettings"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listAccessTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Which page of the list, counted from 1, in decimal digits; without `page` and `per_page`, the whole list is one response.
                 *     A smaller number counts as 1, one above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description How many items a page of the list holds at the most, in decimal digits; 30 if there is only `page`. A number below 1
                 *     counts as 1, one above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tokens. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AccessToken"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description What the token is for, and what it allows. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessTokenInput"];
            };
        };
        readonly responses: {
            /** @description The token, with its secret. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessTokenWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableToken"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
    };
    readonly deleteAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The access token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21
                 */
                readonly access_token: components["parameters"]["AccessTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token is gone. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ForbiddenDeletion"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-conditional-scopes": "read_packages" | "write_packages" | "delete_packages" | "read_registries" | "write_registries" | "delete_registries" | "read_user" | "read_organizations" | "read_access_tokens" | "write_access_tokens";
    };
    readonly listOrganizations: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Which page, counted from 1, in decimal digits. A smaller number counts as 1, one above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page holds at the most, in decimal digits. A number below 1 counts as 1, one above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page of organizations. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Organization"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOrganization: {
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description The organization. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Organization"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRateLimit: {
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description The limits. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RateLimits"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRegistries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Which page of the list, counted from 1, in decimal digits; without `page` and `per_page`, the whole list is one response.
                 *     A smaller number counts as 1, one above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description How many items a page of the list holds at the most, in decimal digits; 30 if there is only `page`. A number below 1
                 *     counts as 1, one above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
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
            /** @description The registries. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Registry"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRegistry: {
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
        /** @description What the registry is to be. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryInput"];
            };
        };
        readonly responses: {
            /** @description The registry as it was created. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getRegistry: {
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
            /** @description The registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly replaceRegistry: {
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
        /** @description What is to change. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The registry as it is now. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly updateRegistry: {
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
        /** @description What is to change. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The registry as it is now. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly deleteRegistry: {
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
            /** @description The registry is gone. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly patchRegistry: {
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
        /** @description What is to change. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryChanges"];
            };
        };
        readonly responses: {
            /** @description The registry as it is now. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registry"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SlugTaken"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableRegistry"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly explainOidcPolicy: {
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
        /** @description A token, or the claims of one. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OidcExplanationInput"];
            };
        };
        readonly responses: {
            /** @description What the policy says. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OidcExplanation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPackages: {
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
                /**
                 * @description Which page, counted from 1, in decimal digits. A smaller number counts as 1, one above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page holds at the most, in decimal digits. A number below 1 counts as 1, one above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPage"];
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
            /** @description The page. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["Link"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableCursor"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly publishPackage: {
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
        /** @description A form with the file. */
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["PackageInput"];
            };
        };
        readonly responses: {
            /** @description The package as it was published. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PackageExists"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnacceptableFile"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getPackage: {
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
            /** @description The package. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deletePackage: {
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
            /** @description The package is gone. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly copyPackage: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The slug of the destination registry.
                 * @example my-other-registry
                 */
                readonly to: components["parameters"]["To"];
            };
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
            /** @description The copy, in the destination registry. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Package"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["PackageExists"];
            readonly 422: components["responses"]["UnprocessableCopy"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
        readonly "x-resolves": {
            readonly "to": "registry";
        };
    };
    readonly listPackageFiles: {
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
            /** @description The files. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageFileList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPackageFile: {
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
                 * @description The file's name, percent-encoded.
                 * @example banana_1.1-2_amd64.deb
                 */
                readonly file: components["parameters"]["FileInPath"];
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
    readonly createPackageUpload: {
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
            /** @description The form. It can be used once, until it expires: after an hour, unless the server is set to another time. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PackageUpload"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly listRegistryTokens: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Which page of the list, counted from 1, in decimal digits; without `page` and `per_page`, the whole list is one response.
                 *     A smaller number counts as 1, one above 1,000,000 as 1,000,000.
                 * @example 1
                 */
                readonly page?: components["parameters"]["PageOfAll"];
                /**
                 * @description How many items a page of the list holds at the most, in decimal digits; 30 if there is only `page`. A number below 1
                 *     counts as 1, one above 100 as 100.
                 * @example 30
                 */
                readonly per_page?: components["parameters"]["PerPageOfAll"];
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
            /** @description The tokens. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly Link: components["headers"]["PagesLink"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RegistryToken"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRegistryToken: {
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
        /** @description What the token is for. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenInput"];
            };
        };
        readonly responses: {
            /** @description The token, with its secret. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryTokenWithSecret"];
                };
            };
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
    readonly getRegistryToken: {
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
                /**
                 * @description The registry token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly updateRegistryToken: {
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
                /**
                 * @description The registry token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        /** @description What is to change. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegistryTokenChanges"];
            };
        };
        readonly responses: {
            /** @description The token as it is now. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistryToken"];
                };
            };
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
    readonly deleteRegistryToken: {
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
                /**
                 * @description The registry token's id. Letters may be of either case (RFC 9562, section 4).
                 * @example 0191e23d-2f0b-7c3e-8b8a-6f1d2e3c4b5a
                 */
                readonly registry_token: components["parameters"]["RegistryTokenInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token is gone. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Deletion"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 507: components["responses"]["InsufficientStorage"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly "X-Content-Type-Options": components["headers"]["ContentTypeOptions"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}

/** The parameters of each operation that have a default. */
export interface parameterDefaults {
    readonly listOrganizations: "page" | "per_page";
    readonly listPackages: "page" | "per_page";
}

