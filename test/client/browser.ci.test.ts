/** The scenarios in a real browser, on a page of another origin than the server's and in its service worker. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startTestServer } from '../fixtures/server.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { startPageServer } from './page-server.ts';
import type { Results, World } from './runtimes/scenarios.ts';

/** What the page has. A service worker has no XMLHttpRequest, and with it no progress. */
const places = [
  ['a window', 'runHere', true],
  ['a service worker', 'runInWorker', false],
] as const;

test.skipIf(!hasChromium).each(places)('the client in %s (chromium) publishes and reads', async (_, run, progress) => {
  await using server = await startTestServer();
  const page = await open(path.join(import.meta.dirname, 'page'));
  const { url: baseUrl, token } = server;
  const world: World = { baseUrl, token, organization: 'acme', registry: 'shelf', progress };
  // The page has both.
  const code = `${run}(${JSON.stringify(world)})`;
  const { names, failures } = await page.evaluate<Results>(code);
  expect(failures).toEqual({});
  expect(names.length).toBeGreaterThan(20);
  expect(server.violations()).toBe(0);
});

async function open(folder: string): Promise<Page> {
  const [server, browser] = await Promise.all([startPageServer(folder), launchChromium()]);
  onTestFinished(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  return page;
}
