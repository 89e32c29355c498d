/** Whether `npm ci` has installed what Larder needs. Plain JavaScript that any Node can read. */
import { existsSync, readFileSync } from 'node:fs';

const unfound = /^Cannot find package '((?:@[^/']+\/)?[^/']+)/;

/** Imports a module by its URL. Says what to do, and exits with 1, if a package that it needs is not installed. */
export async function importInstalled(url) {
  try {
    return await import(url.href);
  } catch (error) {
    const missing = error?.code === 'ERR_MODULE_NOT_FOUND' ? unfound.exec(error.message)?.[1] : undefined;
    if (missing === undefined) throw error;
    return exitWithout(missing);
  }
}

/** Says what to do, and exits with 1, if a package is not installed, be it for development. */
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
