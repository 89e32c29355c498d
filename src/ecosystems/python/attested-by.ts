/** The publisher in provenance objects (PEP 740): the identity of the token that uploaded a file. */
import { publisherOf, type Caller, type OidcCaller } from '../../registry/callers.ts';
import type { AttestedBy } from './claims.ts';

/**
 * Returns a publisher of the kind `GitHub`, as PyPI writes it, for a token of GitHub Actions; `OIDC` with issuer and
 * subject for one of another issuer; `Token` with its id for a token of this server, because its description is not for
 * the public.
 */
export function attestedBy(caller: Caller): AttestedBy {
  if (!('issuer' in caller)) return { kind: 'Token', claims: { id: publisherOf(caller).id } };
  const { issuer, subject } = caller;
  return gitHubPublisher(caller) ?? { kind: 'OIDC', claims: { iss: issuer, sub: subject } };
}

const GITHUB = 'https://token.actions.githubusercontent.com';

/** In characters. */
const LONGEST_CLAIM = 1000;

/** Returns undefined for another issuer, and for a token that has no workflow of the repository. */
function gitHubPublisher({ issuer, subject, claims }: OidcCaller): AttestedBy | undefined {
  const { repository, workflow_ref: workflowRef, environment } = claims;
  if (issuer !== GITHUB || !isShort(repository) || !isShort(workflowRef)) return undefined;
  const path = `${repository}/.github/workflows/`;
  // The file name is followed by "@" and a reference of git, which may have an "@" too.
  const [workflow = ''] = workflowRef.startsWith(path) ? workflowRef.slice(path.length).split('@') : [];
  if (workflow === '') return undefined;
  return {
    kind: 'GitHub',
    repository,
    workflow,
    environment: isShort(environment) ? environment : null,
    claims: { sub: subject },
  };
}

function isShort(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && claim.length <= LONGEST_CLAIM;
}
