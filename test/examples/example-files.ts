/** Files that, once published, are the packages of the contract's examples: same name, version, variant and metadata. */
import api from '../../generated/openapi.json' with { type: 'json' };
import type { Ecosystem, PackageList, PackageListItem } from '../../src/client/index.ts';
import { buildApk } from '../fixtures/apk-package.ts';
import { buildChart } from '../fixtures/chart.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildTarball } from '../fixtures/npm-package.ts';
import { buildSdist, buildWheel, wheelName } from '../fixtures/python-package.ts';
import { buildRpm, rpmName } from '../fixtures/rpm-package.ts';
import type { TagValue } from '../fixtures/rpm-header.ts';
import { buildModule, moduleText } from '../fixtures/terraform-module.ts';
import { shownReplies } from '../../src/mock/described-examples.ts';
import { operationOf } from '../client/described-operation.ts';

/**
 * The packages of the list that is named for an ecosystem, and of all other pages of it; oldest first. The last is one
 * of a page before, which is not shown: so every page that is shown has the neighbours that its links speak of.
 */
export async function exampleFiles(ecosystem: Ecosystem): Promise<File[]> {
  const build = builders[ecosystem];
  if (build === undefined) return [];
  const lists = exampleLists();
  const registry = registryOf(lists[ecosystem]);
  const items = Object.values(lists)
    .filter((list) => registryOf(list) === registry)
    .flatMap((list) => list.items);
  const byId = new Map(items.map((item) => [item.id, item]));
  // The ids are in the order in which packages were made.
  const oldestFirst = [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const newest = oldestFirst.slice(-1).map((item) => ({ ...item, version: '9.0.0' }));
  return await Promise.all([...oldestFirst, ...newest].map(build));
}

/** Without ecosystems whose packages no form can publish. */
const builders: Readonly<Partial<Record<Ecosystem, (item: PackageListItem) => Promise<File>>>> = {
  alpine: async ({ name, version, variant, metadata }) => {
    const { maintainer, description } = metadata;
    const info = {
      pkgname: name,
      pkgver: version,
      arch: String(variant),
      maintainer: String(maintainer),
      pkgdesc: String(description),
      url: undefined,
      size: undefined,
      license: undefined,
    };
    return fileOf(`${name}-${version}.apk`, await buildApk({ info }));
  },
  debian: async ({ name, version, variant, metadata }) => {
    const { maintainer, description } = metadata;
    const control = {
      Package: name,
      Version: version,
      Architecture: String(variant),
      Maintainer: String(maintainer),
      Description: String(description),
    };
    const dataEntries = [{ name: `./usr/share/${name}`, content: '' }];
    return fileOf(`${name}_${version}_${variant}.deb`, Uint8Array.from(await buildDeb({ control, dataEntries })));
  },
  files: async ({ name, version, variant }) => fileOf(`${name}-${version}.${variant}`, name),
  helm: async ({ name, version, metadata }) =>
    fileOf(`${name}-${version}.tgz`, await buildChart({ name, version, fields: metadata })),
  javascript: async ({ name, version, metadata }) =>
    fileOf(`${name.replace(/^.*\//, '')}-${version}.tgz`, await buildTarball({ name, version, fields: metadata })),
  python: async ({ name, version, variant, metadata }) => {
    const fields = {
      'Metadata-Version': '2.4',
      'Requires-Python': String(metadata['requires_python']),
      Summary: String(metadata['summary']),
      'License-Expression': String(metadata['license_expression']),
      'Requires-Dist': [metadata['requires_dist'] ?? []].flat().map(String),
    };
    const recipe = { name, version, metadata: fields };
    if (variant !== 'sdist') return fileOf(wheelName(name, version, String(variant)), buildWheel(recipe));
    return fileOf(`${name.replaceAll('-', '_')}-${version}.tar.gz`, await buildSdist(recipe));
  },
  redhat: ({ name, version: evr, variant, metadata }) => {
    const [version = '', release = '1'] = evr.split('-');
    // Vendor, packager, group, URL and description are not shown.
    const hidden = [1005, 1011, 1015, 1016, 1020].map((tag) => [tag, undefined] as const);
    const tags = new Map<number, TagValue | undefined>([
      ...hidden,
      [1004, { i18n: [String(metadata['summary'])] }],
      [1009, { int32: [Number(metadata['installed_size'])] }],
      [1014, { string: String(metadata['license']) }],
    ]);
    const recipe = { name, version, release, arch: String(variant), tags };
    return Promise.resolve(fileOf(rpmName(recipe), buildRpm(recipe)));
  },
  terraform: async ({ name, version, metadata }) => {
    const [module = '', provider = ''] = name.split('/');
    const folders = ['.', ...[metadata['submodules'] ?? []].flat().map(String)];
    const entries = folders.map((folder) => ({ name: `${folder}/main.tf`, content: moduleText(version) }));
    return fileOf(`terraform-${provider}-${module}-${version}.tgz`, await buildModule(entries));
  },
};

/** Returns whether a form can publish packages of an ecosystem. */
export function hasExampleFiles(ecosystem: Ecosystem): boolean {
  return builders[ecosystem] !== undefined;
}

function fileOf(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name);
}

function exampleLists(): Readonly<Record<string, PackageList>> {
  const shown = shownReplies(api, operationOf('listPackages')).filter(({ status }) => status === 200);
  // The linter has compared the examples with their schema.
  return Object.fromEntries(shown.map(({ example = '', value }) => [example, value as PackageList]));
}

function registryOf(list: PackageList | undefined): string {
  return new URL(list?.links.self ?? '').pathname;
}
