/** Reads the request bodies of a description: for each media type, how to read it and the locations of bytes. */
import { bytePlaces, type BytePlace } from './bodies/byte-places.ts';
import { isBytes, partKinds, type PartKind } from './form-parts.ts';
import { follow, type Schema } from './references.ts';

export interface DescribedBody {
  readonly required: boolean;
  /** By media type or range of media types. */
  readonly media: ReadonlyMap<string, DescribedMedia>;
}

export interface DescribedMedia {
  readonly kind: MediaKind;
  readonly schema: Schema;
  /** For forms: the names of the parts that are files. */
  readonly fileParts: ReadonlySet<string>;
  /** For forms: the names of the parts that are text. */
  readonly textParts: ReadonlySet<string>;
  /** For forms: returns the kind of a part with this name, also for names that match a pattern. */
  readonly partKind: (name: string) => PartKind | undefined;
  /** For bytes: their maximum number, if it is less than that of all files. */
  readonly mostBytes: number | undefined;
  /** In bytes: the maximum size of the rest of the body, if it is not that of all bodies (`x-max-bytes`). */
  readonly mostText: number | undefined;
  /** For JSON: the locations of strings that are bytes; undefined if there are none. */
  readonly bytes: BytePlace | undefined;
}

/** The ways to read a body: as a form, as JSON, as lines of JSON, or as staged bytes. */
export type MediaKind = 'form' | 'urlencoded' | 'json' | 'lines' | 'bytes';

interface BodyObject {
  readonly required?: boolean;
  readonly 'x-max-bytes'?: number;
  readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface FollowedSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly maxLength?: number;
}

/** Throws an `Error` that names the operation and a media type that cannot be read. */
export function readBody(document: object, id: string, value: unknown): DescribedBody {
  const { required, content, 'x-max-bytes': mostText } = follow<BodyObject>(document, value);
  const media = Object.entries(content).map(([type, { schema = {} }]): [string, DescribedMedia] => {
    const { properties = {}, maxLength } = follow<FollowedSchema>(document, schema);
    const names = Object.keys(properties);
    const kind = kindOf(document, id, type, schema);
    const partKind = partKinds(document, schema);
    const isFile = (name: string): boolean => partKind(name)?.startsWith('file') ?? false;
    return [
      type,
      {
        kind,
        schema,
        bytes: kind === 'json' || kind === 'lines' ? bytePlaces(document, schema) : undefined,
        fileParts: new Set(names.filter(isFile)),
        textParts: new Set(names.filter((name) => !isFile(name))),
        partKind,
        mostBytes: kind === 'bytes' ? maxLength : undefined,
        mostText,
      },
    ];
  });
  return { required: required ?? false, media: new Map(media) };
}

function kindOf(document: object, id: string, type: string, schema: Schema): MediaKind {
  if (isBytes(document, schema)) return 'bytes';
  const kind = kinds[type] ?? (/^application\/[^/]+\+json$/.test(type) ? 'json' : undefined);
  if (kind !== undefined) return kind;
  throw new Error(`${id}: a body of ${type} can only be read as bytes, a string of the format binary`);
}

const kinds: Readonly<Record<string, MediaKind>> = {
  'application/json': 'json',
  'application/x-ndjson': 'lines',
  'application/x-www-form-urlencoded': 'urlencoded',
  'multipart/form-data': 'form',
};
