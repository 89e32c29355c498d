/** Which issuers a server accepts, by its setting. */
import { describe, expect, it } from 'vitest';
import { acceptIssuers, parseIssuers } from '../../../src/registry/oidc/issuers.ts';

function accepts(setting: string | undefined, iss: string): boolean {
  const settings = setting === undefined ? { own: [], withPublic: true } : parseIssuers(setting);
  if (settings === undefined) throw new Error(`${setting} is refused.`);
  return acceptIssuers(settings)(iss);
}

const circle = 'https://oidc.circleci.com/org/901bc861-f045-4acf-939c-03e15a55e920';

describe('accepted issuers', () => {
  it.each([
    [undefined, 'https://agent.buildkite.com', true],
    [undefined, 'https://token.actions.githubusercontent.com', true],
    [undefined, circle, true],
    [undefined, 'https://agent.buildkite.com/', false],
    [undefined, 'http://agent.buildkite.com', false],
    [undefined, 'https://oidc.circleci.com/org/x', false],
    [undefined, `${circle}/more`, false],
    [undefined, `https://example.com/${circle}`, false],
    ['https://ci.example.com', 'https://ci.example.com', true],
    ['https://ci.example.com', 'https://ci.example.com/', false],
    ['https://ci.example.com', 'https://agent.buildkite.com', true],
    ['https://ci.example.com, https://b.example.com/realms/x', 'https://b.example.com/realms/x', true],
    ['none', 'https://agent.buildkite.com', false],
    ['none', circle, false],
    ['none,https://ci.example.com', 'https://ci.example.com', true],
    ['none,https://ci.example.com', 'https://agent.buildkite.com', false],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000', true],
    ['http://localhost:9000', 'http://localhost:9000', true],
    ['http://[::1]:9000', 'http://[::1]:9000', true],
  ])('with %j, %s: %s', (setting, iss, expected) => {
    expect(accepts(setting, iss)).toBe(expected);
  });

  it.each([
    'http://ci.example.com',
    'http://127.0.0.1.example.com',
    'ci.example.com',
    'https://user:secret@ci.example.com',
    'https://ci.example.com?a=b',
    'https://ci.example.com#a',
    'https://a.example.com,,https://b.example.com',
    'ftp://ci.example.com',
  ])('rejects the setting %j', (setting) => {
    expect(parseIssuers(setting)).toBeUndefined();
  });
});
