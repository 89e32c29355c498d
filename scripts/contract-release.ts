/**
 * `npm run contract:release`: keeps the bundles of now as what was released under their version, which the changelog must
 * tell of. A folder as the argument is another project than this one.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { tellsOf } from './contract-diff/changelog.ts';
import { UnusableRelease, readBundles, versionOf, writeRelease } from './contract-diff/releases.ts';

try {
  console.log(
    `openapi/released/${await release(process.argv[2] ?? path.resolve(import.meta.dirname, '..'))}.json is there.`,
  );
} catch (error) {
  if (!(error instanceof UnusableRelease)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Answers the version. */
async function release(project: string): Promise<string> {
  const bundles = await readBundles(project);
  const version = versionOf(bundles);
  if (!tellsOf(await readFile(path.join(project, 'openapi/CHANGELOG.md'), 'utf8'), version)) {
    throw new UnusableRelease(`openapi/CHANGELOG.md has no heading "## ${version}" yet; "## Unreleased" becomes it.`);
  }
  await writeRelease(project, { version, bundles });
  return version;
}
