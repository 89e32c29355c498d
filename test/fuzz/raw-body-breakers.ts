/** Breaks what holds for every body that is bytes, lines or a URL encoding. */
import type { DescribedMedia } from '../../src/contract/description.ts';
import type { Draft, DraftBody } from './drafts.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import { plainDrafts } from './valid-drafts.ts';

/** Returns the rules of a body whose media type `key` describes. */
export function rawBodyRules(subject: Subject, key: string, { kind }: DescribedMedia): Rule[] {
  const type = key.replaceAll('*', 'x');
  const change = (name: string, status: number, changed: Partial<Draft>, places: readonly string[] = []): Rule => ({
    name,
    drafts: plainDrafts(subject).map((draft) => ({ draft: { ...draft, ...changed }, status, places })),
  });
  const sent = (text: string): { readonly body: DraftBody } => ({ body: { bytes: Buffer.from(text), type } });
  const encoded = (encoding: string): Partial<Draft> => ({ ...sent('x'), headers: { 'content-encoding': encoding } });
  switch (kind) {
    case 'bytes':
      return [change('body is in an encoding', 415, encoded('gzip'))];
    case 'lines':
      return [
        change('body has an invalid line', 400, sent('{}\n{'), ['body.1']),
        change('body has an empty line', 400, sent('\n{}'), ['body.0']),
        change('body is in an unknown encoding', 415, encoded('zip')),
      ];
    case 'urlencoded':
      return [
        change('body is not percent-encoded', 400, sent('a=%'), ['body']),
        change('body is in an unknown encoding', 415, encoded('zip')),
      ];
    default:
      return [];
  }
}
