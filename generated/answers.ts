// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The described statuses, by method and URL, then by the media type of their body ('' if there is none). */
export const describedAnswers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
    "DELETE /v2/access-token": {"":[204],"application/problem+json":[400,401,403,500,503,507]},
    "DELETE /v2/access-tokens/{access_token}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]},
    "DELETE /v2/packages/organizations/{organization}/registries/{registry}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]},
    "DELETE /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}": {"application/json":[200],"application/problem+json":[400,401,403,404,409,500,503,507]},
    "DELETE /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]},
    "GET /": {"application/json":[200],"application/problem+json":[400,500]},
    "GET /healthz": {"application/json":[200],"application/problem+json":[400,500]},
    "GET /openapi.json": {"application/json":[200],"application/problem+json":[400,500]},
    "GET /readyz": {"application/json":[200],"application/problem+json":[400,500,503]},
    "GET /v2/access-token": {"application/json":[200],"application/problem+json":[400,401,500,503]},
    "GET /v2/access-tokens": {"application/json":[200],"application/problem+json":[400,401,403,500,503]},
    "GET /v2/organizations": {"application/json":[200],"application/problem+json":[400,401,403,500,503]},
    "GET /v2/organizations/{organization}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/organizations/{organization}/rate_limit": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/packages": {"application/json":[200],"application/problem+json":[400,401,403,404,422,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}": {"application/octet-stream":[200,206],"":[304],"application/problem+json":[400,401,403,404,412,416,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/tokens": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503]},
    "GET /v2/user": {"application/json":[200],"application/problem+json":[400,401,403,500,503]},
    "PATCH /v2/packages/organizations/{organization}/registries/{registry}": {"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]},
    "POST /uploads/{upload}": {"":[204],"application/problem+json":[400,403,404,408,409,413,415,422,500,503,507]},
    "POST /v2/access-tokens": {"application/json":[200],"application/problem+json":[400,401,403,408,413,415,422,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries": {"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}": {"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/oidc-policy/explain": {"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/packages": {"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/packages/upload": {"application/json":[200],"application/problem+json":[400,401,403,404,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/copy": {"application/json":[200],"application/problem+json":[400,401,403,404,409,422,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/tokens": {"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503,507]},
    "POST /v2/packages/organizations/{organization}/registries/{registry}/tokens/{registry_token}": {"application/json":[200],"application/problem+json":[400,401,403,404,408,413,415,500,503,507]},
    "PUT /v2/packages/organizations/{organization}/registries/{registry}": {"application/json":[200],"application/problem+json":[400,401,403,404,408,409,413,415,422,500,503,507]},
};

/** The operations that take a form. */
export const takesForm: readonly string[] = ["POST /uploads/{upload}","POST /v2/packages/organizations/{organization}/registries/{registry}/packages"];
