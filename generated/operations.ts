// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { operations } from './api.ts';

/** The version of the contract, and of the client. */
export const version = "0.2.0";

/** An operation, as the client calls it and checks its responses. */
export interface OperationFacts {
    readonly method: string;
    readonly path: string;
    /** The names of the parameters in the query; those of the path are in it. */
    readonly query?: readonly string[];
    readonly headers?: readonly string[];
    readonly body?: 'json' | 'form' | 'bytes';
    /** True if a request may lack the body. */
    readonly mayLackBody?: true;
    /** The described statuses by the media type of their body ('' if there is none). */
    readonly replies: Readonly<Record<string, readonly number[]>>;
}

/** The operations by their ids. */
export const operationTable: Readonly<Record<keyof operations, OperationFacts>> = {
    copyPackage: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy","query":["to"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,409,422,500,503,507]}},
    createAccessToken: {"method":"POST","path":"/v2/access-tokens","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,408,413,415,422,500,503,507]}},
    createPackageUpload: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/upload","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]}},
    createRegistry: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]}},
    createRegistryToken: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/tokens","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503,507]}},
    createSigningKey: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/signing-keys","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,422,500,503,507]}},
    deleteAccessToken: {"method":"DELETE","path":"/v2/access-tokens/{access_token}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]}},
    deletePackage: {"method":"DELETE","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,409,500,503,507]}},
    deletePackageTag: {"method":"DELETE","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]}},
    deleteRegistry: {"method":"DELETE","path":"/v2/packages/organizations/{organization}/registries/{registry}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]}},
    deleteRegistryToken: {"method":"DELETE","path":"/v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]}},
    explainOidcPolicy: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503]}},
    getAccessToken: {"method":"GET","path":"/v2/access-token","replies":{"application/json":[200],"application/problem+json":[400,401,500,503]}},
    getDescription: {"method":"GET","path":"/openapi.json","replies":{"application/json":[200],"application/problem+json":[400,500]}},
    getHealth: {"method":"GET","path":"/healthz","replies":{"application/json":[200],"application/problem+json":[400,500]}},
    getOrganization: {"method":"GET","path":"/v2/organizations/{organization}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getPackage: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getPackageFile: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}","headers":["Range","If-Range","If-Match","If-None-Match","If-Unmodified-Since","If-Modified-Since"],"replies":{"application/octet-stream":[200,206],"":[304],"application/problem+json":[400,401,403,404,412,416,500,503]}},
    getProjectStatus: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getRateLimit: {"method":"GET","path":"/v2/organizations/{organization}/rate_limit","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getReadiness: {"method":"GET","path":"/readyz","replies":{"application/json":[200],"application/problem+json":[400,500,503]}},
    getRegistry: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getRegistryToken: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    getRoot: {"method":"GET","path":"/","replies":{"application/json":[200],"application/problem+json":[400,500]}},
    getUser: {"method":"GET","path":"/v2/user","replies":{"application/json":[200],"application/problem+json":[400,401,403,500,503]}},
    listAccessTokens: {"method":"GET","path":"/v2/access-tokens","query":["page","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,500,503]}},
    listClients: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/clients","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    listOrganizations: {"method":"GET","path":"/v2/organizations","query":["page","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,500,503]}},
    listPackageFiles: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    listPackages: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages","query":["name","after","before","page","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,422,500,503]}},
    listRegistries: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries","query":["page","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    listRegistryTokens: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/tokens","query":["page","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    listSigningKeys: {"method":"GET","path":"/v2/packages/organizations/{organization}/registries/{registry}/signing-keys","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,500,503]}},
    patchRegistry: {"method":"PATCH","path":"/v2/packages/organizations/{organization}/registries/{registry}","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]}},
    publishPackage: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages","body":"form","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]}},
    replaceRegistry: {"method":"PUT","path":"/v2/packages/organizations/{organization}/registries/{registry}","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]}},
    restorePackage: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/restore","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,409,500,503,507]}},
    revokeAccessToken: {"method":"DELETE","path":"/v2/access-token","replies":{"":[204],"application/problem+json":[400,401,403,500,503,507]}},
    searchPackages: {"method":"GET","path":"/v2/packages/organizations/{organization}/search","query":["q","ecosystem","registry","after","per_page"],"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,422,500,503]}},
    setPackageStanding: {"method":"PUT","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/standing","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,500,503,507]}},
    setPackageTag: {"method":"PUT","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/tags/{tag}","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,409,422,500,503,507]}},
    setProjectStatus: {"method":"PUT","path":"/v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,422,500,503,507]}},
    storePackageUpload: {"method":"POST","path":"/uploads/{upload}","body":"form","replies":{"":[204],"application/problem+json":[400,403,404,408,409,413,415,422,500,503,507]}},
    updateRegistry: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]}},
    updateRegistryToken: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}","body":"json","replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503,507]}},
    withdrawPackage: {"method":"POST","path":"/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/withdraw","body":"json","mayLackBody":true,"replies":{"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,500,503,507]}},
};
