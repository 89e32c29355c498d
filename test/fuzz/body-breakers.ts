/** Breaks the rules for bodies. */
import * as fc from 'fast-check';
import type { DescribedMedia, OpenApiDocument } from '../../src/contract/description.ts';
import type { BrokenDraft, Rule } from './rule.ts';
import type { DraftBody } from './drafts.ts';
import { formOf, formRules } from './form-breakers.ts';
import { jsonRules } from './json-breakers.ts';
import { breakRule, rulesOf, type BrokenValue, type SchemaRule } from './schema-breakers.ts';
import { validValuesOf } from './schema-values.ts';
import type { Subject } from './subjects.ts';
import { plainDrafts } from './valid-drafts.ts';

export function bodyRules(subject: Subject): Rule[] {
  const media = [...(subject.operation.body?.media ?? [])];
  return media.flatMap(([type, described]) => {
    const rules = rulesOf(subject.document, described.schema).flatMap((rule) =>
      schemaRule(subject, type, described, rule),
    );
    return [...rules, ...(type === 'application/json' ? jsonRules(subject) : formRules(subject, described))];
  });
}

function schemaRule(subject: Subject, type: string, media: DescribedMedia, rule: SchemaRule): Rule[] {
  const { document } = subject;
  const isForm = type === 'multipart/form-data';
  // A form's parts are text or files, whatever is in them.
  if (isForm && rule.keyword === 'type') return [];
  const blamed = ({ blamed: steps = [''] }: BrokenValue): string[] =>
    steps.map((step) => ['body', ...rule.at, ...(step === '' ? [] : [step])].join('.'));
  const broken = fc
    .tuple(wholeWith(document, media, rule), validValuesOf(document, rule.schema))
    .chain(([whole, part]) =>
      breakRule(document, rule, rule.at.length === 0 ? whole : part).map((made) => ({
        value: put(whole, rule.at, made.value),
        places: blamed(made),
      })),
    );
  const drafts = fc.tuple(plainDrafts(subject), broken).map(([draft, { value, places }]): BrokenDraft => {
    const body: DraftBody = isForm ? formOf(draft.ecosystem, media, value) : { json: value, known: [] };
    return { draft: { ...draft, body }, status: 400, places };
  });
  return [{ name: `${['body', ...rule.at].join('.')} ${rule.keyword}`, drafts }];
}

/** A valid body that has the property which the rule is about, so that no other rule breaks when that changes. */
function wholeWith(document: OpenApiDocument, { schema }: DescribedMedia, { at }: SchemaRule): fc.Arbitrary<unknown> {
  const [name] = at;
  return validValuesOf(document, schema).filter((whole) => name === undefined || Object.hasOwn(whole as object, name));
}

/** The whole with another value at the place, which is made where it was not. */
function put(whole: unknown, [step, ...more]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const parts = typeof whole === 'object' && whole !== null ? whole : {};
  if (/^\d+$/.test(step)) return [put(Array.isArray(parts) ? parts[0] : undefined, more, value)];
  return { ...parts, [step]: put((parts as Record<string, unknown>)[step], more, value) };
}
