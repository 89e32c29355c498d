/** Reads and changes the YAML files of descriptions in place: comments and order are preserved. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMap, isScalar, parseDocument, type Document } from 'yaml';

/** Loads each file once, so that all changes of a file are made to the same document. */
export interface SourceFiles {
  /** Throws if the file is missing or not YAML. */
  readonly read: (file: string) => Promise<Document>;
  /** Returns the new text of each changed file. */
  readonly changed: () => Promise<ReadonlyMap<string, string>>;
}

/** A value in a file. */
export interface Place {
  readonly file: string;
  readonly keys: readonly unknown[];
}

export function sourceFiles(): SourceFiles {
  const loaded = new Map<string, { readonly text: string; readonly document: Document }>();
  return {
    read: async (file) => {
      const known = loaded.get(file);
      if (known) return known.document;
      const text = await readFile(file, 'utf8');
      const document = parseDocument(text);
      const [error] = document.errors;
      if (error) throw new Error(`${file} is not YAML.`, { cause: error });
      loaded.set(file, { text, document });
      return document;
    },
    changed: async () => {
      const changed = new Map<string, string>();
      for (const [file, { text, document }] of loaded)
        if (written(parseDocument(text)) !== written(document)) changed.set(file, await formatted(written(document)));
      return changed;
    },
  };
}

/** Long lines are not folded. */
function written(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

/** The options of `npm run format`. */
async function formatted(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'yaml' });
}

/** Follows references from a value to their target. Throws if they are circular. */
export async function follow(place: Place, files: SourceFiles, passed: readonly string[] = []): Promise<Place> {
  const document = await files.read(place.file);
  const node = document.getIn(place.keys);
  const reference: unknown = isMap(node) ? node.get('$ref') : undefined;
  if (typeof reference !== 'string') return place;
  const from = JSON.stringify([place.file, place.keys]);
  if (passed.includes(from)) throw new Error(`${place.file}: the reference "${reference}" is circular.`);
  const [file = '', pointer = ''] = reference.split('#');
  const keys = pointer.split('/').slice(1).map(unescaped);
  const target = file === '' ? place.file : path.resolve(path.dirname(place.file), file);
  return follow({ file: target, keys }, files, [...passed, from]);
}

/** Returns the keys of a map, in order; an empty list for another node. */
export function keysOf(node: unknown): string[] {
  return isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
}

/** RFC 6901, section 4. */
function unescaped(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
