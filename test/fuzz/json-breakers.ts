/** Breaks what holds for every JSON body. */
import * as fc from 'fast-check';
import type { Rule } from './rule.ts';
import type { Draft } from './drafts.ts';
import type { Subject } from './subjects.ts';
import { plainDrafts } from './valid-drafts.ts';

export function jsonRules(subject: Subject): Rule[] {
  const { body } = subject.operation;
  const isRequired = body?.required ?? false;
  const most = body?.media.get('application/json')?.mostText ?? 1024 * 1024;
  const change = (
    name: string,
    status: number,
    places: readonly string[],
    how: fc.Arbitrary<Partial<Draft>>,
  ): Rule => ({
    name,
    drafts: fc
      .tuple(plainDrafts(subject), how)
      .map(([draft, changed]) => ({ draft: { ...draft, ...changed }, status, places })),
  });
  const json = { 'content-type': 'application/json' };
  const sent = (text: string, headers: Record<string, string> = json): Partial<Draft> => ({ headers, body: { text } });
  return [
    change(
      'body is no JSON',
      400,
      ['body'],
      fc.constantFrom('{', '{"a":}', "{'a': 1}", '[1,]', 'undefined', '{"a": 1}}', '\u0000').map((text) => sent(text)),
    ),
    // Bytes in a text have another limit.
    change('body is too large', 413, [], fc.constant(sent(`${' '.repeat(most)}{}`))),
    change(
      'body is in an unknown charset',
      415,
      [],
      fc.constant(sent('{}', { 'content-type': 'application/json; charset=latin1' })),
    ),
    change('body is in an unknown encoding', 415, [], fc.constant(sent('{}', { ...json, 'content-encoding': 'zip' }))),
    ...(isRequired ? [change('body is empty', 400, ['body'], fc.constant(sent('')))] : []),
  ];
}
