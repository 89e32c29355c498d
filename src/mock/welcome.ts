/** The texts that the mock prints: at its start, and for each response. */
import type { ReplyEvent } from '../contract/replies/deliver.ts';
import { requestIdOf } from '../contract/request-id.ts';

export function welcome(url: string): string {
  const registry = `${url}/v2/packages/organizations/my_great_org/registries/my-registry`;
  return `
The mock is ready at ${url}
Open it in a browser for all operations and examples.

Try it. Any token works:

  curl -H "Authorization: Bearer any" "${registry}/packages"

Request another response by its status, or by the name of its example:

  curl -H "Authorization: Bearer any" -H "Prefer: code=404" "${registry}/packages"
  curl -H "Authorization: Bearer any" -H "Prefer: example=empty" "${registry}/packages"
  curl -H "Authorization: Bearer any" -H "Prefer: dynamic=true" "${registry}/packages"
  curl -H "Authorization: Bearer any" -H "Prefer: wait=2" "${registry}/packages"

If there is no such response, the mock responds with 400 and lists the existing ones.

The mock validates URLs, credentials, parameters, bodies and headers like the server. Unlike the server, it is
stateless: every resource exists, uploads are discarded, and every token has all scopes. For flows that keep state,
web pages, and native clients such as apt and pip, start a server: larder serve --ephemeral --seed demo

`;
}

/** Returns one line, such as `GET /healthz 200`: with the request id for 4xx and 5xx, and the stack trace if the mock failed. */
export function lineOf({ request, path = request.url, status, error }: ReplyEvent): string {
  const cause = error instanceof Error ? `\n${error.stack}` : '';
  const id = status < 400 ? '' : ` (request id ${requestIdOf(request)})`;
  return `${request.method} ${path} ${status}${id}${cause}`;
}
