/** Checks that this version of Node can run Larder. Plain JavaScript that every version of Node can parse. */

const [major, minor] = process.versions.node.split('.').map(Number);

export const canRun = major > 24 || (major === 24 && minor >= 18);

export const whatIsNeeded = `Larder needs Node 24.18 or later; this is Node ${process.versions.node}.`;

/** If this version of Node cannot run Larder, prints the remedy and exits with 1. */
export function exitIfTooOld() {
  if (canRun) return;
  const how = '`npm ci` installs it on Linux and Windows, and npm uses it; on other systems, install it yourself.';
  process.stderr.write(`${whatIsNeeded}\n${how}\n`);
  process.exit(1);
}
