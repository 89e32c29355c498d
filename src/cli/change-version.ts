/** Changes all packages of a version, one after the other, and prints each. */
import type { Package } from '../client/index.ts';
import { connect, type Connection } from './connection.ts';
import { labelOf, packagesOfVersion } from './package-choice.ts';
import { registryRefOf, type RegistryOptions, type RegistryRef } from './registry-choice.ts';
import { jsonOf, printable, tell, write } from './terminal.ts';

/** The path parameters of a package in the API. */
export interface PackageRef extends RegistryRef {
  readonly package: string;
}

/** Changes one package. Rejects if the server does. */
export type PackageChange = (connection: Connection, path: PackageRef) => Promise<Package>;

/** Changes of all packages are independent: the first failure ends the command, and it can be repeated. */
export async function eachOfVersion(reference: string, options: RegistryOptions, change: PackageChange): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const packages = await packagesOfVersion(connection.client, place, reference);
  for (const { id } of packages) {
    const changed = await change(connection, { ...place, package: id });
    await write(`${options.json ? jsonOf(changed) : printable(standingLine(changed))}\n`);
  }
  if (packages.length > 1) tell(`The version has ${packages.length} packages. All of them were changed.`);
}

function standingLine({ standing, notice, ...pkg }: Package): string {
  return `${labelOf(pkg)} is ${standing}${notice === null ? '' : `: ${notice}`}`;
}
