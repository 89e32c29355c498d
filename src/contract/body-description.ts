/** Reads what a description has of request bodies: for each media type how it is read, and where its bytes are. */
import { bytePlaces, type BytePlace } from './bodies/byte-places.ts';
import { follow, type Schema } from './references.ts';

export interface DescribedBody {
  readonly required: boolean;
  /** By media type, or a range of them. */
  readonly media: ReadonlyMap<string, DescribedMedia>;
}

export interface DescribedMedia {
  readonly kind: MediaKind;
  readonly schema: Schema;
  /** For forms: the parts that are files. */
  readonly fileParts: ReadonlySet<string>;
  /** And those that are text. */
  readonly textParts: ReadonlySet<string>;
  /** For JSON: where strings are bytes; undefined if none are. */
  readonly bytes: BytePlace | undefined;
}

/** How a body is read: as a form, as JSON, or as bytes that are staged. */
export type MediaKind = 'form' | 'json' | 'bytes';

interface BodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** Throws an `Error` that names the operation and a media type that cannot be read. */
export function readBody(document: object, id: string, value: unknown): DescribedBody {
  const { required, content } = follow<BodyObject>(document, value);
  const media = Object.entries(content).map(([type, { schema = {} }]): [string, DescribedMedia] => {
    const { properties = {} } = follow<{ properties?: Record<string, unknown> }>(document, schema);
    const names = Object.keys(properties);
    const isFile = (name: string): boolean => isBytes(document, properties[name]);
    const kind = kindOf(document, id, type, schema);
    return [
      type,
      {
        kind,
        schema,
        bytes: kind === 'json' ? bytePlaces(document, schema) : undefined,
        fileParts: new Set(names.filter(isFile)),
        textParts: new Set(names.filter((name) => !isFile(name))),
      },
    ];
  });
  return { required: required ?? false, media: new Map(media) };
}

export function isBytes(document: object, schema: unknown): boolean {
  if (schema === undefined) return false;
  const { type, format } = follow<{ type?: unknown; format?: unknown }>(document, schema);
  return type === 'string' && format === 'binary';
}

function kindOf(document: object, id: string, type: string, schema: Schema): MediaKind {
  if (isBytes(document, schema)) return 'bytes';
  if (type === 'multipart/form-data') return 'form';
  if (/^application\/(?:[^/]+\+)?json$/.test(type)) return 'json';
  throw new Error(`${id}: a body of ${type} can only be read as bytes, a string of the format binary`);
}
