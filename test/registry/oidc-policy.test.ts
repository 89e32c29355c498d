/** The policies that a registry accepts. An accepted policy is returned exactly as it was sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'guarded', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

function set(policy: unknown): Promise<Response> {
  return server.ask(server.in('guarded'), {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ oidc_policy: policy }),
  });
}

const iss = 'https://agent.buildkite.com';
const withClaim = (rule: string): string => `- {iss: "${iss}", claims: {build_branch: ${rule}}}`;

describe('a policy as text is kept as it was sent', () => {
  it.each([
    ['one statement without scopes and claims', `- iss: ${iss}`],
    ['all scopes', `- iss: ${iss}\n  scopes: [read_packages, write_packages, delete_packages]`],
    ['no scopes', `- iss: ${iss}\n  scopes: []`],
    ['several statements', `- iss: ${iss}\n- iss: https://token.actions.githubusercontent.com`],
    ['no statements', '[]'],
    ['JSON', JSON.stringify([{ iss, claims: { a: { in: [1, 'b', true, null] } } }])],
    ['comments, blank lines and odd spaces', `# ours\n\n-   iss:   ${iss}   # trailing\n\n`],
    ['line breaks of Windows', `- iss: ${iss}\r\n  claims:\r\n    a: b\r\n`],
    ['a document marker', `---\n- iss: ${iss}\n`],
    ['a block scalar', `- iss: ${iss}\n  claims:\n    a: |\n      b\n`],
    ['text for a bare value', withClaim('main')],
    ['a number for a bare value', withClaim('42')],
    ['a boolean for a bare value', withClaim('true')],
    ['null for a bare value', withClaim('null')],
    ['equals', withClaim('{equals: main}')],
    ['not_equals', withClaim('{not_equals: 42}')],
    ['in', withClaim('{in: [main, 42, true, null]}')],
    ['not_in', withClaim('{not_in: []}')],
    ['one glob', withClaim('{matches: "feature/*"}')],
    ['several globs', withClaim('{matches: ["feature/*", "v?"]}')],
    ['several matchers, though they contradict', withClaim('{equals: a, not_equals: a, in: [b], matches: "c*"}')],
    ['an empty rule', withClaim('{}')],
    ['a claim with a colon', `- iss: ${iss}\n  claims:\n    agent_tag:queue: default`],
  ])('%s', async (_, policy) => {
    expect((await bodyOf(set(policy), 'Registry')).oidc_policy).toBe(policy);
  });
});

describe('a policy as a list is kept as its JSON', () => {
  it.each([
    ['no statements', []],
    ['every matcher', [{ iss, claims: { a: { equals: 1, not_equals: '2', in: [3], not_in: [], matches: ['*'] } } }]],
    ['scopes', [{ scopes: ['read_packages'], iss }]],
  ])('%s', async (_, policy) => {
    expect((await bodyOf(set(policy), 'Registry')).oidc_policy).toBe(JSON.stringify(policy));
  });
});

const known = 'use iss, scopes, claims';
const knownMatchers = 'use equals, not_equals, in, not_in, matches';
const grantable = 'is not a scope that a policy can grant; use read_packages, write_packages, delete_packages';
const plainOnly = 'only plain scalars, maps and lists are accepted';

describe('a policy is rejected with place and reason for', () => {
  it.each([
    ['an unknown scope', `- iss: ${iss}\n  scopes: [read_all]`, `[0].scopes[0]: "read_all" ${grantable}`],
    [
      'a scope that concerns no packages',
      `- iss: ${iss}\n- iss: ${iss}\n  scopes: [read_packages, write_registries]`,
      `[1].scopes[1]: "write_registries" ${grantable}`,
    ],
    ['a scope that is a list', `- iss: ${iss}\n  scopes: [[read_packages]]`, `[0].scopes[0]: a list ${grantable}`],
    ['scopes that are text', `- iss: ${iss}\n  scopes: read_packages`, '[0].scopes: must be a list'],
    ['scopes that are null', `- iss: ${iss}\n  scopes:`, '[0].scopes: must be a list'],
    ['an unknown key', `- iss: ${iss}\n  scope: []`, `[0].scope: is unknown; ${known}`],
    ['a missing issuer', '- scopes: []', "[0].iss: must be the issuer's URL"],
    ['an empty issuer', '- iss: ""', "[0].iss: must be the issuer's URL"],
    ['an issuer that is a number', '- iss: 7', "[0].iss: must be the issuer's URL"],
    ['a statement that is text', '- text', '[0]: must be a map with iss, scopes and claims'],
    ['a statement that is null', '-', '[0]: must be a map with iss, scopes and claims'],
    ['a map', `iss: ${iss}`, ': must be a list of statements'],
    ['a scalar', 'text', ': must be a list of statements'],
    ['only a comment', '# nothing', ': must be a list of statements'],
    ['claims that are a list', `- iss: ${iss}\n  claims: [a]`, '[0].claims: must be a map from claims to rules'],
    ['a rule that is a list', withClaim('[main]'), '[0].claims.build_branch: must be a value or a map of matchers'],
    ['an unknown matcher', withClaim('{like: main}'), `[0].claims.build_branch.like: is unknown; ${knownMatchers}`],
    ['a list for equals', withClaim('{equals: [a]}'), '[0].claims.build_branch.equals: must be a value'],
    ['a map for not_equals', withClaim('{not_equals: {}}'), '[0].claims.build_branch.not_equals: must be a value'],
    ['text for in', withClaim('{in: a}'), '[0].claims.build_branch.in: must be a list of values'],
    ['a list in a list for in', withClaim('{in: [[a]]}'), '[0].claims.build_branch.in: must be a list of values'],
    ['a map for not_in', withClaim('{not_in: {}}'), '[0].claims.build_branch.not_in: must be a list of values'],
    [
      'a number for matches',
      withClaim('{matches: 1}'),
      '[0].claims.build_branch.matches: must be a glob or a list of globs',
    ],
    [
      'a number among globs',
      withClaim('{matches: [a, 1]}'),
      '[0].claims.build_branch.matches: must be a glob or a list of globs',
    ],
    ['an anchor', `- iss: &a ${iss}`, `: contains an anchor; ${plainOnly}`],
    ['an anchor on a map', `- &a\n  iss: ${iss}`, `: contains an anchor; ${plainOnly}`],
    ['an alias', withClaim('*a'), `: contains an alias; ${plainOnly}`],
    ['a tag of its own', `- iss: !url ${iss}`, `: contains a tag; ${plainOnly}`],
    ['a tag of YAML', `- iss: !!str ${iss}`, `: contains a tag; ${plainOnly}`],
    ['a tag in full', `- iss: !<tag:example.com,2000:a> ${iss}`, `: contains a tag; ${plainOnly}`],
    ['a tag on a list', `!!seq\n- iss: ${iss}`, `: contains a tag; ${plainOnly}`],
    [
      'a list as a key',
      `- iss: ${iss}\n  claims:\n    ? [a]\n    : b`,
      `: contains a list or a map as a key; ${plainOnly}`,
    ],
    [
      'a key that is there twice',
      `- iss: ${iss}\n  iss: ${iss}`,
      ': is not YAML: Map keys must be unique at line 2, column 3',
    ],
    [
      'a key that is there twice in JSON',
      '[{"iss": "a", "iss": "b"}]',
      ': is not YAML: Map keys must be unique at line 1, column 15',
    ],
    ['a list that is not closed', '[', ': is not YAML: '],
    ['a tab for indentation', '\t- a', ': is not YAML: Tabs are not allowed as indentation at line 1, column 1'],
    ['two documents', '--- []\n--- []', ': is not YAML: Source contains multiple documents'],
  ])('%s', async (_, policy, reason) => {
    const detail = await detailOf(set(policy), 422);
    expect(detail.slice(0, `oidc_policy${reason}`.length)).toBe(`oidc_policy${reason}`);
  });

  it('a list that is wrong, in the same words', async () => {
    expect(await detailOf(set([{ iss, scopes: ['read_all'] }]), 422)).toBe(
      `oidc_policy[0].scopes[0]: "read_all" ${grantable}.`,
    );
  });

  it('a list with a value of another type, by the description', async () => {
    expect(await detailOf(set([{ iss: 7 }]), 400)).toBe('body.oidc_policy.0.iss: must be text');
  });

  it('a scope of great depth', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = server.ask(server.in('guarded'), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: `{"oidc_policy": [{"iss": "x", "scopes": [${deep}]}]}`,
    });
    expect(await detailOf(response, 400)).toBe('body.oidc_policy.0.scopes.0: must be text');
  });
});
