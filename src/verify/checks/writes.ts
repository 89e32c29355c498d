/**
 * Checks with changes, in a registry of their own: published packages can be read, deleted ones cannot, and a token
 * allows its scopes only.
 */
import { randomUUID } from 'node:crypto';
import { pathOf, type Exchange, type Values } from '../exchange.ts';
import { itemsIn, operationOf, successOf, type World } from '../world.ts';
import { missingValue, preferring } from './refusals.ts';

/** A registry with packages, which the checks of reads use, too. */
export interface OwnRegistry {
  readonly values: Values;
  /** Deletes a package, a token and the registry, and checks that they are gone. */
  finish(): Promise<void>;
}

/** The part of the world that exists before the places are known. */
export type Writing = Omit<World, 'places'>;

const packageCount = 3;

/** Returns undefined if the registry cannot be created. */
export async function openOwnRegistry(world: Writing, organization: string): Promise<OwnRegistry | undefined> {
  const name = `verify-${randomUUID().slice(0, 13)}`;
  const created = await change(world, 'createRegistry', { organization }, { name, ecosystem: 'files' });
  const { slug } = Object(created.json) as { readonly slug?: unknown };
  if (created.status !== successOf(operationOf(world, 'createRegistry')) || typeof slug !== 'string') return undefined;
  const values = { organization, registry: slug };
  try {
    await checkPublishing(world, values);
    await checkBodies(world, values);
    await checkUnauthenticated(world, values);
    const token = await change(world, 'createRegistryToken', values, { description: 'larder verify' });
    const { id } = Object(token.json) as { readonly id?: unknown };
    await checkScopes(world, values);
    return {
      values,
      finish: async () => {
        await checkDeletion(world, values);
        if (typeof id === 'string') await change(world, 'deleteRegistryToken', { ...values, registry_token: id });
        await removeRegistry(world, values);
      },
    };
  } catch (error) {
    await removeRegistry(world, values);
    throw error;
  }
}

/** Sends a change, and checks that its response is the described success. */
async function change(
  world: Writing,
  id: string,
  values: Values,
  body?: object,
  expected = successOf(operationOf(world, id)),
): Promise<Exchange> {
  const operation = operationOf(world, id);
  const content =
    body === undefined || body instanceof FormData
      ? { ...(body && { body }) }
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const reply = await world.send({ method: operation.method, url: pathOf(operation, values) ?? '', ...content });
  world.judge.reply(operation, reply, expected);
  return reply;
}

async function read(world: Writing, id: string, values: Values): Promise<Exchange> {
  return world.send({ method: 'GET', url: pathOf(operationOf(world, id), values) ?? '' });
}

async function checkPublishing(world: Writing, values: Values): Promise<void> {
  for (let count = 1; count <= packageCount; count += 1) {
    const published = await change(world, 'publishPackage', values, form(count, `content ${count}`));
    const { id } = Object(published.json) as { readonly id?: unknown };
    const found = await read(world, 'getPackage', { ...values, package: String(id) });
    world.findings.add(
      { operation: 'publishPackage', aspect: 'state' },
      published.title,
      found.status === 200 ? [] : [`the published package is ${found.status} afterwards`],
    );
  }
  await change(world, 'publishPackage', values, form(1, 'other content'), 409);
  const listed = itemsIn((await read(world, 'listPackages', values)).json).length;
  world.findings.add(
    { operation: 'listPackages', aspect: 'state' },
    'after publishing',
    listed === packageCount ? [] : [`lists ${listed} packages instead of ${packageCount}`],
  );
}

function form(count: number, content: string): FormData {
  const data = new FormData();
  data.set('file', new File([content], `verify-${count}.0.0.txt`, { type: 'text/plain' }));
  return data;
}

/** Bodies that the description does not allow. */
async function checkBodies(world: Writing, { organization = '' }: Values): Promise<void> {
  await change(world, 'createRegistry', { organization }, {}, 400);
  const operation = operationOf(world, 'createRegistry');
  const url = pathOf(operation, { organization }) ?? '';
  const other = await world.send({ method: 'POST', url, headers: { 'Content-Type': 'text/plain' }, body: 'x' });
  world.judge.reply(operation, other, 415);
}

/** Sends each change without a token. Resources other than the registry do not exist. */
async function checkUnauthenticated(world: Writing, values: Values): Promise<void> {
  const { document, operations, send, judge, findings } = world;
  for (const operation of operations.filter(({ method, access }) => method !== 'GET' && !access.anonymous)) {
    const named = operation.parameters.filter((parameter) => parameter.in === 'path' || parameter.required);
    const missing = named.map(({ name }) => [name, values[name] ?? missingValue(document, operation, name)]);
    const url = pathOf(operation, Object.fromEntries(missing) as Values) ?? '';
    const reply = await send({ method: operation.method, url, token: null });
    const right = judge.reply(operation, reply, 401);
    findings.add(
      { operation: operation.id, aspect: 'unauthenticated' },
      `${reply.title} without a token`,
      right ? [] : [`is ${reply.status} instead of 401`],
    );
  }
}

/** A token that may only read cannot publish or delete, and one that is deleted cannot do anything. */
async function checkScopes(world: Writing, values: Values): Promise<void> {
  const input = { description: 'larder verify', scopes: ['read_packages'] };
  const created = await change(world, 'createAccessToken', {}, input);
  const { token, uuid } = Object(created.json) as { readonly token?: unknown; readonly uuid?: unknown };
  if (typeof token !== 'string' || typeof uuid !== 'string') return;
  for (const id of ['deleteRegistry', 'createPackageUpload', 'listAccessTokens']) {
    const operation = operationOf(world, id);
    const reply = await world.send({ method: operation.method, url: pathOf(operation, values) ?? '', token });
    const right = world.judge.reply(operation, reply, 403);
    world.findings.add(
      { operation: id, aspect: 'scope' },
      `${reply.title} with a token that may only read packages`,
      right ? [] : [`is ${reply.status} instead of 403`],
    );
  }
  await change(world, 'deleteAccessToken', { access_token: uuid });
  const own = operationOf(world, 'getAccessToken');
  const reply = await world.send({ method: 'GET', url: pathOf(own, {}) ?? '', token, headers: preferring(401) });
  world.findings.add(
    { operation: 'deleteAccessToken', aspect: 'state' },
    reply.title,
    reply.status === 401 ? [] : [`the deleted token gets ${reply.status} instead of 401`],
  );
}

async function checkDeletion(world: Writing, values: Values): Promise<void> {
  const [first] = itemsIn((await read(world, 'listPackages', values)).json);
  const place = { ...values, package: String(first?.['id']) };
  const deleted = await change(world, 'deletePackage', place);
  const after = await read(world, 'getPackage', place);
  world.findings.add(
    { operation: 'deletePackage', aspect: 'state' },
    deleted.title,
    after.status === 404 ? [] : [`the deleted package is ${after.status} afterwards`],
  );
}

async function removeRegistry(world: Writing, values: Values): Promise<void> {
  const removed = await change(world, 'deleteRegistry', values);
  const after = await read(world, 'getRegistry', values);
  world.findings.add(
    { operation: 'deleteRegistry', aspect: 'state' },
    removed.title,
    after.status === 404 ? [] : [`the deleted registry is ${after.status} afterwards`],
  );
}
