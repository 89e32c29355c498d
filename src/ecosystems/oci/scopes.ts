/** The scopes of tokens (distribution, "Token Scope Documentation"), and what a caller gets of them. */
import { Failure } from '../../model/failure.ts';
import type { Scope } from '../../model/records.ts';
import type { Caller, Grant } from '../../registry/callers.ts';
import { everyProject } from '../../registry/grants.ts';
import type { Larder } from '../../registry/larder.ts';
import { belongsTo, findImageRegistry, parseImageName } from './readable-registry.ts';

interface RequestedScope {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

const scopesOfActions: Readonly<Record<string, readonly Scope[] | undefined>> = {
  pull: ['read_packages'],
  push: ['write_packages'],
  delete: ['delete_packages'],
  '*': ['read_packages', 'write_packages', 'delete_packages'],
};

/**
 * Returns the part of the requested scopes that the caller is allowed; undefined for an anonymous caller. Scopes of other
 * forms are ignored. Throws `invalid-request` if there are too many.
 */
export async function grantsFor(
  larder: Pick<Larder, 'catalog'>,
  caller: Caller | undefined,
  texts: readonly string[],
): Promise<readonly Grant[]> {
  const requested = [...new Set(texts.flatMap((text) => text.split(' ')))].flatMap(parseScope);
  const length = requested.reduce((sum, { name }) => sum + name.length, 0);
  if (requested.length > mostScopes || length > longestNames)
    throw new Failure('invalid-request', `scope: has more than ${mostScopes} scopes. Request several tokens.`);
  const grants: Grant[] = [];
  for (const scope of requested) {
    const project = scope.type === 'registry' ? everyProject : scope.name;
    const scopes = await allowedScopes(larder, caller, scope);
    if (scopes.length > 0) grants.push({ project, scopes });
  }
  return grants;
}

const mostScopes = 50;

/** In characters, so that a token fits into a header. */
const longestNames = 5000;

/** `repository:acme/images/app:pull,push`. A name may have a colon, such as that of a port. */
function parseScope(text: string): RequestedScope[] {
  const [, type, name, actions] = /^([a-z]+)(?:\([^)]*\))?:(.+):([a-z*,]+)$/.exec(text) ?? [];
  if (type === undefined || name === undefined || actions === undefined) return [];
  return [{ type, name, actions: actions.split(',') }];
}

async function allowedScopes(
  larder: Pick<Larder, 'catalog'>,
  caller: Caller | undefined,
  { type, name, actions }: RequestedScope,
): Promise<readonly Scope[]> {
  if (type === 'registry') {
    const isCatalog = name === 'catalog' && caller?.scopes.includes('read_packages') === true;
    return isCatalog ? ['read_packages'] : [];
  }
  const parts = type === 'repository' ? parseImageName(name) : undefined;
  const registry = parts && (await findImageRegistry(larder, parts));
  if (!registry) return [];
  const own = caller && belongsTo(caller, registry) ? caller.scopes : [];
  const allowed = new Set<Scope>(registry.public ? [...own, 'read_packages'] : own);
  const requested = actions.flatMap((action) => scopesOfActions[action] ?? []);
  return [...new Set(requested)].filter((scope) => allowed.has(scope));
}
