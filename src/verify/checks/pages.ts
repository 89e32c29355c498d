/** Checks of lists with pages: links lead from page to page, each item is listed once, and the newest come first. */
import type { DescribedOperation } from '../../contract/description.ts';
import { pathOf, withQuery, type Exchange } from '../exchange.ts';
import { itemsIn, readsOf, successOf, type World } from '../world.ts';

/** Items per page: two, so that lists of three items have two pages. */
const perPage = 2;
/** Pages that are followed. */
const mostPages = 10;
const mostItems = 100;

export async function checkPages(world: World): Promise<void> {
  for (const operation of readsOf(world)) {
    if (!operation.replies.get(successOf(operation))?.headers.has('link')) continue;
    for (const url of new Set(world.places.flatMap((values) => pathOf(operation, values) ?? [])))
      await checkList(world, operation, url);
  }
}

async function checkList(world: World, operation: DescribedOperation, url: string): Promise<void> {
  const { findings } = world;
  const pages = await walk(world, operation, withQuery(url, 'per_page', String(perPage)));
  const whole = await world.send({ method: 'GET', url: withQuery(url, 'per_page', String(mostItems)) });
  const [first] = pages;
  if (!first || whole.status !== successOf(operation)) return;
  const items = pages.flatMap(({ json }) => itemsIn(json));
  const keys = items.map(keyOf);
  const all = itemsIn(whole.json).map(keyOf);
  const isAll = linkOf(whole, 'next') === undefined && pages.length < mostPages;
  const least = Math.min(keys.length, all.length);
  findings.add({ operation: operation.id, aspect: 'pages' }, first.title, [
    ...repeated(keys).map((key) => `${key} is listed twice`),
    ...(String(keys.slice(0, least)) === String(all.slice(0, least))
      ? []
      : [`pages of ${perPage} have other items than one page of ${mostItems}`]),
    ...(isAll && keys.length !== all.length
      ? [`pages of ${perPage} have ${keys.length} items, and one page of ${mostItems} has ${all.length}`]
      : []),
  ]);
  checkOrder(world, operation, first, items);
}

/** Returns the pages from a URL on. Checks the links of each. */
async function walk(world: World, operation: DescribedOperation, url: string): Promise<Exchange[]> {
  const { send, judge, findings } = world;
  const pages: Exchange[] = [];
  const visited = new Set<string>();
  for (let next: string | undefined = url; next !== undefined && pages.length < mostPages;) {
    const page = await send({ method: 'GET', url: next });
    if (page.status === 403) return [];
    if (!judge.reply(operation, page, successOf(operation))) return pages;
    pages.push(page);
    visited.add(absolute(world, next));
    next = linkOf(page, 'next');
    findings.add({ operation: operation.id, aspect: 'pages' }, page.title, linkViolations(world, page, next, visited));
    if (next !== undefined && (visited.has(next) || !next.startsWith(`${world.url}/`))) break;
  }
  return pages;
}

function linkViolations(
  world: World,
  page: Exchange,
  next: string | undefined,
  visited: ReadonlySet<string>,
): string[] {
  const { links } = Object(page.json) as { readonly links?: Readonly<Record<string, unknown>> };
  const count = itemsIn(page.json).length;
  const relations = ['self', 'first', 'prev', 'next'];
  return [
    ...(count > perPage ? [`has ${count} items for per_page=${perPage}`] : []),
    ...(next !== undefined && count < perPage ? [`has ${count} of ${perPage} items, and a next page`] : []),
    ...(next !== undefined && visited.has(next) ? ['the next page is one that was before it'] : []),
    ...relations.flatMap((relation) => {
      const inHeader = linkOf(page, relation);
      const inBody = links?.[relation];
      return [
        ...(inHeader !== undefined && !inHeader.startsWith(`${world.url}/`)
          ? [`the link ${relation} leads to ${inHeader}, not to ${world.url}`]
          : []),
        ...(links !== undefined && relation !== 'self' && inBody !== inHeader
          ? [`the link ${relation} is ${String(inBody)} in the body, and ${String(inHeader)} in the header`]
          : []),
      ];
    }),
  ];
}

/** The description has the order of a list in words. */
function checkOrder(
  { document, findings }: World,
  operation: DescribedOperation,
  { title }: Exchange,
  items: readonly Readonly<Record<string, unknown>>[],
): void {
  const { description = '' } = Object(document.paths[operation.path]?.['get']) as { readonly description?: string };
  const [order, which] = /\b(newest|oldest) first\b/.exec(description) ?? [];
  const times = items.flatMap(({ created_at: time }) => (typeof time === 'string' ? [time] : []));
  if (order === undefined || times.length === 0) return;
  const isLater = (time: string, before: string): boolean => (which === 'newest' ? time > before : time < before);
  const wrong = times.findIndex((time, index) => index > 0 && isLater(time, times[index - 1] ?? time));
  findings.add(
    { operation: operation.id, aspect: 'order' },
    title,
    wrong < 0 ? [] : [`the item of ${times[wrong]} comes after that of ${times[wrong - 1]}, which is not ${order}`],
  );
}

/** Returns the target of a link in the header (RFC 8288, section 3). */
function linkOf({ headers }: Exchange, relation: string): string | undefined {
  const links = [...(headers.get('Link') ?? '').matchAll(/<([^<>]*)>\s*;\s*rel="?([\w-]+)"?/g)];
  return links.find(([, , name]) => name === relation)?.[1];
}

function absolute({ url }: World, target: string): string {
  return target.startsWith('/') ? url + target : target;
}

function keyOf(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(item['id'] ?? item['uuid'] ?? item['slug'] ?? item);
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
