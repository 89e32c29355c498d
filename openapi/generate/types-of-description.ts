/** Generates the types of a bundled description for `generated/`. */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { withDocComments } from './doc-comments.ts';
import { withDescribedReferences } from './described-references.ts';
import { withNamedTypes } from './named-types.ts';
import { withExtensions } from './operation-extensions.ts';
import { parameterDefaults } from './parameter-defaults.ts';

/** `source` is the file of the description, for readers. */
export async function typesOf(bundle: string, source: string): Promise<string> {
  const described = JSON.stringify(withDescribedReferences(JSON.parse(bundle)));
  const nodes = await openapiTS(described, { alphabetize: true, immutable: true, transform: bytesByName });
  const types = withNamedTypes(withExtensions(nodes, JSON.parse(bundle)));
  return [
    `// Generated from ${source} by \`npm run generate\`. Do not edit.`,
    withDocComments(astToString(types)).trimEnd(),
    ...(/"contentEncoding":\s*"base64"/.test(bundle) ? [base64] : []),
    parameterDefaults(JSON.parse(bundle)),
    '',
  ].join('\n\n');
}

/**
 * In the types, bytes are a `Blob`, and base64 text has a separate type. The server maps both to an upload or a stream.
 */
function bytesByName(schema: Bytes): ts.TypeNode | undefined {
  const name = schema.type === 'string' ? nameOf(schema) : undefined;
  return name === undefined ? undefined : ts.factory.createTypeReferenceNode(name);
}

interface Bytes {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly contentEncoding?: unknown;
}

function nameOf({ format, contentEncoding }: Bytes): string | undefined {
  if (format === 'binary') return 'Blob';
  return contentEncoding === 'base64' ? 'Base64' : undefined;
}

const base64 = `/** Base64 (RFC 4648, section 4). Any text is assignable to it. */
export type Base64 = string & { readonly contentEncoding?: 'base64' };`;
