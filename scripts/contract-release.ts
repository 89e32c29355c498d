/**
 * `npm run contract:release`: keeps the bundles of now as what was released under their version, which the changelog must
 * have a heading for, and writes their SHA-256 below it. A folder as the argument is another project than this one.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tellsOf, withDigest } from '../openapi/diff/changelog.ts';
import { UnusableRelease, readBundles, releasedDigests, versionOf, writeRelease } from '../openapi/diff/releases.ts';

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
  const file = path.join(project, 'openapi/CHANGELOG.md');
  const changelog = await readFile(file, 'utf8');
  if (!tellsOf(changelog, version)) {
    throw new UnusableRelease(`openapi/CHANGELOG.md has no heading "## ${version}" yet; "## Unreleased" becomes it.`);
  }
  await writeRelease(project, { version, bundles });
  const sha256 = (await releasedDigests(project)).get(version);
  if (sha256 !== undefined) await writeFile(file, withDigest(changelog, version, sha256));
  return version;
}
