/** The types of a bundled description, as they are written to `generated/`. */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { withExtensions } from './operation-extensions.ts';
import { parameterDefaults } from './parameter-defaults.ts';

/** `source` is the file that it was bundled from, for readers. */
export async function typesOf(bundle: string, source: string): Promise<string> {
  const nodes = await openapiTS(bundle, { alphabetize: true, immutable: true, transform: bytesAsBlob });
  const types = withExtensions(nodes, JSON.parse(bundle));
  return [
    `// Generated from ${source} by \`npm run generate\`. Not to be edited.`,
    astToString(types).trimEnd(),
    parameterDefaults(JSON.parse(bundle)),
    '',
  ].join('\n\n');
}

/** Bytes are a `Blob` to the types; the server's own mapping turns them into an upload or a stream. */
function bytesAsBlob(schema: { type?: unknown; format?: unknown }): ts.TypeNode | undefined {
  const isBinary = schema.type === 'string' && schema.format === 'binary';
  return isBinary ? ts.factory.createTypeReferenceNode('Blob') : undefined;
}
