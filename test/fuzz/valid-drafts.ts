/** Drafts of requests that the contract allows. */
import * as fc from 'fast-check';
import type { DescribedParameter, OpenApiDocument } from '../../src/contract/description.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import { exampleOf } from '../fixtures/described-requests.ts';
import { bodiesOf } from './body-drafts.ts';
import { oneAHeader, plainDraft, type Credentials, type Draft, type Given, type QueryPair } from './drafts.ts';
import { damagedPackagesOf, packagesOf } from './packages.ts';
import { asText, isList, isSendableInQuery, textsOfValue } from './query-texts.ts';
import { validValuesOf } from './schema-values.ts';
import type { Subject } from './subjects.ts';
import { knownNames } from './things.ts';

/** The simplest valid request for existing things, with only the required parts; without a body. */
export function validDraft(subject: Subject, ecosystem: EcosystemId): Draft {
  const { operation } = subject;
  const required = operation.parameters.filter((parameter) => parameter.required);
  return {
    ...plainDraft(operation, ecosystem),
    pathValues: Object.fromEntries(
      required.filter((one) => one.in === 'path').map((one) => [one.name, there(subject, one)]),
    ),
    query: required.filter((one) => one.in === 'query').map((one) => ({ name: one.name, value: there(subject, one) })),
  };
}

/** The same with a body that is right in every respect, where the operation takes one. */
export function plainDrafts(subject: Subject): fc.Arbitrary<Draft> {
  return fc
    .constantFrom(...subject.ecosystems)
    .chain((ecosystem) =>
      bodiesOf(subject, packagesOf(ecosystem)).map((body) => ({ ...validDraft(subject, ecosystem), body })),
    );
}

/** All kinds of requests that follow the contract; they may be for missing things. */
export function validDrafts(subject: Subject): fc.Arbitrary<Draft> {
  const { operation } = subject;
  const inPlace = (place: DescribedParameter['in']): readonly DescribedParameter[] =>
    operation.parameters.filter((one) => one.in === place);
  const values = (parameter: DescribedParameter): fc.Arbitrary<Given> => givenFor(subject, parameter);
  const pathValues = fc.record(
    Object.fromEntries(
      // An empty segment never gets as far as the operation, and a dot in its place is another path to some clients.
      inPlace('path').map((one) => [one.name, values(one).filter((given) => !('text' in given) || given.text !== '')]),
    ),
  );
  const plainSlashes = fc.subarray(
    inPlace('path')
      .filter(({ spansSegments }) => spansSegments)
      .map(({ name }) => name),
  );
  const query = fc.tuple(
    ...inPlace('query').map((one) => {
      const pairs = queryPairs(subject, one);
      return one.required ? pairs : fc.oneof(pairs, fc.constant([]));
    }),
  );
  const unknown = operation.ignoresUnknownQuery
    ? fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: unknownPairs(operation) })
    : fc.constant([]);
  // Most optional headers are conditions, which seldom hold when they are drawn.
  const headers = fc
    .tuple(
      ...inPlace('header').map((one) => {
        const entry = headerValues(subject, one).map((value) => [[one.name.toLowerCase(), value]] as const);
        const none = { weight: 3, arbitrary: fc.constant([]) };
        return one.required ? entry : fc.oneof(none, { weight: 1, arbitrary: entry });
      }),
    )
    .map((entries) => Object.fromEntries(entries.flat()));
  return fc.constantFrom(...subject.ecosystems).chain((ecosystem) => {
    const [other = ecosystem] = subject.ecosystems.filter((id) => id !== ecosystem);
    const files = fc.oneof(
      { weight: 6, arbitrary: packagesOf(ecosystem) },
      { weight: 3, arbitrary: damagedPackagesOf(ecosystem) },
      { weight: 1, arbitrary: packagesOf(other) },
    );
    return fc
      .record({
        pathValues,
        plainSlashes,
        query,
        unknown,
        headers,
        credentials: credentialsOf(operation),
        body: bodiesOf(subject, files),
      })
      .map(({ unknown: ignored, ...made }): Draft => {
        return { ...plainDraft(operation, ecosystem), ...made, query: [...ignored, ...made.query.flat()] };
      });
  });
}

