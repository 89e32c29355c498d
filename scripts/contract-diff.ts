/**
 * `npm run contract:diff`: compares the contract with the last released one. Fails for breaking differences that
 * `openapi/CHANGELOG.md` does not announce. A folder as the argument is another project.
 */
import path from 'node:path';
import { compareWithLastRelease } from '../openapi/diff/compare-with-last-release.ts';
import { UnusableRelease } from '../openapi/diff/releases.ts';
import { report } from '../openapi/diff/report.ts';

try {
  const comparison = await compareWithLastRelease(process.argv[2] ?? path.resolve(import.meta.dirname, '..'));
  console.log(report(comparison));
  process.exitCode = comparison.unannounced.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof UnusableRelease)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
