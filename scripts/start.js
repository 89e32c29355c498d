/**
 * Starts the server with the Node that runs this. Plain JavaScript, so that an older Node can read it and say what is
 * missing; `npm ci` installs the right one where it can.
 */
import { enableCompileCache } from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 18)) {
  console.error(
    `Larder needs Node 24.18 or later; this is Node ${process.versions.node}.\n` +
      'npm ci installs it for Linux and Windows; elsewhere install it and try again.',
  );
  process.exit(1);
}

enableCompileCache();
await import('../src/server/main.ts');
