/** Checks of failures that a request can cause without a change: 401, 404 and 400, of operations that read. */
import { randomUUID } from 'node:crypto';
import { follow, type DescribedOperation, type OpenApiDocument } from '../../contract/description.ts';
import { parameterNames } from '../../contract/path-template.ts';
import { pathOf, withQuery, type Values } from '../exchange.ts';
import { readsOf, type World } from '../world.ts';

export async function checkRefusals(world: World): Promise<void> {
  for (const operation of readsOf(world)) {
    const values = world.places.findLast((one) => pathOf(operation, one) !== undefined);
    if (!values) continue;
    if (!operation.access.anonymous) await checkUnauthenticated(world, operation, values);
    if (operation.replies.has(404)) await checkMissing(world, operation, values);
    await checkInvalid(world, operation, values);
  }
  const unknown = await world.send({ method: 'GET', url: `/v2/${missingName()}` });
  world.judge.problem('an unknown URL', unknown, 404);
}

/** A server ignores unknown preferences (RFC 7240, section 2); the mock needs them, because it is stateless. */
export function preferring(status: number): Readonly<Record<string, string>> {
  return { Prefer: `code=${status}` };
}

async function checkUnauthenticated(
  { send, judge, findings }: World,
  operation: DescribedOperation,
  values: Values,
): Promise<void> {
  const url = pathOf(operation, values) ?? '';
  for (const token of [null, `larder_${randomUUID()}`]) {
    const reply = await send({ method: 'GET', url, token, headers: preferring(401) });
    const right = judge.reply(operation, reply, 401);
    const kind = token === null ? 'without a token' : 'with a token that does not exist';
    findings.add({ operation: operation.id, aspect: 'unauthenticated' }, `${reply.title} ${kind}`, [
      ...(right ? [] : [`is ${reply.status} instead of 401`]),
      ...(reply.headers.has('WWW-Authenticate') ? [] : ['WWW-Authenticate is missing']),
    ]);
  }
}

async function checkMissing(
  { document, send, judge, findings }: World,
  operation: DescribedOperation,
  values: Values,
): Promise<void> {
  const last = parameterNames(operation.path).at(-1);
  if (last === undefined) return;
  const missing = missingValue(document, operation, last);
  const url = pathOf(operation, { ...values, [last]: missing }) ?? '';
  const reply = await send({ method: 'GET', url, headers: preferring(404) });
  if (reply.status === 403) return;
  judge.reply(operation, reply, 404);
  findings.add(
    { operation: operation.id, aspect: 'not found' },
    reply.title,
    reply.status === 404 ? [] : [`is ${reply.status} instead of 404`],
  );
}

/** Returns a value of a path parameter that no resource has. */
export function missingValue(document: OpenApiDocument, { parameters }: DescribedOperation, name: string): string {
  const { schema = {} } = parameters.find((parameter) => parameter.name === name) ?? {};
  const { format } = follow<{ readonly format?: string }>(document, schema);
  return format === 'uuid' ? randomUUID() : missingName();
}

function missingName(): string {
  return `missing-${randomUUID().slice(0, 8)}`;
}

/** Sends a text for each query parameter that is an integer. */
async function checkInvalid(
  { document, send, judge, findings }: World,
  operation: DescribedOperation,
  values: Values,
): Promise<void> {
  for (const { name, in: place, schema } of operation.parameters) {
    const { type } = follow<{ readonly type?: string }>(document, schema);
    if (place !== 'query' || type !== 'integer') continue;
    const reply = await send({ method: 'GET', url: withQuery(pathOf(operation, values) ?? '', name, 'x') });
    if (reply.status === 403) continue;
    const right = judge.reply(operation, reply, 400);
    const { errors = [] } = Object(reply.json) as { readonly errors?: readonly { readonly path?: unknown }[] };
    const named = errors.some(({ path }) => path === `query.${name}`);
    findings.add({ operation: operation.id, aspect: 'invalid request' }, reply.title, [
      ...(right ? [] : [`is ${reply.status} instead of 400`]),
      ...(named ? [] : [`errors do not have the place query.${name}`]),
    ]);
  }
}
