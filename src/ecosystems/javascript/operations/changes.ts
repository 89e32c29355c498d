/** The operations of `npm unpublish`. `npm deprecate` changes the packument, too. */
import { fileOfVersion } from '../tarball-name.ts';
import { changePackage } from '../change-package.ts';
import { grantWish } from '../grant-wish.ts';
import { readProject } from '../project-state.ts';
import { revisionOf } from '../revision.ts';
import { withdrawal } from '../wish.ts';
import type { NpmOperations } from './npm-operations.ts';

export const changes: Pick<NpmOperations, 'replacePackument' | 'deletePackument' | 'deleteTarball'> = {
  replacePackument: async ({ found, path, body, requireCaller: caller, requireScope }, { larder }) => {
    const wish = { ...path, body, caller: caller(), requireScope };
    return { status: 200, body: await grantWish(larder, found.registry, wish) };
  },
  deletePackument: async ({ found: { registry }, path, requireCaller: caller }, { larder }) => {
    const { project, packages } = await readProject(larder, registry, path.name);
    const standings = [...packages.values()].map(withdrawal);
    const change = { project, changes: { standings }, revision: path.revision, caller: caller() };
    return { status: 200, body: await changePackage(larder, registry, change) };
  },
  // npm has withdrawn the version before with `replacePackument`, so it is usually gone.
  deleteTarball: async ({ found: { registry }, path: { name, file, revision }, requireCaller: caller }, { larder }) => {
    const query = fileOfVersion(name, file);
    const stored = query && (await larder.catalog.packages.findFile(registry.id, { nameKey: name, ...query }));
    if (!stored) return { status: 200, body: { ok: true, id: name, rev: await revisionOf(larder, registry, name) } };
    const { project, packages } = await readProject(larder, registry, name);
    const standings = [...packages.values()].filter(({ id }) => id === stored.packageId).map(withdrawal);
    const change = { project, changes: { standings }, revision, caller: caller() };
    return { status: 200, body: await changePackage(larder, registry, change) };
  },
};
