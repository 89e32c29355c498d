/** OIDC tokens: authenticates their holders for the packages of one registry, by its policy. */
import { LRUCache } from 'lru-cache';
import type { JWTPayload } from 'jose';
import type { Registry } from '../../model/records.ts';
import type { OidcCaller } from '../callers.ts';
import { Failure } from '../../model/failure.ts';
import type { Larder } from '../larder.ts';
import { evaluate, type Claims } from './evaluate.ts';
import { explainToken, type Explanation } from './explain-token.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import type { AcceptsIssuer } from './issuers.ts';
import { readPolicy, type Statement } from './policy.ts';
import { claimsOf, isSignedBy, rejectionOf, rejectionReason, type Rejection, type TokenRules } from './verify-token.ts';

export interface OidcSettings {
  /** The public URL of the server, the prefix of audiences. */
  readonly url: string;
  readonly acceptsIssuer: AcceptsIssuer;
  /** In seconds. */
  readonly longestLifetime: number;
  readonly keysOf: IssuerKeys;
}

export interface Oidc {
  /**
   * Returns the holder of an OIDC token for the registry in the path, or, if the path has none, for that of its audience.
   * Throws `unauthenticated` with the reason if the token is rejected.
   */
  authenticate(token: string, path: Partial<RegistryPath>): Promise<OidcCaller>;
  /** `organization` is a slug. */
  explain(
    organization: string,
    registry: Registry,
    input: { token: string } | { claims: Claims },
  ): Promise<Explanation>;
}

/** Slugs. */
export interface RegistryPath {
  readonly organization: string;
  readonly registry: string;
}

export function createOidc({ catalog }: Pick<Larder, 'catalog'>, settings: OidcSettings): Oidc {
  const { url, acceptsIssuer, longestLifetime, keysOf } = settings;
  const policies = new LRUCache<string, Promise<readonly Statement[]>>({ max: 100 });

  return {
    authenticate: async (token, path) => {
      const claims = claimsOf(token);
      const place = registryIn(path) ?? registryOf(claims);
      if (place === undefined) throw rejected(forOneRegistry);
      const { organization: organizationSlug, registry: registrySlug } = place;
      const rules = rulesFor(place);
      const reject = (rejection: Rejection): never => {
        throw rejected(rejectionReason(rejection, rules));
      };
      if (claims?.iss === undefined) return reject('malformed');
      const rejection = rejectionOf(claims, rules, new Date());
      if (rejection !== undefined) return reject(rejection);
      const organization = await catalog.organizations.find(organizationSlug);
      const registry = organization && (await catalog.registries.find(organization.id, registrySlug));
      const statements = await statementsOf(registry);
      // Keys are fetched only for issuers in the policy, so that anonymous requests cannot cause many fetches.
      const isNamed = statements.some(({ iss }) => iss === claims.iss);
      if (!isNamed || !(await isSignedBy(claims.iss, token, keysOf))) return reject('no-matching-statement');
      const { matched } = evaluate(statements, claims);
      const scopes = matched === null ? undefined : statements[matched]?.scopes;
      if (!organization || !registry || !scopes) return reject('no-matching-statement');
      const [issuer, subject] = [claims.iss, subjectOf(claims)];
      const expiresAt = new Date(1000 * (claims.exp ?? 0));
      const id = `${issuer} ${subject}`;
      return { id, scopes, organization, registryId: registry.id, issuer, subject, claims, expiresAt };
    },

    explain: async (organization, registry, input) => {
      const statements = await statementsOf(registry);
      const claims = 'token' in input ? claimsOf(input.token) : input.claims;
      const evaluation = evaluate(statements, claims ?? {});
      const scopes = evaluation.matched === null ? [] : (statements[evaluation.matched]?.scopes ?? []);
      const rules = rulesFor({ organization, registry: registry.slug });
      const token = 'token' in input ? await explainToken(input.token, claims, rules, keysOf) : null;
      return { ...evaluation, scopes, token: token && { ...token, accepted: token.accepted && scopes.length > 0 } };
    },
  };

  /** Returns the registry of the first audience; undefined if that is not the URL of a registry of this server. */
  function registryOf(claims: JWTPayload | undefined): RegistryPath | undefined {
    const [audience] = [claims?.aud ?? []].flat();
    if (typeof audience !== 'string' || !audience.startsWith(`${url}/`)) return undefined;
    const place = audience.slice(url.length + 1);
    const [, organization, registry] = audienceForm.exec(place) ?? olderAudienceForm.exec(place) ?? [];
    return organization === undefined || registry === undefined ? undefined : { organization, registry };
  }

  function rulesFor({ organization, registry }: RegistryPath): TokenRules {
    const audiences = [
      `${url}/${organization}/${registry}`,
      // Audience of older scripts.
      `${url}/organizations/${organization}/packages/registries/${registry}`,
    ];
    return { acceptsIssuer, longestLifetime, audiences };
  }

  /** Returns the statements of a policy, parsed once; none for a registry without a policy. */
  async function statementsOf(registry: Registry | undefined): Promise<readonly Statement[]> {
    const text = registry?.oidcPolicy ?? null;
    if (text === null) return [];
    const statements = policies.get(text) ?? readPolicy(text);
    policies.set(text, statements);
    return statements;
  }
}

function registryIn({ organization, registry }: Partial<RegistryPath>): RegistryPath | undefined {
  return organization === undefined || registry === undefined ? undefined : { organization, registry };
}

const audienceForm = /^([^/]+)\/([^/]+)$/;
const olderAudienceForm = /^organizations\/([^/]+)\/packages\/registries\/([^/]+)$/;

const forOneRegistry = 'An OIDC token only gives access to the packages of one registry. Use an access token here.';

function rejected(reason: string): Failure {
  return new Failure('unauthenticated', reason);
}

/** Returns the subject as one line of at most 1,000 characters; empty if the token has none. */
function subjectOf({ sub }: JWTPayload): string {
  return typeof sub === 'string' ? sub.replace(/\p{Cc}/gu, ' ').slice(0, 1000) : '';
}
