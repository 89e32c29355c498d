/** Checks of each operation that reads: GET, HEAD, OPTIONS, and methods that the path does not have. */
import type { DescribedOperation } from '../../contract/description.ts';
import { pathOf, type Exchange } from '../exchange.ts';
import { detailOf } from '../judge-reply.ts';
import { readsOf, successOf, type World } from '../world.ts';

export async function checkReads(world: World): Promise<void> {
  for (const operation of readsOf(world)) {
    const urls = new Set(world.places.flatMap((values) => pathOf(operation, values) ?? []));
    if (urls.size === 0) {
      world.findings.skip(
        { operation: operation.id, status: successOf(operation), aspect: 'status' },
        'the server has no such resource',
      );
    }
    for (const url of urls) await checkRead(world, operation, url);
  }
  await checkMethods(world);
}

async function checkRead(world: World, operation: DescribedOperation, url: string): Promise<void> {
  const { send, judge, findings } = world;
  const status = successOf(operation);
  const get = await send({ method: 'GET', url });
  if (get.status === 403 && operation.replies.has(403)) {
    findings.skip({ operation: operation.id, status, aspect: 'status' }, `the token may not${detailOf(get)}`);
    return;
  }
  if (!judge.reply(operation, get, status)) return;
  const head = await send({ method: 'HEAD', url });
  judge.reply(operation, head, status);
  findings.add({ operation: operation.id, aspect: 'HEAD' }, head.title, differences(get, head));
}

/** Headers that belong to the connection or to one response. */
const ownHeaders = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id'];

/** A length may be absent, but must not be another one (RFC 9110, section 8.6). A body may change between requests. */
function differences(get: Exchange, head: Exchange): string[] {
  const names = [...new Set([...get.headers.keys(), ...head.headers.keys()])].filter(
    (name) => !ownHeaders.includes(name) && !(name === 'content-length' && !head.headers.has(name)),
  );
  return names.flatMap((name) => {
    const [own, other] = [get.headers.get(name), head.headers.get(name)];
    return own === other ? [] : [`${name} is ${other ?? 'missing'}, and ${own ?? 'missing'} for GET`];
  });
}

/** The described methods of each path. PROPFIND only reads (RFC 4918, section 9.1), so servers may safely get it. */
async function checkMethods({ operations, places, send, judge, findings }: World): Promise<void> {
  for (const own of Map.groupBy(operations, ({ path }) => path).values()) {
    const [first] = own;
    const url = first && places.map((values) => pathOf(first, values)).find((found) => found !== undefined);
    if (!first || url === undefined) continue;
    const methods = own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const options = await send({ method: 'OPTIONS', url, token: null });
    // Findings about a path have the name of its first operation.
    const subject = first.id;
    findings.add({ operation: subject, aspect: 'OPTIONS' }, options.title, [
      ...(options.status === 204 ? [] : [`is ${options.status} instead of 204`]),
      ...allowed(options, [...methods, 'OPTIONS']),
    ]);
    const other = await send({ method: 'PROPFIND', url });
    judge.problem(subject, other, 405);
    findings.add({ operation: subject, aspect: 'method' }, other.title, allowed(other, [...methods, 'OPTIONS']));
  }
}

function allowed({ headers }: Exchange, expected: readonly string[]): string[] {
  const allow = headers.get('Allow');
  const listed = (allow ?? '').split(',').map((method) => method.trim());
  const isSame = listed.length === expected.length && expected.every((method) => listed.includes(method));
  return isSame ? [] : [`Allow is ${allow ?? 'missing'} instead of ${expected.join(', ')}`];
}
