/** The requests of `npm publish`, `npm dist-tag` and `npm unpublish`. */
import { publishBody } from '../fixtures/npm-package.ts';
import { textOf, type Answer } from './api.ts';
import { makePackage, project, registries } from './packages.ts';
import type { Known } from './shelf.ts';
import { holdTag } from './tags.ts';
import { beginDeed, expectStatus, gone, type Turn } from './work.ts';

const json = { 'Content-Type': 'application/json' };

/** Publishes a version, also with a tag. Returns false if there is no response. */
export async function publishNpm(turn: Turn): Promise<boolean> {
  const registry = turn.chance.oneOf(registries.javascript) ?? '';
  const { version, bytes, sha256 } = await makePackage('javascript', turn.nextNumber(), turn.chance);
  const known = turn.shelf.expect(registry, version, { sha256 });
  const settle = beginDeed(turn, known, 'publish', sha256);
  const tag = turn.chance.next() < 0.4 ? holdTag(turn, known) : undefined;
  const body = JSON.stringify(publishBody({ name: project, version }, bytes, tag ? { tag: tag.name } : {}));
  const reply = await turn.api.native(`${registry}/npm/${project}`, { method: 'PUT', headers: json, body });
  known.busy = false;
  tag?.settle(reply && true);
  if (!reply) return gone(turn);
  expectStatus(reply, 201);
  settle('made');
  known.unsure = false;
  return true;
}

/** Sets or deletes a tag. */
export async function npmTagRequest(
  { api }: Turn,
  { name, known, isDeleted }: { readonly name: string; readonly known: Known; readonly isDeleted: boolean },
): Promise<Answer | undefined> {
  const path = `${known.registry}/npm/-/package/${project}/dist-tags/${name}`;
  if (isDeleted) return await api.native(path, { method: 'DELETE' });
  return await api.native(path, { method: 'PUT', headers: json, body: JSON.stringify(known.version) });
}

/** What a client changes in a packument. */
interface Packument {
  readonly _rev: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, unknown>>;
}

/**
 * Unpublishes a version: sends the packument back without it. Resolves to the reply; undefined if there is none. Another
 * client may have changed the package since it was read, which is a conflict.
 */
export async function unpublishNpm({ api }: Turn, { registry, version }: Known): Promise<Answer | undefined> {
  const read = await api.native(`${registry}/npm/${project}?write=true`);
  if (!read?.body) return undefined;
  expectStatus(read, 200);
  const packument = JSON.parse(textOf(read)) as Packument;
  const { _rev: revision, 'dist-tags': tags, versions } = packument;
  const body = JSON.stringify({
    ...packument,
    versions: without(versions, (name) => name === version),
    'dist-tags': without(tags, (_, tagged) => tagged === version),
  });
  const path = `${registry}/npm/${project}/-rev/${revision}`;
  return await api.native(path, { method: 'PUT', headers: json, body });
}

function without<Value>(
  values: Readonly<Record<string, Value>>,
  isGone: (name: string, value: Value) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isGone(name, value)));
}
