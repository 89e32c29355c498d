/** The messages of Ajv for single keywords, in terms of fields and values. */
import type { InvalidPlace } from '../replies/problems.ts';

/** Returns the message in terms of fields; unchanged for other keywords. `path` is a JSON Pointer from the request. */
export function inPlainWords(keyword: string, { path, message }: InvalidPlace): string {
  // All values of a query or a header are texts, except for a list if one is sent twice.
  if (keyword === 'type' && /^\/(query|headers)\//.test(path)) return 'must be sent once';
  return wordings[keyword]?.(message) ?? message;
}

const wordings: Readonly<Record<string, (message: string) => string | undefined>> = {
  required: () => 'is missing',
  type: typesInWords,
  oneOf: typesInWords,
  enum: (message) => message.replace('must be equal to one of the allowed values:', 'must be one of'),
  minLength: (message) => atLeast(message, 'character'),
  maxLength: (message) => atMost(message, 'character'),
  minItems: (message) => atLeast(message, 'item'),
  maxItems: (message) => atMost(message, 'item'),
  uniqueItems: () => 'must not have duplicate items',
  additionalProperties: () => 'is unknown',
  format: (message) => formats[/"([^"]+)"/.exec(message)?.[1] ?? ''],
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID, such as 0191e23a-4bc8-7683-bfa4-5f73bc9b7c44',
  'date-time': 'must be a date and a time with an offset, such as 2030-01-31T12:00:00Z',
};

const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function typesInWords(message: string): string {
  return message.replaceAll(',', ' or ').replaceAll(/\w+/g, (word) => types[word] ?? word);
}

function atLeast(message: string, thing: string): string | undefined {
  const count = countIn(message);
  if (count === undefined) return undefined;
  return count === 1 ? 'must not be empty' : `must have at least ${count} ${thing}s`;
}

function atMost(message: string, thing: string): string | undefined {
  const count = countIn(message);
  return count === undefined ? undefined : `must have at most ${count} ${thing}${count === 1 ? '' : 's'}`;
}

function countIn(message: string): number | undefined {
  const digits = /\d+/.exec(message)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
