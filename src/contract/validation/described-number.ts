/** Numbers in a query: their format, and the bounds of `x-clamp`. */
import { follow, type DescribedParameter, type OpenApiDocument } from '../description.ts';

export interface DescribedNumber {
  /** The format of the text. JavaScript and the validators also accept `0x10`, `1e1` and blanks around them. */
  readonly form: RegExp;
  /** The message about an invalid format. */
  readonly expectation: string;
  /** Returns the nearest number within the bounds, if the description has `x-clamp`; otherwise the number itself. */
  readonly clamp: (value: number) => number;
}

/** Returns undefined for parameters that are not numbers of the query. */
export function describedNumber(
  document: OpenApiDocument,
  { in: place, schema }: DescribedParameter,
): DescribedNumber | undefined {
  const { type, 'x-clamp': bounds } = follow<Keywords>(document, schema);
  if (place !== 'query' || (type !== 'integer' && type !== 'number')) return undefined;
  const clamp = (value: number): number =>
    bounds === undefined ? value : Math.min(Math.max(value, bounds.minimum), bounds.maximum);
  return { ...forms[type], clamp };
}

interface Keywords {
  readonly type?: unknown;
  readonly 'x-clamp'?: { readonly minimum: number; readonly maximum: number };
}

const forms = {
  integer: { form: /^-?\d+$/, expectation: 'must be a whole number in decimal digits, such as 10' },
  number: { form: /^-?\d+(?:\.\d+)?$/, expectation: 'must be a number in decimal digits, such as 1.5' },
} as const;
