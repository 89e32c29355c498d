import path from 'node:path';
import type { Context, Example, Location, Named, Reference, Rule } from './rule.ts';

/**
 * A preprocessor that replaces a reference to a set of examples by a reference to each of them: rules check single
 * examples, and OpenAPI has references to single examples only.
 */
export const expandExampleSets: Rule = () => ({
  MediaType: {
    // Not `enter`: new references are resolved only afterwards.
    leave(mediaType: { examples?: Named<Example | Reference> | Reference }, { location, resolve }: Context) {
      const { examples } = mediaType;
      if (!isReference(examples)) return;
      const found = resolve<Named<Example | Reference> | undefined>(examples);
      if (found.node === undefined) return; // The linter reports a reference without a target.
      mediaType.examples = Object.fromEntries(
        Object.entries(found.node).map(([name, example]) => [
          name,
          {
            $ref: from(
              location,
              found.location,
              isReference(example) ? example.$ref : `${found.location.pointer}/${escaped(name)}`,
            ),
          },
        ]),
      );
    },
  },
});

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';
}

/** Returns the reference, relative to another file, to the target of `reference` in the file of the set. */
function from(here: Location, set: Location, reference: string): string {
  const [file = '', pointer = ''] = reference.split('#');
  const target = file === '' ? set.source.absoluteRef : path.resolve(path.dirname(set.source.absoluteRef), file);
  const relative = path.relative(path.dirname(here.source.absoluteRef), target).split(path.sep).join('/');
  return pointer === '' ? relative : `${relative}#${pointer}`;
}

/** RFC 6901, section 3. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
