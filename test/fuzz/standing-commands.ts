/** Commands that change the standing and the tags of packages. */
import * as fc from 'fast-check';
import { unwrap } from '../../src/client/index.ts';
import { expectSame } from './model-checks.ts';
import { pick, type ModelPackage, type ModelRegistry } from './model.ts';
import { inRegistry, type Command } from './registry-command.ts';
import { organization } from './things.ts';

const onePackage = '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}';

const number = fc.nat({ max: 99 });
const notices = fc.constantFrom(null, 'Broken', 'Breaks "x" & <y>');

export const standingCommands: readonly fc.Arbitrary<Command>[] = [
  fc.tuple(number, number, fc.constantFrom('offered', 'unlisted'), notices).map((all) => setStanding(...all)),
  fc.tuple(number, number, notices).map((all) => withdraw(...all)),
  fc.tuple(number, number).map((all) => restore(...all)),
  fc.tuple(number, number, fc.constantFrom('stable', 'next')).map((all) => setTag(...all)),
  fc.tuple(number, number, fc.constantFrom('stable', 'next')).map((all) => deleteTag(...all)),
];

function setStanding(n: number, which: number, standing: 'offered' | 'unlisted', notice: string | null): Command {
  return inRegistry(`make package ${which} of registry ${n} ${standing}: ${notice}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const params = { path: pathOf(registry, known) };
    const reply = await real.owner.PUT(`${onePackage}/standing`, { params, body: { standing, notice } });
    expectSame(`standing of ${known.fileName}`, reply.status, known.standing === 'withdrawn' ? 409 : 200);
    if (reply.status === 200) update(registry, known, { standing, notice }, reply.data);
  });
}

function withdraw(n: number, which: number, notice: string | null): Command {
  return inRegistry(`withdraw package ${which} of registry ${n}: ${notice}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const params = { path: pathOf(registry, known) };
    const reply = await real.owner.POST(`${onePackage}/withdraw`, { params, body: { notice } });
    update(registry, known, { standing: 'withdrawn', notice }, unwrap(reply));
  });
}

function restore(n: number, which: number): Command {
  return inRegistry(`restore package ${which} of registry ${n}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const reply = await real.owner.POST(`${onePackage}/restore`, { params: { path: pathOf(registry, known) } });
    const changes = known.standing === 'withdrawn' ? ({ standing: 'offered', notice: null } as const) : {};
    update(registry, known, changes, unwrap(reply));
  });
}

function setTag(n: number, which: number, tag: string): Command {
  return inRegistry(`tag package ${which} of registry ${n} as ${tag}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const params = { path: { ...pathOf(registry, known), tag } };
    const reply = await real.owner.PUT(`${onePackage}/tags/{tag}`, { params });
    expectSame(`tag of ${known.fileName}`, reply.status, known.standing === 'withdrawn' ? 409 : 200);
    if (reply.status !== 200) return;
    for (const other of registry.packages.filter(({ name }) => name === known.name)) untag(registry, other, tag);
    const tags = [...known.tags.filter((one) => one !== tag), tag].sort();
    update(registry, known, { tags }, reply.data);
  });
}

function deleteTag(n: number, which: number, tag: string): Command {
  return inRegistry(`delete the tag ${tag} of package ${which} of registry ${n}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const params = { path: { ...pathOf(registry, known), tag } };
    const reply = await real.owner.DELETE(`${onePackage}/tags/{tag}`, { params });
    update(registry, known, { tags: known.tags.filter((one) => one !== tag) }, unwrap(reply));
  });
}

function pathOf(
  { slug }: ModelRegistry,
  { id }: ModelPackage,
): Record<'organization' | 'registry' | 'package', string> {
  return { organization, registry: slug, package: id };
}

type Standing = Pick<ModelPackage, 'standing' | 'notice' | 'tags'>;

/** Changes a package of the model, and compares it with what the server returned. */
function update(
  registry: ModelRegistry,
  { id }: ModelPackage,
  changes: Partial<Standing>,
  { standing, notice, tags }: Standing,
): void {
  const at = registry.packages.findIndex((known) => known.id === id);
  const before = registry.packages[at];
  if (before === undefined) return;
  const after = { ...before, ...changes };
  registry.packages[at] = after;
  expectSame(`changed ${before.fileName}`, [standing, notice, tags], [after.standing, after.notice, after.tags]);
}

function untag(registry: ModelRegistry, known: ModelPackage, tag: string): void {
  const tags = known.tags.filter((one) => one !== tag);
  registry.packages[registry.packages.indexOf(known)] = { ...known, tags };
}
