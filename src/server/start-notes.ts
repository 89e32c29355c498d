/** What the operator should know when a server starts, and can do something about. */
import type { FirstStart } from '../registry/first-start.ts';
import type { Settings } from './settings.ts';

/** Returns sentences about the organization and the tokens of a start. `url` is the public base URL. */
export function startNotes(
  { organization: wanted, adminToken }: Settings,
  { organization, endedTokens, firstTokens }: FirstStart,
  url: string,
): string[] {
  const isOther = wanted !== undefined && wanted !== organization.slug;
  const why = adminToken === undefined ? 'is no longer set' : 'has another value';
  return [
    ...(isOther
      ? [
          `LARDER_ORGANIZATION is "${wanted}", which names an organization only when there is none. The server uses "${organization.slug}".`,
        ]
      : []),
    ...endedTokens.map((token) => `The access token ${named(token)} has ended, because LARDER_ADMIN_TOKEN ${why}.`),
    ...firstTokens.map(
      (token) =>
        `The access token ${named(token)} still works, with all scopes. Revoke it if nobody needs it: ` +
        `curl -X DELETE -H "Authorization: Bearer $LARDER_ADMIN_TOKEN" "${url}/v2/access-tokens/${token.id}"`,
    ),
  ];
}

function named({ id, description }: { readonly id: string; readonly description: string }): string {
  return `${JSON.stringify(description)} (id ${id})`;
}
