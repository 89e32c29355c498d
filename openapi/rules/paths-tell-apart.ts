import type { Context, Parameter, PathItem, Rule } from './rule.ts';

/**
 * The router finds one operation for each URL, and one value for each parameter (`src/contract/router.ts`):
 *
 * - A segment is a text or a parameter. What mixes both (`{gem}.json`) is a parameter with a pattern.
 * - A parameter that spans segments (`x-spans-segments`) is of the path and has a pattern. A description for programs of
 *   all kinds (`x-cross-origin`) has none, for generated clients percent-encode slashes.
 * - Two such parameters have a text between them, or patterns that split their examples in one way.
 * - Of two paths that differ in patterns alone, one does not match the example of the other. OpenAPI 3.1 calls such paths
 *   identical, so Redocly's `no-identical-paths` is off.
 */
export const pathsTellApart: Rule = () => {
  let isForAll = false;
  const seen: KnownPath[] = [];
  return {
    Root(root: { readonly 'x-cross-origin'?: boolean }) {
      isForAll = root['x-cross-origin'] === true;
    },
    PathItem({ parameters = [] }: PathItem, context: Context) {
      const { key, location, report, resolve } = context;
      const known = new Map(
        parameters.map((one) => resolve(one).node).map((one) => [one.name ?? '', asVariable(one, context)]),
      );
      const segments = segmentsOf(String(key)).map((segment) => known.get(segment.name ?? '') ?? segment.text);
      const path = { segments, say: (message: string) => report({ message, location }) };
      for (const text of segments) {
        if (typeof text === 'string' && /[{}]/.test(text)) path.say(`Make \`${text}\` one parameter with a pattern.`);
      }
      for (const [index, one] of segments.entries()) checkNeighbours(one, segments[index + 1], path);
      for (const other of seen) checkAlike(other, path);
      seen.push(path);
    },
    Parameter({ name, in: place, schema = {}, ...more }: Parameter, { report, resolve }: Context) {
      if (more['x-spans-segments'] !== true) return;
      if (place !== 'path') report({ message: 'Only a path parameter can span segments.' });
      else if (resolve(schema).node.pattern === undefined)
        report({ message: `\`${name}\` needs a pattern, which defines the end of the value.` });
      if (isForAll) report({ message: 'Use one segment here: generated clients percent-encode slashes.' });
    },
  };
};

interface Variable {
  readonly name: string;
  readonly spans: boolean;
  readonly pattern: RegExp | undefined;
  readonly example: string;
}

interface KnownPath {
  /** Texts are literals. */
  readonly segments: readonly (string | Variable)[];
  readonly say: (message: string) => void;
}

function segmentsOf(path: string): { readonly text: string; readonly name: string | undefined }[] {
  return path
    .slice(1)
    .split('/')
    .map((text) => ({ text, name: /^\{([^{}]+)\}$/.exec(text)?.[1] }));
}

function asVariable({ name = '', schema = {}, ...parameter }: Parameter, { resolve }: Context): Variable {
  const { pattern } = resolve(schema).node;
  return {
    name,
    spans: parameter['x-spans-segments'] === true,
    pattern: pattern === undefined ? undefined : new RegExp(pattern, 'u'),
    example: typeof parameter.example === 'string' ? parameter.example : '',
  };
}

function checkNeighbours(one: string | Variable, next: string | Variable | undefined, { say }: KnownPath): void {
  if (typeof one === 'string' || next === undefined || typeof next === 'string' || !one.spans || !next.spans) return;
  const words = `${one.example}/${next.example}`.split('/');
  const ways = words.filter(
    (_, index) => index > 0 && matches(one, words.slice(0, index)) && matches(next, words.slice(index)),
  );
  if (ways.length > 1)
    say(`Put a text between \`${one.name}\` and \`${next.name}\`: their examples split in several ways.`);
}

function matches({ pattern }: Variable, words: readonly string[]): boolean {
  return pattern?.test(words.join('/')) ?? true;
}

/** Returns whether two paths have their texts and parameters at the same positions. */
function checkAlike(one: KnownPath, other: KnownPath): void {
  if (one.segments.length !== other.segments.length) return;
  const pairs = one.segments.map((segment, index) => [segment, other.segments[index] ?? ''] as const);
  if (!pairs.every(([first, second]) => formOf(first) === formOf(second))) return;
  if (pairs.some(([first, second]) => areTold(first, second))) return;
  other.say('Another path matches the example of this one: their parameters need patterns that distinguish them.');
}

function formOf(segment: string | Variable): string {
  if (typeof segment === 'string') return segment;
  return segment.spans ? '{+}' : '{}';
}

function areTold(one: string | Variable, other: string | Variable): boolean {
  if (typeof one === 'string' || typeof other === 'string') return false;
  return one.pattern?.test(other.example) === false || other.pattern?.test(one.example) === false;
}
