/** Generates the body of a response from an example of the contract: believable, and different with every seed. */
import { randomOf } from './random.ts';
import { idOf, varyItem } from './vary-item.ts';

export interface GenerateOptions {
  /** An example of the response. */
  readonly example: unknown;
  readonly seed: string;
  /** The last path parameter of the request, which names the item if the response is one. */
  readonly last: string | undefined;
  readonly query: Readonly<Record<string, unknown>>;
  /** The URL of the request without its query, for links between pages. */
  readonly url: string;
  /** Words of the example that the request replaces, such as the slug of the registry. */
  readonly words: ReadonlyMap<string, string>;
  /** Whether the oldest item comes first. */
  readonly oldestFirst: boolean;
}

/** The items of a whole list, and the pages of one with pages. */
const listLength = 7;
const pageCount = 3;
const usualPageSize = 30;

/** Returns undefined if the example has nothing to vary, such as an empty list. */
export function generateBody({ example, ...options }: GenerateOptions): unknown {
  if (Array.isArray(example)) return example.length === 0 ? undefined : listOf(example, options, 0, listLength);
  if (hasPages(example)) return example.items.length === 0 ? undefined : pageOf(example, options);
  const { seed, last, words } = options;
  const isRequested = idOf(example) !== undefined && last !== undefined && isUuid.test(last);
  const time = isRequested ? timeIn(last) : timeAt(seed, 0);
  return varyItem(example, { seed, id: isRequested ? last : randomOf(seed, 'id').uuid(time), time, words });
}

interface Paged {
  readonly items: readonly unknown[];
  readonly links: Readonly<Record<string, string>>;
}

function hasPages(example: unknown): example is Paged {
  const { items, links } = Object(example) as { readonly items?: unknown; readonly links?: unknown };
  return Array.isArray(items) && typeof links === 'object';
}

type Options = Omit<GenerateOptions, 'example'>;

function pageOf(example: Paged, options: Options): Paged {
  const { query, url } = options;
  const size = Number(query['per_page'] ?? usualPageSize);
  const page = Math.min(Number(query['page'] ?? 1), pageCount);
  // The last page is not full.
  const count = page === pageCount ? Math.ceil(size / 2) : size;
  const at = (number: number): string => {
    const { page: _, after: _after, before: _before, ...others } = query;
    // A valid query has texts and numbers.
    const shown = new URLSearchParams(JSON.parse(JSON.stringify(others)) as Record<string, string>);
    shown.set('page', String(number));
    return `${url}?${shown.toString()}`;
  };
  return {
    ...example,
    items: listOf(example.items, options, (page - 1) * size, count),
    links: {
      self: at(page),
      ...(page > 1 && { first: at(1), prev: at(page - 1) }),
      ...(page < pageCount && { next: at(page + 1) }),
    },
  };
}

function listOf(
  templates: readonly unknown[],
  { seed, query, words, oldestFirst }: Options,
  first: number,
  count: number,
): unknown[] {
  const { name } = query;
  return Array.from({ length: count }, (_, index) => {
    const position = first + index;
    const time = timeAt(seed, oldestFirst ? listLength - position : position);
    const id = randomOf(seed, 'id', String(position)).uuid(time);
    const template = templates[position % templates.length];
    return varyItem(template, { seed, id, time, words, name: typeof name === 'string' ? name : undefined });
  });
}

const hour = 60 * 60 * 1000;

/**
 * Returns a time in the last months, the later the smaller the position. It is not later than the beginning of the day,
 * so that a seed has the same times all day.
 */
function timeAt(seed: string, position: number): number {
  const today = Math.floor(Date.now() / (24 * hour)) * 24 * hour;
  return today - position * 20 * hour - randomOf(seed, 'time', String(position)).integer(20 * hour);
}

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Returns the time in a UUIDv7 (RFC 9562, section 5.7). */
function timeIn(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
