/** Packages to publish: small real ones of every ecosystem, and such as were damaged on the way. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { EcosystemId } from '../../src/model/values.ts';
import { buildApk } from '../fixtures/apk-package.ts';
import { buildChart } from '../fixtures/chart.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildTarball } from '../fixtures/npm-package.ts';
import { buildSdist, buildWheel, wheelName } from '../fixtures/python-package.ts';
import { buildRpm, rpmName } from '../fixtures/rpm-package.ts';
import { buildModule, moduleText } from '../fixtures/terraform-module.ts';

/** What a package is to be; short enough to be read in a report. */
export interface PackageRecipe {
  readonly ecosystem: EcosystemId;
  readonly name: string;
  readonly version: string;
  /** Which of the forms that the ecosystem has. */
  readonly form: number;
  readonly damage: Damage | undefined;
}

/** A byte to turn over, or the place to cut, as a share of the length. */
type Damage = { readonly turn: number } | { readonly cut: number };

export interface BuiltPackage {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

type Build = (recipe: PackageRecipe) => Promise<Omit<BuiltPackage, 'sha256'>>;

/** Without ecosystems whose packages no form can publish. */
const builders: Readonly<Partial<Record<EcosystemId, Build>>> = {
  alpine: async ({ name, version, form }) => ({
    fileName: `${name}-${version}.apk`,
    bytes: await buildApk({
      info: { pkgname: name, pkgver: version, arch: form % 2 === 0 ? 'noarch' : 'x86_64', pkgdesc: `form ${form}` },
    }),
  }),
  debian: async ({ name, version, form }) => {
    const architecture = form % 2 === 0 ? 'all' : 'amd64';
    const deb = await buildDeb({
      control: { Package: name, Version: version, Architecture: architecture },
      compression: form < 2 ? 'gz' : 'xz',
      dataEntries: [{ name: `./usr/share/${name}`, content: `form ${form}` }],
    });
    return {
      fileName: `${name}_${version}_${architecture}.${form === 3 ? 'udeb' : 'deb'}`,
      bytes: Uint8Array.from(deb),
    };
  },
  files: async ({ name, version, form }) => ({
    fileName: `${name}-${version}.${form % 2 === 0 ? 'tar.gz' : 'txt'}`,
    bytes: new TextEncoder().encode(`${name} ${version}`),
  }),
  helm: async ({ name, version, form }) => ({
    fileName: `${name}-${version}.tgz`,
    bytes: await buildChart({ name, version, fields: { description: `form ${form}` } }),
  }),
  javascript: async ({ name, version, form }) => ({
    fileName: `${name}-${version}.tgz`,
    bytes: await buildTarball({ name, version, fields: { description: `form ${form}` } }),
  }),
  python: async ({ name, version, form }) =>
    form % 2 === 0
      ? { fileName: wheelName(name, version), bytes: buildWheel({ name, version }) }
      : { fileName: `${name}-${version}.tar.gz`, bytes: await buildSdist({ name, version }) },
  redhat: ({ name, version, form }) => {
    const recipe = { name, version, arch: form % 2 === 0 ? 'noarch' : 'x86_64' };
    return Promise.resolve({ fileName: rpmName(recipe), bytes: buildRpm(recipe) });
  },
  terraform: async ({ name, version, form }) => ({
    fileName: `terraform-aws-${name}-${version}.${form % 2 === 0 ? 'tgz' : 'tar.gz'}`,
    bytes: await buildModule([{ name: form < 2 ? 'main.tf' : 'demo/main.tf', content: moduleText(version) }]),
  }),
};

export const ecosystemIds: readonly EcosystemId[] = Object.keys(builders).filter((id) => isEcosystem(id));

export async function buildPackage(recipe: PackageRecipe): Promise<BuiltPackage> {
  const build = builders[recipe.ecosystem];
  if (build === undefined) throw new Error(`No form can publish packages of ${recipe.ecosystem}.`);
  const { fileName, bytes } = await build(recipe);
  const sent = damaged(bytes, recipe.damage);
  return { fileName, bytes: sent, sha256: createHash('sha256').update(sent).digest('hex') };
}

/** One that no test or thing has. */
export function wholePackage(ecosystem: EcosystemId): PackageRecipe {
  return { ecosystem, name: 'demo', version: '99.9.9', form: 0, damage: undefined };
}

/** Whole packages of few names and versions, so that some are the same; names all ecosystems can have. */
export function packagesOf(ecosystem: EcosystemId): fc.Arbitrary<PackageRecipe> {
  const number = fc.nat({ max: 12 });
  return fc.record({
    ecosystem: fc.constant(ecosystem),
    name: fc.constantFrom('demo', 'apple', 'pear2', 'zebra'),
    version: fc.tuple(number, number, number).map((numbers) => numbers.join('.')),
    form: fc.nat({ max: 3 }),
    damage: fc.constant(undefined),
  });
}

export function damagedPackagesOf(ecosystem: EcosystemId): fc.Arbitrary<PackageRecipe> {
  const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
  const damage = fc.oneof(
    share.map((turn) => ({ turn })),
    share.map((cut) => ({ cut })),
  );
  return fc.tuple(packagesOf(ecosystem), damage).map(([recipe, how]) => ({ ...recipe, damage: how }));
}

function damaged(bytes: Uint8Array<ArrayBuffer>, damage: Damage | undefined): Uint8Array<ArrayBuffer> {
  if (damage === undefined) return bytes;
  if ('cut' in damage) return bytes.slice(0, Math.floor(damage.cut * bytes.length));
  const at = Math.floor(damage.turn * bytes.length);
  return bytes.with(at, 255 - (bytes[at] ?? 0));
}

function isEcosystem(id: string): id is EcosystemId {
  return id in builders;
}
