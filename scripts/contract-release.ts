/**
 * `npm run contract:release`: stores the current bundles as the release of their version, for which the changelog must
 * have a heading, and writes their SHA-256 below it. A folder as the argument is another project.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tellsOf, withDigest } from '../openapi/diff/changelog.ts';
import { UnusableRelease, readBundles, releasedDigests, versionOf, writeRelease } from '../openapi/diff/releases.ts';

try {
  console.log(
    `openapi/released/${await release(process.argv[2] ?? path.resolve(import.meta.dirname, '..'))}.json is written.`,
  );
} catch (error) {
  if (!(error instanceof UnusableRelease)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Returns the version. */
async function release(project: string): Promise<string> {
  const bundles = await readBundles(project);
  const version = versionOf(bundles);
  const file = path.join(project, 'openapi/CHANGELOG.md');
  const changelog = await readFile(file, 'utf8');
  if (!tellsOf(changelog, version)) {
    throw new UnusableRelease(`openapi/CHANGELOG.md has no heading "## ${version}". Rename "## Unreleased" to it.`);
  }
  await writeRelease(project, { version, bundles });
  const sha256 = (await releasedDigests(project)).get(version);
  if (sha256 !== undefined) await writeFile(file, withDigest(changelog, version, sha256));
  return version;
}
