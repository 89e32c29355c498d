/** Every limit of every request, from both sides. */
import { describe, expect, test } from 'vitest';
import { follow, type Schema } from '../../src/contract/description.ts';
import type { Examples } from '../examples/example-server.ts';
import type { Draft } from '../examples/draft.ts';
import { useExamples } from '../examples/use-examples.ts';
import { shownCases, shownOperations, successOf } from '../examples/shown-cases.ts';
import { requestLimits } from './request-limits.ts';

const examples = useExamples();

type Described = (typeof shownOperations)[number];

/** Something that a request gives, and which is limited. */
interface Limited {
  /** What limits it, as `requestLimits` names it. */
  readonly row: string;
  readonly name: string;
  readonly of: Described;
  readonly give: (draft: Draft, value: unknown) => Draft;
}

const keywords = ['maxLength', 'minLength', 'pattern', 'maximum', 'minimum', 'maxItems', 'minItems', 'uniqueItems'];

const limited = shownOperations.flatMap((of) => [...limitedParameters(of), ...limitedProperties(of)]);

test('every limit is known, and no other', () => {
  expect([...new Set(limited.map(({ row }) => row))].toSorted()).toEqual(Object.keys(requestLimits).toSorted());
});

describe.each([...Map.groupBy(limited, ({ of }) => of.id)].map(([id, own]) => ({ id, own })))('$id', ({ id, own }) => {
  const [first] = shownCases.filter((shown) => shown.id === id);
  const replyTo = async ({ give }: Limited, value: unknown, ask: Examples['succeed']): Promise<Response> => {
    if (!first) throw new Error(`${id} describes no answer.`);
    return await ask(successOf(first), (draft) =>
      // Failures of pages are data for this client, so that it can read them.
      give({ ...draft, headers: { ...draft.headers, Accept: '*/*' } }, value),
    );
  };

  test.each(own)('rejects values beyond the limits of $row', async (what) => {
    for (const value of requestLimits[what.row]?.rejected ?? [])
      expect(await objectionsOf(await replyTo(what, value, examples().attempt))).toContain(what.name);
  });

  test.each(own)('accepts values within the limits of $row', async (what) => {
    // A body may change the resource that it names; other values name a missing one.
    const ask = what.name.startsWith('body') ? examples().succeed : examples().attempt;
    for (const value of requestLimits[what.row]?.taken ?? [])
      expect(await objectionsOf(await replyTo(what, value, ask))).not.toContain(what.name);
  });
});

function limitedParameters(of: Described): Limited[] {
  const { id, parameters } = of.operation;
  return parameters.flatMap(({ name, in: place, schema }) => {
    if (!isLimited(of, schema)) return [];
    const usual = `${place} ${name}`;
    const own = `${usual} of ${id}`;
    const part = place === 'header' ? 'headers' : place;
    return [
      {
        row: own in requestLimits ? own : usual,
        name: `${part}.${name}`.toLowerCase(),
        of,
        give: (draft, value) => ({ ...draft, [part]: { ...draft[part], [name]: String(value) } }),
      },
    ];
  });
}

function limitedProperties(of: Described): Limited[] {
  const { operation, document } = of;
  return [...(operation.body?.media.values() ?? [])].flatMap(({ schema, fileParts }) => {
    const { properties = {}, required = [] } = follow<SchemaObject>(document, schema);
    // Files that need not be there may stand in another's place.
    const isKept = (part: string): boolean => !fileParts.has(part) || required.includes(part);
    const kept = (body: Draft['body'] = {}): object =>
      Object.fromEntries(Object.entries(body).filter(([part]) => isKept(part)));
    const names = Object.keys(properties).filter((name) => isLimited(of, properties[name]) && !fileParts.has(name));
    return names.map((name): Limited => ({
      row: componentOf(properties[name]) ?? `${name} of ${componentOf(schema)}`,
      name: `body.${name}`,
      of,
      give: (draft, value) => ({ ...draft, body: { ...kept(draft.body), [name]: value } }),
    }));
  });
}

interface SchemaObject {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function isLimited({ document }: Described, schema: Schema | undefined): boolean {
  const { oneOf = [], ...described } = follow<{ readonly oneOf?: readonly Schema[] }>(document, schema ?? {});
  const alternatives = oneOf.map((one) => follow<object>(document, one));
  return [described, ...alternatives].some((one) => keywords.some((keyword) => keyword in one));
}

/** The name of the component that a schema refers to. */
function componentOf(schema: Schema | undefined): string | undefined {
  const { $ref } = (schema ?? {}) as { readonly $ref?: string };
  return $ref?.split('/').at(-1);
}

/** The places in the request that a response names as invalid. */
async function objectionsOf(reply: Response): Promise<string[]> {
  const text = await reply.text();
  if (reply.status !== 400) return [];
  const { errors, error = '' } = JSON.parse(text) as Rejection;
  // A service that has one text for all of them, such as npm's, has these in it.
  const paths =
    errors?.map(({ path }) => path) ?? [...error.matchAll(/(?:^|; )([\w.-]+): /g)].map(([, path = '']) => path);
  return paths.map((path) => path.toLowerCase());
}

interface Rejection {
  readonly errors?: readonly { readonly path: string }[];
  readonly error?: string;
}
