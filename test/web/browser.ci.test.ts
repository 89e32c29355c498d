import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createRegistry, publish } from '../fixtures/server.ts';
import { useServer } from '../native/watched-server.ts';
import { idOf, pathOf } from './people.ts';

const chromium = '/usr/bin/chromium';
const server = useServer();

test.skipIf(!existsSync(chromium))(
  'a real browser (chromium) shows a page in its style, and requests nothing else',
  async () => {
    await createRegistry(server(), 'Shown', 'files', { public: true });
    const id = await idOf(await publish(server(), 'shown', 'a-1.0.0.txt', 'a'));
    const before = server().replies.length;
    const { dom, errors } = await open(`${server().url}/${pathOf.package('shown', id)}`);
    expect(dom).toMatch(/<h1>\s*a\s*<span class="quiet">1\.0\.0<\/span>/);
    // The browser writes to its console if a policy blocks a style or another resource.
    expect(errors).not.toMatch(/Content Security Policy|Refused to/);
    expect(server().replies.length - before).toBe(1);
  },
);

async function open(url: string): Promise<{ dom: string; errors: string }> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'larder-browser-'));
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--enable-logging=stderr',
    `--user-data-dir=${profile}`,
  ];
  try {
    const { stdout, stderr } = await promisify(execFile)(chromium, [...options, '--dump-dom', url], {
      timeout: 25_000,
    });
    return { dom: stdout, errors: stderr };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
