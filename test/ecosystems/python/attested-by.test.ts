import { expect, test } from 'vitest';
import { attestedBy } from '../../../src/ecosystems/python/attested-by.ts';
import type { OidcCaller } from '../../../src/registry/callers.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';

function oidcCaller(claims: OidcCaller['claims'], issuer = GITHUB): OidcCaller {
  return {
    id: 'id',
    scopes: ['write_packages'],
    organization: { id: 'acme', slug: 'acme', name: 'acme', createdAt: new Date(0) },
    registryId: 'registry',
    issuer,
    subject: 'repo:fruit/banana:ref:refs/heads/main',
    claims,
    expiresAt: new Date(0),
  };
}

const workflow = 'fruit/banana/.github/workflows/release.yml@refs/tags/v1@2';
const sub = 'repo:fruit/banana:ref:refs/heads/main';

test.each([
  ['without an environment', {}, { environment: null }],
  ['with an environment', { environment: 'release' }, { environment: 'release' }],
])('a token of GitHub Actions is a publisher as on PyPI, %s', (_, claims, expected) => {
  const caller = oidcCaller({ repository: 'fruit/banana', workflow_ref: workflow, ...claims });
  expect(attestedBy(caller)).toEqual({
    kind: 'GitHub',
    repository: 'fruit/banana',
    workflow: 'release.yml',
    claims: { sub },
    ...expected,
  });
});

test.each([
  ['without a workflow', { repository: 'fruit/banana' }, GITHUB],
  ['with a workflow of another repository', { repository: 'fruit/apple', workflow_ref: workflow }, GITHUB],
  ['with a repository that is not a text', { repository: 1, workflow_ref: workflow }, GITHUB],
  ['with an endless repository', { repository: 'a'.repeat(1001), workflow_ref: workflow }, GITHUB],
  ['of another issuer', { repository: 'fruit/banana', workflow_ref: workflow }, 'https://ci.example.com'],
])('a token %s is a publisher with its issuer and subject', (_, claims, iss) => {
  expect(attestedBy(oidcCaller(claims, iss))).toEqual({ kind: 'OIDC', claims: { iss, sub } });
});
