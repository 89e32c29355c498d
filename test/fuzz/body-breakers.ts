/** Breaks the rules for bodies. */
import * as fc from 'fast-check';
import { follow, type DescribedMedia, type OpenApiDocument } from '../../src/contract/description.ts';
import type { BrokenDraft, Rule } from './rule.ts';
import { bodyOf } from './body-drafts.ts';
import { formRules } from './form-breakers.ts';
import { jsonRules } from './json-breakers.ts';
import { rawBodyRules } from './raw-body-breakers.ts';
import { breakRule, rulesOf, type BrokenValue, type SchemaRule } from './schema-breakers.ts';
import { isValid, validValuesOf } from './schema-values.ts';
import type { Subject } from './subjects.ts';
import { plainDrafts } from './valid-drafts.ts';

export function bodyRules(subject: Subject): Rule[] {
  const media = [...(subject.operation.body?.media ?? [])];
  return media.flatMap(([type, described]) => {
    const rules = rulesOf(subject.document, described.schema).flatMap((rule) => schemaRule(subject, described, rule));
    if (described.kind === 'json') return [...rules, ...jsonRules(subject)];
    if (described.kind === 'form') return [...rules, ...formRules(subject, described)];
    return [...rules, ...rawBodyRules(subject, type, described)];
  });
}

function schemaRule(subject: Subject, media: DescribedMedia, rule: SchemaRule): Rule[] {
  const { document } = subject;
  if (media.kind === 'bytes') return [];
  // The parts of a form are texts or files with any content, and a form may be empty.
  const isForm = media.kind === 'form' || media.kind === 'urlencoded';
  if (isForm && ['type', 'minItems', 'contentEncoding'].includes(rule.keyword)) return [];
  if (media.kind === 'lines' && rule.keyword === 'type' && rule.at.length === 0) return [];
  const blamed = ({ blamed: steps = [''] }: BrokenValue): string[] =>
    steps.map((step) => ['body', ...rule.at, ...(step === '' ? [] : [step])].join('.'));
  const broken = fc
    .tuple(wholeWith(document, media, rule), validValuesOf(document, rule.schema))
    .chain(([whole, part]) =>
      breakRule(document, rule, rule.at.length === 0 ? whole : part).map((made) => ({
        value: put(whole, rule.at, made.value),
        places: blamed(made),
      })),
    )
    // What one alternative does not allow another may; nobody looks into base64 but its decoder.
    .filter(({ value }) => rule.keyword === 'contentEncoding' || !isValid(document, media.schema, value));
  const drafts = fc.tuple(plainDrafts(subject), broken).map(([draft, { value, places }]): BrokenDraft => {
    const body = bodyOf(media, value, draft.ecosystem);
    return { draft: { ...draft, body }, status: 400, places };
  });
  return [{ name: `${['body', ...rule.at].join('.')} ${rule.keyword}`, drafts }];
}

/** A valid body that has the property which the rule is about, so that no other rule breaks when that changes. */
function wholeWith(document: OpenApiDocument, { schema }: DescribedMedia, { at }: SchemaRule): fc.Arbitrary<unknown> {
  const [name] = at;
  const { properties = {} } = follow<{ readonly properties?: object }>(document, schema);
  const isNamed = name !== undefined && name in properties;
  return validValuesOf(document, schema).filter((whole) => !isNamed || Object.hasOwn(Object(whole) as object, name));
}

/** The whole with another value at the place, which is made where it was not. */
function put(whole: unknown, [step, ...more]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const parts = typeof whole === 'object' && whole !== null ? whole : {};
  if (/^\d+$/.test(step)) {
    const items: readonly unknown[] = Array.isArray(parts) ? parts : [];
    const index = Number(step);
    return [...items.slice(0, index), put(items[index], more, value), ...(index === 0 ? [] : items.slice(index + 1))];
  }
  return { ...parts, [step]: put((parts as Record<string, unknown>)[step], more, value) };
}
