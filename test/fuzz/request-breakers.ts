/** Breaks the rules that apply to every request: credentials, the URL, and the media type of the body. */
import { allTypes } from '../../src/contract/media-types.ts';
import type { DescribedWay } from '../../src/contract/described-access.ts';
import { oneAHeader, type Draft } from './drafts.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import { poorScope } from './things.ts';
import { plainDrafts } from './valid-drafts.ts';

export function requestRules(subject: Subject): Rule[] {
  const { access, body, parameters, replies } = subject.operation;
  const isForAll = access.anonymous && parameters.every((one) => one.in !== 'path');
  const change = (
    name: string,
    status: number,
    how: (draft: Draft) => Partial<Draft>,
    places: readonly string[] = [],
  ): Rule => ({
    name,
    drafts: plainDrafts(subject).map((draft) => ({ draft: { ...draft, ...how(draft) }, status, places })),
  });
  const withHeader =
    (name: string, value: string) =>
    (draft: Draft): Partial<Draft> => ({
      headers: { ...draft.headers, [name]: value },
    });
  return [
    change('a query that is not UTF-8', 400, ({ query }) => ({ query: [...query, { raw: 'unheard_of=%FF' }] }), [
      'query.unheard_of',
    ]),
    ...(subject.operation.ignoresUnknownQuery
      ? []
      : [
          change('an unknown query parameter', 400, ({ query }) => ({ query: [...query, { raw: 'unheard_of=1' }] }), [
            'query.unheard_of',
          ]),
        ]),
    change('a method that no URL has', 405, () => ({ method: 'LINK', body: undefined })),
    ...access.ways.flatMap((way) => {
      const header = described(way);
      return [
        change(`an unknown token in ${header}`, 401, () => ({
          credentials: [{ scheme: way.scheme, secret: { text: 'no-such-token' } }],
        })),
        ...(way.scopes.some((scope) => scope !== poorScope)
          ? [
              change(`a token without the scopes in ${header}`, 403, () => ({
                credentials: [{ scheme: way.scheme, secret: { known: 'poor_token', nth: 0 } }],
              })),
            ]
          : []),
      ];
    }),
    ...(access.headers.length > 1
      ? [
          change('unknown tokens in all headers', 401, () => ({
            credentials: oneAHeader(access).map(({ scheme }) => ({ scheme, secret: { text: 'no-such-token' } })),
          })),
        ]
      : []),
    // It names something private, if anything, so that even operations without required credentials need some.
    ...(access.ways.length > 0 && replies.has(401) && !isForAll
      ? [change('no credentials', 401, () => ({ credentials: [] }))]
      : []),
    // All types include any other, and none.
    ...(body === undefined || body.media.has(allTypes)
      ? []
      : [
          change('a body of another media type', 415, withHeader('content-type', 'text/x-unheard-of')),
          change('a body of no media type', 415, ({ headers }) => ({ headers, body: { text: 'a body' } })),
        ]),
  ];
}

function described({ scheme: { header, prefix } }: DescribedWay): string {
  return prefix === undefined ? header : `${header}: ${prefix}`;
}
