/** The commands of a sequence: each runs on the server and in the model, and compares the responses. */
import * as fc from 'fast-check';
import { unwrap } from '../../src/client/index.ts';
import { checkGone, checkList, checkPackage, checkRevoked, checkToken, expectSame } from './model-checks.ts';
import { pick } from './model.ts';
import { ecosystems } from '../../src/server/ecosystems.ts';
import { buildPackage, ecosystemIds, packagesOf, type PackageRecipe } from './packages.ts';
import { inRegistry, type Command } from './registry-command.ts';
import { standingCommands } from './standing-commands.ts';
import { makeRegistry, organization } from './things.ts';

/** What a new package is, also a copy. */
/** The model has no tags that the registry sets itself. */
const modelled = ecosystemIds.filter((id) => ecosystems[id].defaultTag === null);

const offered = { standing: 'offered', notice: null, tags: [] } as const;

const registries = '/v2/packages/organizations/{organization}/registries';
const at = `${registries}/{registry}` as const;

/** Arbitraries of every kind of command. `token` is that of the client. */
export function commandsWith(token: string): fc.Arbitrary<Command>[] {
  const number = fc.nat({ max: 99 });
  const recipes = fc.tuple(...modelled.map((id) => packagesOf(id)));
  const publishes = fc.tuple(number, recipes, fc.boolean()).map(([n, all, presigned]) => publish(n, all, presigned));
  return [
    fc.constantFrom(...modelled).map((ecosystem) =>
      command(`create a registry for ${ecosystem}`, async (model, { owner }) => {
        const slug = await makeRegistry(owner, ecosystem);
        model.registries.push({ slug, ecosystem, packages: [], tokens: [] });
      }),
    ),
    publishes,
    publishes,
    publishes,
    fc.tuple(number, number, number).map(([from, which, to]) => copy(from, which, to)),
    fc.tuple(number, number).map(([n, which]) => deletePackage(n, which)),
    number.map((n) => deleteRegistry(n)),
    fc.oneof(...standingCommands),
    fc.oneof(...standingCommands),
    fc
      .tuple(number, fc.integer({ min: 1, max: 7 }))
      .map(([n, perPage]) =>
        inRegistry(`walk the pages of registry ${n}, ${perPage} at a time`, n, (registry, _, real) =>
          checkList(real, registry, perPage),
        ),
      ),
    fc.tuple(number, number).map(([n, which]) =>
      inRegistry(`download package ${which} of registry ${n}`, n, async ({ slug, packages }, _, real) => {
        const known = pick(packages, which);
        if (known) await checkPackage(real, slug, known, token);
      }),
    ),
    number.map((n) => createToken(n)),
    fc.tuple(number, number).map(([n, which]) => deleteToken(n, which)),
  ];
}

function publish(n: number, recipes: readonly PackageRecipe[], presigned: boolean): Command {
  const how = presigned ? 'by a form' : '';
  return inRegistry(
    `publish one of ${JSON.stringify(recipes)} in registry ${n} ${how}`,
    n,
    async (registry, _, { owner }) => {
      const recipe = recipes.find(({ ecosystem }) => ecosystem === registry.ecosystem);
      if (!recipe) return;
      const { fileName, bytes, sha256 } = await buildPackage(recipe);
      const source = { blob: new Blob([bytes]), name: fileName };
      const path = { organization, registry: registry.slug };
      const reply = presigned ? await owner.publishPresigned(path, source) : await owner.publish(path, source);
      // Another version of the name is another package, and so is another file of the version.
      const before = registry.packages.find((known) => known.fileName === fileName);
      expectSame(`${fileName} is published`, reply.status === 409, before !== undefined);
      if (reply.status === 409) {
        const kind = before?.standing === 'withdrawn' ? 'version-withdrawn' : 'package-exists';
        expectSame(`${fileName} published again`, reply.error.type, `urn:larder:problem:${kind}`);
        return;
      }
      const { id, name, version } = unwrap(reply);
      registry.packages.push({ id, name, version, fileName, sha256, ...offered });
    },
  );
}

/** To a registry of the same ecosystem, where it is not yet. */
function copy(from: number, which: number, to: number): Command {
  return inRegistry(
    `copy package ${which} of registry ${from} to registry ${to}`,
    from,
    async (registry, model, real) => {
      const known = pick(registry.packages, which);
      const destination = pick(model.registries, to);
      if (!known || !destination) return;
      const path = { organization, registry: registry.slug, package: known.id };
      const reply = await real.owner.POST(`${at}/packages/{package}/copy`, {
        params: { path, query: { to: destination.slug } },
      });
      const isThere = destination.packages.some(({ fileName }) => fileName === known.fileName);
      const isBurnt = known.standing === 'withdrawn';
      const right = destination.ecosystem !== registry.ecosystem ? 422 : isThere || isBurnt ? 409 : 200;
      expectSame(`copy of ${known.fileName} to ${destination.slug}`, reply.status, right);
      if (right !== 200) return;
      const { id, name, version, digests } = unwrap(reply);
      expectSame('a copy', [name, version, digests.sha256], [known.name, known.version, known.sha256]);
      destination.packages.push({ ...known, id, ...offered });
    },
  );
}

function deletePackage(n: number, which: number): Command {
  return inRegistry(`delete package ${which} of registry ${n}`, n, async (registry, _, real) => {
    const known = pick(registry.packages, which);
    if (!known) return;
    const path = { organization, registry: registry.slug, package: known.id };
    unwrap(await real.owner.DELETE(`${at}/packages/{package}`, { params: { path } }));
    registry.packages.splice(registry.packages.indexOf(known), 1);
    await checkGone(real, registry.slug, known);
  });
}

function deleteRegistry(n: number): Command {
  return inRegistry(`delete registry ${n}`, n, async (registry, model, real) => {
    const params = { path: { organization, registry: registry.slug } };
    unwrap(await real.owner.DELETE(at, { params }));
    model.registries.splice(model.registries.indexOf(registry), 1);
    expectSame('a deleted registry', (await real.owner.GET(at, { params })).status, 404);
    for (const token of registry.tokens) await checkRevoked(real, registry.slug, token);
    for (const known of registry.packages) await checkGone(real, registry.slug, known);
  });
}

function createToken(n: number): Command {
  return inRegistry(`create a token for registry ${n}`, n, async (registry, model, real) => {
    const sent = { params: { path: { organization, registry: registry.slug } }, body: { description: 'fuzz' } };
    const { id, token } = unwrap(await real.owner.POST(`${at}/tokens`, sent));
    registry.tokens.push({ id, secret: token });
    const others = model.registries.filter((one) => one !== registry).map(({ slug }) => slug);
    await checkToken(real, registry.slug, others, { id, secret: token });
  });
}

function deleteToken(n: number, which: number): Command {
  return inRegistry(`delete token ${which} of registry ${n}`, n, async (registry, _, real) => {
    const known = pick(registry.tokens, which);
    if (!known) return;
    const path = { organization, registry: registry.slug, registry_token: known.id };
    unwrap(await real.owner.DELETE(`${at}/tokens/{registry_token}`, { params: { path } }));
    registry.tokens.splice(registry.tokens.indexOf(known), 1);
    await checkRevoked(real, registry.slug, known);
  });
}

function command(title: string, run: Command['run']): Command {
  return { check: () => true, run, toString: () => title };
}
