/**
 * Starts the server with the Node that runs this. Plain JavaScript that any Node can read, so that one that is too old
 * can say what is missing; `npm ci` installs the right one where it can.
 */
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 18)) {
  console.error(
    `Larder needs Node 24.18 or later; this is Node ${process.versions.node}.\n` +
      '`npm ci` installs it for Linux and Windows, and `npm start` uses it; elsewhere install it and try again.',
  );
  process.exit(1);
}

module.enableCompileCache();
await import('../src/server/main.ts');
