/** How numbers are written in a query: JavaScript and the validators also take `0x10`, `1e1` and blanks around them. */
import { follow, type DescribedParameter, type OpenApiDocument } from './description.ts';

const decimals = { integer: /^-?\d+$/, number: /^-?\d+(?:\.\d+)?$/ } as const;

/** Returns what the text of a parameter of the query must be like if it is a number; undefined for other parameters. */
export function decimalOf(document: OpenApiDocument, { in: place, schema }: DescribedParameter): RegExp | undefined {
  const { type } = follow<{ readonly type?: unknown }>(document, schema);
  return place === 'query' && (type === 'integer' || type === 'number') ? decimals[type] : undefined;
}
