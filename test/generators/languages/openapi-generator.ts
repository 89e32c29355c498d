/** OpenAPI Generator, which has a generator for each of many languages. */
import type { AllowedLine, Generator } from '../generator.ts';

/**
 * What all of its generators have in common. `options` are those of the generator, such as `packageName`; `folder` is
 * where it writes, by default the folder of the bundle.
 */
export function openapiGenerator(
  generator: string,
  options: (bundle: string) => Readonly<Record<string, string>> = () => ({}),
  folder?: string,
): Pick<Generator, 'name' | 'always' | 'generate' | 'allowed'> {
  return {
    name: `openapi-generator-${generator}`,
    always: false,
    generate: ({ name, file }, tools) => {
      const own = Object.entries(options(name)).map(([key, value]) => `${key}=${value}`);
      const properties = own.length > 0 ? ['--additional-properties', own.join(',')] : [];
      const without = ['--global-property', 'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false'];
      const parameters = ['generate', '-g', generator, '-i', file, '-o', folder ?? name, ...without, ...properties];
      return { program: 'java', parameters: ['-jar', tools('openapi-generator'), ...parameters] };
    },
    allowed,
  };
}

const allowed: readonly AllowedLine[] = [
  { line: /^\[main\] INFO /, reason: 'It names each file, `ProblemError.ts` too.' },
  { line: /OpenAPI 3\.1 support is still in beta/, reason: 'It says so of every description of OpenAPI 3.1.' },
  {
    line: /Form parameters with additionalProperties are not supported/,
    reason: 'The forms allow further parts, which the server ignores and no client needs.',
  },
  {
    line: /ModelUtils - Failed to get the schema name: null/,
    reason: 'Its search for unused schemas follows a reference that it has resolved itself. No schema is missing.',
  },
  {
    line: /\((?:reserved word|model name matches existing language type)\) cannot be used as (?:a )?(?:model|parameter) name\. Renamed to/,
    reason: 'A word of the language is renamed, and the client works.',
  },
  {
    line: /AbstractJavaCodegen - Ignoring complex example on request body/,
    reason: 'The example of a request is left out of a comment.',
  },
];
