/** Whether the Node that runs this can run Larder. Plain JavaScript that any Node can read. */

const [major, minor] = process.versions.node.split('.').map(Number);

export const canRun = major > 24 || (major === 24 && minor >= 18);

export const whatIsNeeded = `Larder needs Node 24.18 or later; this is Node ${process.versions.node}.`;

/** Says what to do, and exits with 1, if this Node cannot run Larder. */
export function exitIfTooOld() {
  if (canRun) return;
  const how = '`npm ci` installs it for Linux and Windows, and npm uses it; elsewhere install it and try again.';
  process.stderr.write(`${whatIsNeeded}\n${how}\n`);
  process.exit(1);
}
