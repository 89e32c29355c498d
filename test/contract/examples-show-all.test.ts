/**
 * Every freedom of the contract is needed: a property that may be absent is absent in some example, and each type that
 * a value may have is the type of one in some example. This finds promises that are weaker than necessary. The examples
 * are real: in some test, the server returns each one (`npm run contract:matrix`), or accepts it.
 */
import { expect, test } from 'vitest';
import { shownValues, type Shown } from './shown-values.ts';

const shown = shownValues();

/** Freedoms without an example. In some test of the operation, each is accepted or returned. */
const withoutExample: readonly string[] = [
  'createAccessToken request expires_at',
  'replaceRegistry request description',
  'replaceRegistry request emoji',
  'updateRegistryToken request description',
  'createRegistry request color: null',
  'createRegistry request oidc_policy items iss',
  'createRegistry request oidc_policy items scopes',
  'createRegistry request oidc_policy items claims',
  'createRegistry request oidc_policy: null',
  'createRegistry request team_ids: null',
  'getAccessToken 200 expires_at: string',
  'createAccessToken 200 expires_at: string',
  'createRegistryToken 200 expires_at: string',
  'listRegistryTokens 200 items expires_at: string',
  'getAccessToken 200 last_used_at: null',
  // Of packages of 0.1.0.
  'listPackages 200 items items published_by: null',
  // Of packages that were published with OIDC tokens.
  'listPackages 200 items items published_by id: null',
  'listPackages 200 items items published_by issuer: string',
  'getProject 200 files items requires-python',
  // Of unlisted packages with a notice.
  'getProject 200 files items yanked: string',
  'setPackageStanding request notice',
  'setProjectStatus request reason',
  'setProjectStatus request reason: null',
  'withdrawPackage request notice',
  // Of requests that change packages; the example publishes one.
  'setPackument request _attachments',
  'setPackument request dist-tags',
  // Of packages whose package.json has no description, and of those whose publisher is not known.
  'listFoundPackages 200 objects items package description',
  'listFoundPackages 200 objects items package publisher',
  // Of charts with less in their Chart.yaml, or with more.
  'getChartIndex 200 entries banana items appVersion',
  'getChartIndex 200 entries banana items description',
  'getChartIndex 200 entries banana items type',
  'listChartVersions 200 items dependencies items import-values items: object',
  'listChartVersions 200 items maintainers items name',
  // Of files that were deleted, and of the smallest form.
  'publishDistribution 409 url: null',
  'publishDistribution request :action',
  'publishDistribution request protocol_version',
  'publishFile 409 url: null',
  'publishIncomingFile 409 url: null',
  'publishRpm 409 url: null',
  // Of forms with a provenance alone.
  'publishChart request chart',
  // Never so today: Buildkite's API has it, and what Larder comes to know will fill it.
  'getUser 200 avatar_url: string',
  'getRateLimit 200 scopes rest reset_at: string',
];

test('what may be absent is absent from some example, and each type of a value is that of some example', () => {
  const open = [...shown.flatMap(alwaysThere), ...shown.flatMap(typesNeverShown)];
  expect(open.toSorted()).toEqual(withoutExample.toSorted());
});

function alwaysThere({ place, schema, values }: Shown): string[] {
  const objects = values.filter((value) => typeOf(value) === 'object') as object[];
  const optional = Object.keys(schema.properties ?? {}).filter((name) => !schema.required?.includes(name));
  return optional
    .filter((name) => objects.length > 0 && objects.every((one) => name in one))
    .map((name) => `${place} ${name}`);
}

function typesNeverShown({ place, schema: { type = [] }, values }: Shown): string[] {
  const types = new Set(values.map(typeOf));
  return [type]
    .flat()
    .filter((one) => !types.has(one))
    .map((one) => `${place}: ${one}`);
}

/** As JSON Schema calls it, and as narrowly as it can. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
