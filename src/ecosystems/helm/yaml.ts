/** Parses the YAML in charts, as far as helm's types need it. */
import { isScalar, parseDocument, visit, type Document, type YAMLMap } from 'yaml';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export type YamlMap = Readonly<Record<string, unknown>>;

/** More aliases are an attack: a few nested ones can stand for billions of values. */
const MOST_ALIASES = 100;

/** Returns the map in a document. `file` is its name for messages. Throws `UnacceptableFile` if there is none. */
export function parseYaml(bytes: Uint8Array, file: string): YamlMap {
  const value = parse(textOf(bytes, file), file);
  if (isMap(value)) return value;
  throw new UnacceptableFile(`${file} is not a map of YAML. It must have lines such as "name: demo".`);
}

export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnacceptableFile(`${file} is not valid UTF-8.`, { cause: error });
  }
}

function parse(text: string, file: string): unknown {
  try {
    // The parser compares each key with all others of its map.
    const document = parseDocument(text, { schema: 'core', merge: true, uniqueKeys: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) throw error;
    checkKeys(document);
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // The parser also throws for too deep nesting and too many aliases.
    const [reason = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
    throw new UnacceptableFile(`${file} is not YAML that helm reads: ${quoted(reason.replace(/:$/, ''))}.`, {
      cause: error,
    });
  }
}

/** YAML 1.2.2, section 3.2.1.1: the keys of a map are unique. Throws an `Error` if some are not. */
function checkKeys(document: Document): void {
  visit(document, {
    Map: (_, { items }: YAMLMap) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (keys.has(name)) throw new Error(`The key "${String(name)}" is there twice`);
        keys.add(name);
      }
    },
  });
}
