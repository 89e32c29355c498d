/**
 * The types of values in Chart.yaml. Like helm, they accept numbers and booleans as texts, and treat null as missing.
 * `at` is the place of a value for messages. They throw `UnacceptableFile` for values of other types.
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { isMap } from './yaml.ts';

export type FieldType<Value> = (value: unknown, at: string) => Value;

export const text: FieldType<string> = (value, at) => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw wrongType(at, 'a text');
};

/** A text that must not be a number in YAML, where 1.10 is 1.1. */
export const quotedText: FieldType<string> = (value, at) => {
  if (typeof value === 'string') return value;
  throw new UnacceptableFile(`${at} is not a text. Write it in quotes.`);
};

export const flag: FieldType<boolean> = (value, at) => {
  if (typeof value === 'boolean') return value;
  // YAML 1.1, which helm reads, has more words for booleans.
  if (typeof value === 'string' && /^(?:yes|on|y)$/i.test(value)) return true;
  if (typeof value === 'string' && /^(?:no|off|n)$/i.test(value)) return false;
  throw wrongType(at, 'true or false');
};

export function list<Item>(type: FieldType<Item>): FieldType<readonly Item[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrongType(at, 'a list');
    return value.map((item: unknown, index) => type(item, `${at}[${index}]`));
  };
}

export const texts = list(text);

/** In characters: an old helm reads no longer keys in its index. */
const LONGEST_KEY = 250;

export const textMap: FieldType<Readonly<Record<string, string>>> = (value, at) => {
  if (!isMap(value)) throw wrongType(at, 'a map');
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const place = `${at}[${quoted(key)}]`;
      if (key.length > LONGEST_KEY)
        throw new UnacceptableFile(`${place} has a key of ${key.length} characters; the maximum is ${LONGEST_KEY}.`);
      return [key.toWellFormed(), text(item, place)];
    }),
  );
};

type FieldTypes = Readonly<Record<string, FieldType<unknown>>>;

export type Fields<Types extends FieldTypes> = { readonly [Name in keyof Types]?: ReturnType<Types[Name]> };

/** Other fields are left out, and so are missing and empty ones. */
export function fields<Types extends FieldTypes>(types: Types): FieldType<Fields<Types>> {
  return (value, at) => {
    if (!isMap(value)) throw wrongType(at, 'a map');
    const found = Object.entries(types).flatMap(([name, type]) => {
      const field = value[name];
      return isMissing(field) ? [] : [[name, type(field, `${at}: ${name}`)] as const];
    });
    // Each field has the type of its name.
    return Object.fromEntries(found) as Fields<Types>;
  };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function wrongType(at: string, type: string): UnacceptableFile {
  return new UnacceptableFile(`${at} must be ${type}. Change it, and package the chart again.`);
}
