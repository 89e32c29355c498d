/**
 * Compiles JSON Schemas that stand in a description. The options are those of express-openapi-validator, so that the two
 * read a schema alike; what they accept is held together by a property test.
 */
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Schema } from '../description.ts';

/** Parameters and headers arrive as text and become what their schema says; bodies are taken as they are. */
export type Coercion = 'from-text' | 'none';

export interface SchemaCompiler {
  compile(schema: Schema): ValidateFunction;
}

/** Costs nothing until something is compiled. */
export function createSchemaCompiler(document: OpenApiDocument, coercion: Coercion): SchemaCompiler {
  let ajv: Ajv2020 | undefined;
  return {
    compile: (schema) => {
      ajv ??= createAjv(document, coercion);
      return ajv.compile(pointingInto('description', schema));
    },
  };
}

function createAjv(document: OpenApiDocument, coercion: Coercion): Ajv2020 {
  const ajv = new Ajv2020({ ...options, coerceTypes: coercion === 'from-text' });
  addFormats.default(ajv, formatOptions);
  for (const format of formatsThatOnlyDescribe) ajv.addFormat(format, true);
  ajv.addSchema({ paths: document.paths, components: document.components }, 'description');
  return ajv;
}

/** What an Ajv error says, with the place as `beginning.property.0`. */
export function placeOf(error: ErrorObject, beginning: string): { path: string; message: string } {
  const { additionalProperty, unevaluatedProperty } = error.params as Readonly<Record<string, string | undefined>>;
  const tooMany = additionalProperty ?? unevaluatedProperty;
  const steps = [...error.instancePath.split('/').slice(1), ...(tooMany === undefined ? [] : [tooMany])];
  return { path: [beginning, ...steps].join('.'), message: error.message ?? 'is not allowed' };
}

/** Redocly's linter has checked the schemas; Ajv's strict mode does not know OpenAPI's keywords. */
const options: Options = {
  strict: false,
  strictTuples: true,
  strictNumbers: true,
  validateSchema: false,
  useDefaults: true,
  logger: false,
};

/** Whole checks: the fast ones let in dates that no calendar has. */
export const formatOptions = { mode: 'full' } as const;

/** OpenAPI's formats for numbers, and for text that is no JSON; the linter and the types know them, Ajv need not. */
const formatsThatOnlyDescribe = ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'password'];

/** The schema with its references, which are local to the description, pointing there from outside. */
function pointingInto(id: string, schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`);
  // What was a schema is one still.
  return JSON.parse(text) as Schema;
}
