/** The packages that the suite publishes: by clients, or without one where publishing is not the subject. */
import path from 'node:path';
import type { Wire } from '../../ecosystems/javascript/npm-wire.ts';
import type { Machine } from './machine.ts';

export interface PackageRecipe {
  readonly name: string;
  readonly version: string;
  /** Its module exports what the modules of these export, too. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Returns what the module of a package exports: the package, and the exports of its dependencies. */
export function exportsOf({ name, version }: PackageRecipe, ...dependencies: readonly unknown[]): unknown {
  return [`${name}@${version}`, ...dependencies];
}

/** Writes a package into a folder of the project. */
export async function writePackage(machine: Machine, recipe: PackageRecipe, folder: string): Promise<void> {
  const { name, version, dependencies } = recipe;
  const packageJson = { name, version, license: 'MIT', ...(dependencies && { dependencies }) };
  await machine.write(
    { 'package.json': packageJson, 'index.js': moduleOf(recipe), 'README.md': `# ${name}\n` },
    folder,
  );
}

/** Publishes a package with the client of the machine. */
export async function publish(machine: Machine, recipe: PackageRecipe, tag?: string): Promise<void> {
  const { client } = machine;
  const folder = path.join('..', 'packages', recipe.name, recipe.version);
  await writePackage(machine, recipe, folder);
  await machine.write(client.packageFiles, folder);
  await machine.run(client.publish(tag), folder);
}

/** Publishes packages without a client. Throws if one is rejected. */
export async function seed(wire: Wire, ...recipes: readonly PackageRecipe[]): Promise<void> {
  for (const recipe of recipes) {
    const { name, version, dependencies } = recipe;
    const module = { name: 'package/index.js', content: moduleOf(recipe) };
    const fields = { ...(dependencies && { dependencies }) };
    const { status, body } = await wire.publish({
      name,
      version,
      fields,
      entries: ([first]) => [...(first ? [first] : []), module],
    });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  }
}

function moduleOf({ name, version, dependencies = {} }: PackageRecipe): string {
  const modules = Object.keys(dependencies).map((one) => `require(${JSON.stringify(one)})`);
  return `module.exports = [${[JSON.stringify(`${name}@${version}`), ...modules].join(', ')}];\n`;
}
