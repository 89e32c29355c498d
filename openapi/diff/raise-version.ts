/** Changes the version of a project in all files. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import semver from 'semver';
import { UnusableRelease } from './releases.ts';

const unreleased = /^## Unreleased$/m;

/**
 * Writes `version` to the packages, the descriptions and README, and makes it the heading of unreleased entries in both
 * changelogs. Throws `UnusableRelease`, and writes nothing, if the version is not higher or there is nothing to
 * release.
 */
export async function raiseVersion(project: string, version: string): Promise<void> {
  const read = (file: string): Promise<string> => readFile(path.join(project, file), 'utf8');
  const { version: before } = JSON.parse(await read('package.json')) as { readonly version: string };
  if (semver.valid(version) !== version || !semver.gt(version, before))
    throw new UnusableRelease(`${JSON.stringify(version)} is not a version above ${before}, such as 1.2.3.`);
  const [changelog, contract] = [await read('CHANGELOG.md'), await read('openapi/CHANGELOG.md')];
  if (!unreleased.test(changelog))
    throw new UnusableRelease('CHANGELOG.md has no heading "## Unreleased": there is nothing to release.');
  const changes = new Map([
    ['CHANGELOG.md', changelog.replace(unreleased, `## ${version}`)],
    ['openapi/CHANGELOG.md', headed(contract, version)],
    ['README.md', (await read('README.md')).replaceAll(`larder-client-${before}.tgz`, `larder-client-${version}.tgz`)],
  ]);
  for (const file of ['package.json', 'src/client/package.json'])
    changes.set(file, replaced(file, await read(file), `"version": "${before}"`, `"version": "${version}"`));
  const lock = await read('package-lock.json');
  // The first two versions in package-lock.json are the project's.
  const own = replaced('package-lock.json', lock, `"version": "${before}"`, `"version": "${version}"`);
  changes.set(
    'package-lock.json',
    replaced('package-lock.json', own, `"version": "${before}"`, `"version": "${version}"`),
  );
  for await (const file of glob(['openapi/*.yaml', 'openapi/native/*.yaml'], { cwd: project }))
    changes.set(file, replaced(file, await read(file), `\n  version: ${before}\n`, `\n  version: ${version}\n`));
  for (const [file, text] of changes) await writeFile(path.join(project, file), text);
}

/** The contract is released with every version, even if it has not changed. */
function headed(contract: string, version: string): string {
  if (unreleased.test(contract)) return contract.replace(unreleased, `## ${version}`);
  return contract.replace(/^## \d/m, (next) => `## ${version}\n\nNo changes.\n\n${next}`);
}

function replaced(file: string, text: string, from: string, to: string): string {
  if (text.includes(from)) return text.replace(from, to);
  throw new UnusableRelease(`${file} lacks ${JSON.stringify(from.trim())}. Versions of all files must be the same.`);
}
