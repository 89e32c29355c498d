/** The texts of query parameters: a list has one for each item, each in a pair of its own. */
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';
import type { SchemaObject } from './schema-object.ts';

export function isList(document: OpenApiDocument, schema: Schema): boolean {
  return [follow<SchemaObject>(document, schema).type].flat().includes('array');
}

export function textsOfValue(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(asText) : [asText(value)];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a query parameter may have these texts. An empty one breaks a rule of its own, and a longer URL is not read. */
export function isSendableInQuery(texts: readonly string[]): boolean {
  if (!texts.every((text) => text !== '' && text.isWellFormed())) return false;
  return texts.reduce((sum, text) => sum + encodeURIComponent(text).length, 0) <= longestTexts;
}

/** In bytes; all headers together may have 16 KiB. */
const longestTexts = 14_000;
