/**
 * `npm run release -- 1.2.3`: sets this version in all files, makes it the heading of unreleased entries in the
 * changelogs, generates, and stores the descriptions as released. Prints the remaining steps.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { raiseVersion } from '../openapi/diff/raise-version.ts';
import { UnusableRelease } from '../openapi/diff/releases.ts';

const project = path.resolve(import.meta.dirname, '..');
const [version = ''] = process.argv.slice(2);
try {
  await raiseVersion(project, version);
  for (const script of ['generate', 'contract-release']) {
    const { status } = spawnSync(process.execPath, [`scripts/${script}.ts`], { cwd: project, stdio: 'inherit' });
    if (status !== 0)
      throw new UnusableRelease(`scripts/${script}.ts failed. Fix the problem, and run that script again.`);
  }
  console.log(`Everything is ${version}. Next:
  npm test
  git commit -am "release: ${version}"
  git tag v${version}`);
} catch (error) {
  if (!(error instanceof UnusableRelease)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
