/** Checks that `npm ci` has installed Larder's packages. Plain JavaScript that every version of Node can parse. */
import { existsSync, readFileSync } from 'node:fs';

const unfound = /^Cannot find package '((?:@[^/']+\/)?[^/']+)/;

/** Imports a module by its URL. If a package that it needs is not installed, prints the remedy and exits with 1. */
export async function importInstalled(url) {
  try {
    return await import(url.href);
  } catch (error) {
    const missing = error?.code === 'ERR_MODULE_NOT_FOUND' ? unfound.exec(error.message)?.[1] : undefined;
    if (missing === undefined) throw error;
    return exitWithout(missing);
  }
}

/** If any package is not installed, including those for development, prints the remedy and exits with 1. */
export function exitIfNotInstalled() {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const missing = names.find((name) => !existsSync(new URL(`../../node_modules/${name}`, import.meta.url)));
  if (missing !== undefined) exitWithout(missing);
}

function exitWithout(name) {
  process.stderr.write(`The package "${name}", which Larder needs, is not installed.\nRun: npm ci\n`);
  process.exit(1);
}
