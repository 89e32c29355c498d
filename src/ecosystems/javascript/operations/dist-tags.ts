/** The operations of `npm dist-tag`. */
import { invalidRequest } from '../../../contract/replies/problems.ts';
import type { TagChange } from '../../../storage/projects.ts';
import { changePackage } from '../change-package.ts';
import { LATEST } from '../dist-tags.ts';
import { readProject, versionOf, type ProjectState } from '../project-state.ts';
import { readPackument } from '../stored-packument.ts';
import type { NpmOperations } from './npm-operations.ts';

type Ids = 'getDistTags' | 'replaceDistTags' | 'updateDistTags' | 'setDistTag' | 'storeDistTag' | 'deleteDistTag';

export const distTagOperations: Pick<NpmOperations, Ids> = {
  getDistTags: async ({ found, path: { name } }, context) => {
    return { status: 200, body: (await readPackument(found, name, context))['dist-tags'] };
  },
  replaceDistTags: async ({ found, path: { name }, body, requireCaller: caller }, { larder }) => {
    const state = await readProject(larder, found.registry, name);
    const others = Object.keys(state.tags).filter((tag) => !Object.hasOwn(body, tag) && tag !== LATEST);
    const tags = [...setAll(state, body), ...others.map((tag) => ({ tag, packageId: null }))];
    const change = { project: state.project, changes: { tags }, caller: caller() };
    return { status: 200, body: await changePackage(larder, found.registry, change) };
  },
  updateDistTags: async ({ found, path: { name }, body, requireCaller: caller }, { larder }) => {
    const state = await readProject(larder, found.registry, name);
    const change = { project: state.project, changes: { tags: setAll(state, body) }, caller: caller() };
    return { status: 200, body: await changePackage(larder, found.registry, change) };
  },
  setDistTag: (input, context) => setOne(input, context),
  storeDistTag: (input, context) => setOne(input, context),
  deleteDistTag: async ({ found: { registry }, path: { name, tag }, requireCaller: caller }, { larder }) => {
    if (tag === LATEST) throw invalidTag(`"${LATEST}" cannot be deleted; set it to another version`);
    const { project } = await readProject(larder, registry, name);
    const change = { project, changes: { tags: [{ tag, packageId: null }] }, caller: caller() };
    return { status: 200, body: await changePackage(larder, registry, change) };
  },
};

const setOne = async (
  ...[{ found, path, body, requireCaller: caller }, { larder }]: Parameters<NpmOperations['setDistTag']>
) => {
  const state = await readProject(larder, found.registry, path.name);
  const change = { project: state.project, changes: { tags: setAll(state, { [path.tag]: body }) }, caller: caller() };
  return { status: 200, body: await changePackage(larder, found.registry, change) } as const;
};

function setAll(state: ProjectState, tags: Readonly<Record<string, string>>): TagChange[] {
  return Object.entries(tags).map(([tag, version]) => ({ tag, packageId: versionOf(state, version).id }));
}

function invalidTag(message: string): Error {
  return invalidRequest([{ path: 'path.tag', message }]);
}
