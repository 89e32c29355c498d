/** Breaks what holds for every multipart form. */
import type { DescribedMedia } from '../../src/contract/description.ts';
import type { Rule } from './rule.ts';
import type { Draft, DraftPart } from './drafts.ts';
import { wholePackage } from './packages.ts';
import type { Subject } from './subjects.ts';
import { knownNames } from './things.ts';
import { plainDrafts } from './valid-drafts.ts';

export function formRules(subject: Subject, media: DescribedMedia): Rule[] {
  const change = (name: string, how: (draft: Draft) => Partial<Draft>, places: readonly string[]): Rule => ({
    name,
    drafts: plainDrafts(subject).map((draft) => ({ draft: { ...draft, ...how(draft) }, status: 400, places })),
  });
  const twice = (draft: Draft, name: string): Partial<Draft> => {
    const part = partsOf(draft).find((one) => one.name === name) ?? { name, file: wholePackage(draft.ecosystem) };
    return { body: { parts: [...knownParts(draft).filter((one) => one.name !== name), part, part] } };
  };
  const sent =
    (name: string, how: (draft: Draft) => DraftPart) =>
    (draft: Draft): Partial<Draft> => ({
      body: { parts: [...partsOf(draft).filter((part) => part.name !== name), how(draft)] },
    });
  return [
    change('body is cut short', (draft) => ({ body: { parts: knownParts(draft), cutBy: 10 } }), ['body']),
    change(
      'body has no boundary',
      ({ headers }) => ({ headers: { ...headers, 'content-type': 'multipart/form-data' } }),
      ['body'],
    ),
    ...[...media.fileParts].flatMap((name) => [
      ...(media.partKind(name) === 'files'
        ? []
        : [change(`body.${name} is sent twice`, (draft) => twice(draft, name), [`body.${name}`])]),
      change(
        `body.${name} is sent as text`,
        sent(name, () => ({ name, text: { text: 'no file' } })),
        [`body.${name}`],
      ),
    ]),
    ...[...media.textParts].map((name) =>
      change(
        `body.${name} is sent as a file`,
        sent(name, ({ ecosystem }) => ({ name, file: wholePackage(ecosystem) })),
        [`body.${name}`],
      ),
    ),
  ];
}

function partsOf({ body }: Draft): readonly DraftPart[] {
  return body && 'parts' in body ? body.parts : [];
}

/** With a text that passes the check of the form: only then does the server read beyond the beginning of a file. */
function knownParts(draft: Draft): readonly DraftPart[] {
  return partsOf(draft).map((part) => {
    if (!('text' in part) || !knownNames.has(part.name)) return part;
    const otherwise = 'text' in part.text ? part.text.text : part.text.otherwise;
    return { name: part.name, text: { known: part.name, nth: 0, otherwise } };
  });
}
