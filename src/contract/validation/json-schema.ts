/**
 * Compiles the JSON Schemas of a description. The options are those of express-openapi-validator, so that both
 * interpret a schema in the same way; a property test checks that they agree.
 */
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Schema } from '../description.ts';

/** Parameters and headers are texts that are converted to the type of their schema; bodies are not converted. */
export type Coercion = 'from-text' | 'none';

export interface SchemaCompiler {
  compile(schema: Schema): ValidateFunction;
}

/** Cheap until the first schema is compiled. */
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

/** Returns an Ajv error as a text, with the location as `beginning.property.0`. */
export function placeOf(error: ErrorObject, beginning: string): { path: string; message: string } {
  const { additionalProperty, unevaluatedProperty } = error.params as Readonly<Record<string, string | undefined>>;
  const tooMany = additionalProperty ?? unevaluatedProperty;
  const steps = [...error.instancePath.split('/').slice(1), ...(tooMany === undefined ? [] : [tooMany])];
  return { path: [beginning, ...steps].join('.'), message: error.message ?? 'is not allowed' };
}

/** Redocly's linter checks the schemas; Ajv's strict mode does not support OpenAPI's keywords. */
const options: Options = {
  strict: false,
  strictTuples: true,
  strictNumbers: true,
  validateSchema: false,
  useDefaults: true,
  logger: false,
};

/** Full checks, because the fast ones accept dates that do not exist. */
export const formatOptions = { mode: 'full' } as const;

/** OpenAPI's formats for numbers and for texts that are not JSON, which Ajv does not need. */
const formatsThatOnlyDescribe = ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'password'];

/** Returns the schema with absolute references into the description instead of local ones. */
function pointingInto(id: string, schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`);
  // The result is still a schema.
  return JSON.parse(text) as Schema;
}
