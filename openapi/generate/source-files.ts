/** The YAML files of descriptions, to be read and changed in place: comments and order stay. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMap, isScalar, parseDocument, type Document } from 'yaml';

/** Loads each file once, so that changes of one file come together. */
export interface SourceFiles {
  /** Throws if the file is missing or not YAML. */
  readonly read: (file: string) => Promise<Document>;
  /** Returns the new text of each file that was changed. */
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

/** Lines are not folded, however long they are. */
function written(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

/** As `npm run format` formats the project. */
async function formatted(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'yaml' });
}

/** Follows references from a value to the place of what they refer to. Throws if they lead in a circle. */
export async function follow(place: Place, files: SourceFiles, passed: readonly string[] = []): Promise<Place> {
  const document = await files.read(place.file);
  const node = document.getIn(place.keys);
  const reference: unknown = isMap(node) ? node.get('$ref') : undefined;
  if (typeof reference !== 'string') return place;
  const from = JSON.stringify([place.file, place.keys]);
  if (passed.includes(from)) throw new Error(`${place.file}: the reference "${reference}" leads back to itself.`);
  const [file = '', pointer = ''] = reference.split('#');
  const keys = pointer.split('/').slice(1).map(unescaped);
  const target = file === '' ? place.file : path.resolve(path.dirname(place.file), file);
  return follow({ file: target, keys }, files, [...passed, from]);
}

/** Returns the keys of a map, in their order; none for another node. */
export function keysOf(node: unknown): string[] {
  return isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
}

/** RFC 6901, section 4. */
function unescaped(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
