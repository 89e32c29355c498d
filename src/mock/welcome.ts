/** What a person reads who has just started the mock, and then for each answer. */
import type { AnswerEvent } from '../contract/replies/deliver.ts';

export function welcome(url: string): string {
  const registry = `${url}/v2/packages/organizations/my_great_org/registries/my-registry`;
  return `
The mock is ready at ${url}

Try it; any token will do:

  curl -H "Authorization: Bearer any" "${registry}/packages"

Ask for another answer by its status, and by the name of its example where there are several:

  curl -H "Authorization: Bearer any" -H "Prefer: code=404" "${registry}/packages"
  curl -H "Authorization: Bearer any" -H "Prefer: example=empty" "${registry}/packages"
  curl -H "Authorization: Bearer any" -H "Prefer: dynamic=true" "${registry}/packages"

What it does not have fails with 400, and says what there is.

URLs, credentials, parameters, bodies, headers and errors are judged as by the server. Unlike the server, the mock
keeps nothing: whatever a URL names is there, uploads are read and forgotten, and every token has all scopes. It has
neither pages nor what apt, pip and the like ask for.

`;
}

/** One line, such as `GET /healthz 200`, with the cause when the mock itself failed. */
export function lineOf({ request, status, error }: AnswerEvent): string {
  const cause = error instanceof Error ? `\n${error.stack}` : '';
  return `${request.method} ${request.url} ${status}${cause}`;
}