/** Valid ones in one header that can have them, and in any others valid or unknown ones. */
function credentialsOf({ access }: Subject['operation']): fc.Arbitrary<Credentials[]> {
  if (access.ways.length === 0) return fc.constant([]);
  const valid: Given = { known: 'token', nth: 0 };
  const others = fc.constantFrom(undefined, valid, { text: 'no-such-token' });
  return fc.constantFrom(...access.ways).chain(({ scheme }) => {
    const rest = oneAHeader(access).filter((way) => way.scheme.header !== scheme.header);
    const more = rest.map((way) => others.map((secret) => (secret ? [{ scheme: way.scheme, secret }] : [])));
    return fc.tuple(...more).map((all) => [{ scheme, secret: valid }, ...all.flat()]);
  });
}

/** Pairs of a query that no parameter of the operation reads, in all forms in which they may be sent. */
function unknownPairs({ parameters }: Subject['operation']): fc.Arbitrary<QueryPair[]> {
  const known = new Set(parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name));
  const texts = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.isWellFormed());
  const encoded = fc
    .tuple(texts, texts)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const odd = fc.constantFrom('unheard_of', 'unheard_of=', '=', '=1', '', 'a[b]=c:d', 'a=1?b=2', '__proto__=1');
  const pairs = fc.oneof({ weight: 3, arbitrary: encoded }, { weight: 1, arbitrary: odd });
  return fc.array(pairs, { minLength: 1, maxLength: 5 }).map((all) => all.map((raw) => ({ raw })));
}

/** The name of an existing thing, or else the example. */
function there({ document, operation }: Subject, { name }: DescribedParameter, nth = 0): Given {
  return { known: name, nth, otherwise: exampleOf(document, operation, name) };
}

function givenFor(subject: Subject, parameter: DescribedParameter): fc.Arbitrary<Given> {
  const { document, operation } = subject;
  const { name, schema, required } = parameter;
  const example = exampleOf(document, operation, name);
  const isKnown = knownNames.has(name) || (required && example !== undefined);
  return fc.oneof(
    ...(isKnown
      ? [{ weight: 6, arbitrary: fc.nat({ max: 9 }).map((nth): Given => there(subject, parameter, nth)) }]
      : []),
    ...(example === undefined ? [] : [{ weight: 1, arbitrary: fc.constant({ text: example }) }]),
    { weight: 2, arbitrary: textValues(document, schema).map((text): Given => ({ text })) },
  );
}

/** One, or one for each item of a list. */
function queryPairs(subject: Subject, parameter: DescribedParameter): fc.Arbitrary<QueryPair[]> {
  const { document } = subject;
  const { name, schema } = parameter;
  const givens = isList(document, schema)
    ? validValuesOf(document, schema).map((value): Given[] => textsOfValue(value).map((text) => ({ text })))
    : givenFor(subject, parameter).map((given) => [given]);
  return givens
    .filter((all) => isSendableInQuery(all.flatMap((given) => ('text' in given ? [given.text] : []))))
    .map((all) => all.map((value) => ({ name, value })));
}

function textValues(document: OpenApiDocument, schema: DescribedParameter['schema']): fc.Arbitrary<string> {
  return validValuesOf(document, schema)
    .map(asText)
    .filter((text) => text.isWellFormed());
}

/** RFC 9110, section 5.5: whitespace around a value is not part of it. */
function headerValues({ document, operation }: Subject, { name, schema }: DescribedParameter): fc.Arbitrary<string> {
  const example = exampleOf(document, operation, name);
  const values = textValues(document, schema)
    .map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim())
    .filter((text) => text !== '');
  return example === undefined ? values : fc.oneof(fc.constant(example), values);
}
