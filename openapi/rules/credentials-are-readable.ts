import type { Context, Rule, SecurityRequirement } from './rule.ts';

/**
 * A secret is in one header, with or without a word before it, or in a cookie (`src/contract/credentials.ts`), so that the server can
 * read every scheme. Schemes are alternatives: a requirement with two of them would need both.
 */
export const credentialsAreReadable: Rule = () => ({
  SecurityScheme(scheme: SecurityScheme, { report }: Context) {
    if (!isReadable(scheme))
      report({
        message:
          'Use `http` with `bearer` or `basic`, or `apiKey` in a header, with or without `x-prefix`, or in a cookie.',
      });
  },
  SecurityRequirement(requirement: SecurityRequirement, { report }: Context) {
    if (Object.keys(requirement).length > 1)
      report({ message: 'List the schemes as alternatives, one per requirement. No request needs two secrets.' });
  },
});

interface SecurityScheme {
  readonly type?: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly 'x-prefix'?: unknown;
}

function isReadable({ type, scheme = '', in: place, 'x-prefix': prefix }: SecurityScheme): boolean {
  if (type === 'http') return /^(?:bearer|basic)$/i.test(scheme) && prefix === undefined;
  // RFC 9110, section 5.6.2: a token.
  const isWord = prefix === undefined || (typeof prefix === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(prefix));
  return type === 'apiKey' && ((place === 'header' && isWord) || (place === 'cookie' && prefix === undefined));
}
