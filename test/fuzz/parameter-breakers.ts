/** Breaks the rules for parameters: those of their schemas, and those for how they are sent. */
import * as fc from 'fast-check';
import {
  follow,
  readDescription,
  type DescribedParameter,
  type OpenApiDocument,
} from '../../src/contract/description.ts';
import { memoizeBy } from '../../src/contract/memoize-by.ts';
import { fillTemplate } from '../../src/contract/path-template.ts';
import { createRouter, segmentsOf } from '../../src/contract/router.ts';
import { asText, isList, isSendableInQuery, textsOfValue } from './query-texts.ts';
import type { BrokenDraft, Rule } from './rule.ts';
import type { Draft } from './drafts.ts';
import { breakRule, rulesOf, type SchemaRule } from './schema-breakers.ts';
import type { SchemaObject } from './schema-object.ts';
import { validValuesOf } from './schema-values.ts';
import type { Subject } from './subjects.ts';
import { plainDrafts } from './valid-drafts.ts';

export function parameterRules(subject: Subject): Rule[] {
  return subject.operation.parameters.flatMap((parameter) => [
    ...rulesOf(subject.document, parameter.schema).flatMap((rule) => schemaRule(subject, parameter, rule)),
    ...(parameter.in === 'query' ? queryRules(subject, parameter) : []),
  ]);
}

function schemaRule(subject: Subject, parameter: DescribedParameter, rule: SchemaRule): Rule[] {
  const { document } = subject;
  const schema = follow<SchemaObject>(document, parameter.schema);
  const isOfList = isList(document, parameter.schema);
  // Any text is a text or the only item of a list, and no text is the empty one: that is another URL, or the rule for
  // empty values.
  const { type } = follow<SchemaObject>(document, rule.schema);
  if (rule.keyword === 'type' && [type].flat().some((one) => one === 'string' || one === 'array')) return [];
  if (rule.keyword === 'minLength' && schema.minLength === 1) return [];
  const texts = validValuesOf(document, rule.schema)
    .chain((valid) => breakRule(document, rule, valid))
    .map(({ value }) => (isOfList ? textsOfValue(value) : [asText(value)]))
    .filter((all) => isSendable(all, parameter));
  const drafts = fc
    .tuple(plainDrafts(subject), texts)
    .map(([draft, all]) => blaming(parameter, set(draft, parameter, all), rule.at));
  const name = `${[placeOf(parameter), ...rule.at].join('.')} ${rule.keyword}`;
  if (parameter.in !== 'path') return [{ name, drafts }];
  const routed = drafts.map((broken) => asRouted(subject, broken));
  // If another path accepts every value that this one rejects, no value breaks the rule.
  const isBreakable = fc.sample(routed, { numRuns: 10, seed: 1 }).some((broken) => broken !== undefined);
  return isBreakable ? [{ name, drafts: routed.filter((broken) => broken !== undefined) }] : [];
}

/**
 * A pattern may distinguish paths: a value that breaks it belongs to another path, or to none. Undefined for another
 * path.
 */
function asRouted({ document, operation }: Subject, broken: BrokenDraft): BrokenDraft | undefined {
  const { path, pathValues, plainSlashes } = broken.draft;
  const valueOf = (name: string): string => {
    const given = pathValues[name];
    return (given && ('text' in given ? given.text : given.otherwise)) ?? 'x';
  };
  const url = fillTemplate(path, valueOf, (name) => plainSlashes.includes(name));
  const found = routerOf(document).find(segmentsOf(url));
  if (!found) return { ...broken, status: 404, places: [] };
  return found.methods.get(operation.method)?.operation.id === operation.id ? broken : undefined;
}

const routerOf = memoizeBy((document: OpenApiDocument) =>
  createRouter(readDescription(document).operations.map((operation) => ({ operation, service: '' }))),
);

function queryRules(subject: Subject, parameter: DescribedParameter): Rule[] {
  const { name, required, allowReserved, schema } = parameter;
  const fine = validValuesOf(subject.document, schema)
    .map(asText)
    .filter((text) => text.isWellFormed());
  const isOfList = isList(subject.document, schema);
  const raw = (what: string, query: fc.Arbitrary<readonly string[]>): Rule => ({
    name: `${placeOf(parameter)} ${what}`,
    drafts: fc.tuple(plainDrafts(subject), query).map(([draft, pairs]) =>
      blaming(parameter, {
        ...others(draft, parameter),
        query: [...others(draft, parameter).query, ...pairs.map((pair) => ({ raw: pair }))],
      }),
    ),
  });
  const pair = fine.map((text) => `${name}=${encodeURIComponent(text)}`);
  return [
    raw('is empty', fc.constantFrom([name], [`${name}=`])),
    ...(isOfList ? [] : [raw('is repeated', fc.array(pair, { minLength: 2, maxLength: 4 }).filter(isSendableInQuery))]),
    ...(required ? [raw('is missing', fc.constant([]))] : []),
    ...(allowReserved ? [] : [raw('has reserved characters', fc.constantFrom([`${name}=a:b`], [`${name}=a,b`]))]),
  ];
}

/** Only the query has several texts. */
function set(draft: Draft, parameter: DescribedParameter, texts: readonly string[]): Draft {
  const { name } = parameter;
  const [text = ''] = texts;
  switch (parameter.in) {
    case 'path':
      return { ...draft, pathValues: { ...draft.pathValues, [name]: { text } } };
    case 'query':
      return {
        ...draft,
        query: [...others(draft, parameter).query, ...texts.map((one) => ({ name, value: { text: one } }))],
      };
    default:
      return { ...draft, headers: { ...draft.headers, [name.toLowerCase()]: text } };
  }
}

/** The draft without this query parameter. */
function others(draft: Draft, { name }: DescribedParameter): Draft {
  return { ...draft, query: draft.query.filter((pair) => 'raw' in pair || pair.name !== name) };
}

function blaming(parameter: DescribedParameter, draft: Draft, at: readonly string[] = []): BrokenDraft {
  return { draft, status: 400, places: [[placeOf(parameter), ...at].join('.')] };
}

function placeOf({ in: place, name }: DescribedParameter): string {
  return place === 'header' ? `headers.${name.toLowerCase()}` : `${place}.${name}`;
}

/** An empty segment or a part of a URL that clients take out is another path; a header's value is printable. */
function isSendable(texts: readonly string[], { in: place }: DescribedParameter): boolean {
  const [text = ''] = texts;
  if (place === 'query') return isSendableInQuery(texts);
  if (!text.isWellFormed()) return false;
  if (place === 'header') return /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text);
  return text !== '';
}
