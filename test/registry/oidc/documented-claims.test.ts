/** Policies as the three public issuers' documentation suggests them, on claims as it shows them. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/registry/oidc/evaluate.ts';
import { readPolicy } from '../../../src/registry/oidc/policy.ts';

const buildkite = {
  iss: 'https://agent.buildkite.com',
  sub: 'organization:my-org:pipeline:banana:ref:refs/heads/main:commit:9f3182061f1e2cca4702c368cbc039b7dc9d4485:step:build',
  organization_slug: 'my-org',
  pipeline_slug: 'banana',
  build_number: 1,
  build_branch: 'main',
  build_tag: 'v1.0.0',
  build_commit: '9f3182061f1e2cca4702c368cbc039b7dc9d4485',
  build_source: 'ui',
  step_key: null,
  job_id: '0184990a-477b-4fa8-9968-496074483cee',
  agent_id: '0184990a-4782-42b5-afc1-16715b10b8ff',
  runner_environment: 'self-hosted',
  'agent_tag:queue': 'default',
};
const gitHub = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:my-org/banana:environment:production',
  environment: 'production',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  repository: 'my-org/banana',
  repository_owner: 'my-org',
  repository_visibility: 'private',
  run_attempt: '2',
  runner_environment: 'github-hosted',
  workflow: 'release',
  job_workflow_ref: 'my-org/automation/.github/workflows/release.yml@refs/heads/main',
};
const circleCi = {
  iss: 'https://oidc.circleci.com/org/901bc861-f045-4acf-939c-03e15a55e920',
  sub: 'org/901bc861-f045-4acf-939c-03e15a55e920/project/eb6eed2f-07b4-4d4e-9361-a309e6dd7fad/user/cbf1f0fd-ecd7-4211-a713-7cf1d4c37d18',
  'oidc.circleci.com/project-id': 'eb6eed2f-07b4-4d4e-9361-a309e6dd7fad',
  'oidc.circleci.com/context-ids': ['644502c8-bbaf-4fb8-a9d4-8a395c934537'],
  'oidc.circleci.com/ssh-rerun': false,
  'oidc.circleci.com/vcs-ref': 'refs/heads/main',
};

describe('documented claims', () => {
  it.each([
    ['Buildkite, one pipeline', buildkite, '{organization_slug: my-org, pipeline_slug: banana}', true],
    ['Buildkite, another pipeline', buildkite, '{organization_slug: my-org, pipeline_slug: apple}', false],
    ['Buildkite, branches', buildkite, "{build_branch: {in: [main, release]}, build_tag: {matches: 'v*'}}", true],
    ['Buildkite, a number', buildkite, '{build_number: {not_equals: 2}}', true],
    ['Buildkite, a number as text', buildkite, "{build_number: '1'}", false],
    ['Buildkite, a step without a key', buildkite, '{step_key: null}', true],
    ['Buildkite, a queue', buildkite, '{"agent_tag:queue": default}', true],
    ['Buildkite, a queue that it does not name', buildkite, '{"agent_tag:os": {not_equals: windows}}', false],
    ['GitHub, an environment', gitHub, '{repository: my-org/banana, environment: production}', true],
    ['GitHub, a subject', gitHub, "{sub: {matches: 'repo:my-org/*:environment:production'}}", true],
    ['GitHub, a branch that is protected, which is text', gitHub, "{ref_protected: 'true'}", true],
    ['GitHub, a branch that is protected, as a boolean', gitHub, '{ref_protected: true}', false],
    [
      'GitHub, a reusable workflow',
      gitHub,
      "{job_workflow_ref: {matches: 'my-org/automation/*@refs/heads/main'}}",
      true,
    ],
    ['CircleCI, a project', circleCi, '{oidc.circleci.com/project-id: eb6eed2f-07b4-4d4e-9361-a309e6dd7fad}', true],
    ['CircleCI, no rerun with SSH', circleCi, '{oidc.circleci.com/ssh-rerun: false}', true],
    ['CircleCI, a list', circleCi, '{oidc.circleci.com/context-ids: 644502c8-bbaf-4fb8-a9d4-8a395c934537}', false],
  ])('%s', async (_, claims, rules, expected) => {
    const statements = await readPolicy(`- iss: ${claims.iss}\n  claims: ${rules}\n`);
    expect(evaluate(statements, claims).matched).toBe(expected ? 0 : null);
  });
});
