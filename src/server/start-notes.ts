/** Notes for the operator at the start of a server. */
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
          `LARDER_ORGANIZATION is "${wanted}", but this setting only names the organization of a new database. The server uses the existing organization "${organization.slug}".`,
        ]
      : []),
    ...endedTokens.map((token) => `The access token ${named(token)} has ended, because LARDER_ADMIN_TOKEN ${why}.`),
    ...firstTokens.map(
      (token) =>
        `The access token ${named(token)} of the first start still works, with all scopes. If it is no longer needed, revoke it: ` +
        `curl -X DELETE -H "Authorization: Bearer $LARDER_ADMIN_TOKEN" "${url}/v2/access-tokens/${token.id}"`,
    ),
  ];
}

function named({ id, description }: { readonly id: string; readonly description: string }): string {
  return `${JSON.stringify(description)} (id ${id})`;
}
