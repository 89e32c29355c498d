/** One small frontend in a real browser, unchanged, before the mock and before the server: what it shows is the same. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock } from '../../src/cli/start-mock.ts';
import { hasChromium, launchChromium } from '../client/chromium.ts';
import { exampleFiles } from '../examples/example-files.ts';
import { exampleRegistry } from '../examples/example-registries.ts';
import { startPageServer, type PageServer } from '../client/page-server.ts';
import { startExampleServer } from '../client/targets.ts';

interface Target extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
}

const registry = exampleRegistry('debian');
const registries = '/v2/packages/organizations/my_great_org/registries';

const targets: Readonly<Record<string, () => Promise<Target>>> = {
  mock: async () => {
    const { url, stop } = await startMock({ port: 0 });
    return { url, token: 'any-token', [Symbol.asyncDispose]: stop };
  },
  // It holds what the examples show, but for the package that the page publishes.
  server: async () => {
    const server = await startExampleServer();
    const headers = { 'Content-Type': 'application/json' };
    await server.ask(registries, { method: 'POST', headers, body: JSON.stringify(registry) });
    for (const file of (await exampleFiles('debian')).slice(0, 2)) {
      const body = new FormData();
      body.set('file', file);
      await server.ask(`${registries}/my-registry/packages`, { method: 'POST', body });
    }
    return server;
  },
};

describe.skipIf(!hasChromium)('a frontend in a real browser (chromium)', () => {
  let browser: Browser;
  let pages: PageServer;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(), startPageServer(path.join(import.meta.dirname, 'page'))]);
  });
  afterAll(async () => {
    await browser.close();
    await pages[Symbol.asyncDispose]();
  });

  test.each(Object.entries(targets))('works before the %s', async (_, start) => {
    await using target = await start();
    await using page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(pages.url);
    await rejectsToken(page, target);
    await signsIn(page, target);
    await publishes(page);
    await turnsPages(page);
    await showsRejection(page);
    await saysWhatIsMissing(page);
    await showsAndDeletes(page);
    expect(complaints).toEqual([]);
  });
});

/** The response for the mock to send; the server, which sends its own state, ignores it. */
async function preferring(page: Page, preference: string, steps: () => Promise<void>): Promise<void> {
  await page.setExtraHTTPHeaders({ Prefer: preference });
  await steps();
  await page.setExtraHTTPHeaders({});
}

async function rejectsToken(page: Page, { url }: Target): Promise<void> {
  await preferring(page, 'code=401', async () => {
    await fillIn(page, url, 'larder_wrong');
    expect(await page.getByRole('alert').textContent()).toMatch(/^This token does not work\. \S/);
  });
}

async function signsIn(page: Page, { url, token }: Target): Promise<void> {
  await fillIn(page, url, token);
  await page.getByRole('heading', { name: 'Registries' }).waitFor();
  await page.getByRole('link', { name: registry.name, exact: true }).click();
  await page.getByRole('heading', { name: `${registry.name} debian` }).waitFor();
}

async function fillIn(page: Page, url: string, token: string): Promise<void> {
  await page.getByLabel('Server').fill(url);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function publishes(page: Page): Promise<void> {
  const [, , banana] = await exampleFiles('debian');
  // The last state of a progress bar disappears before a test can read it.
  await page.evaluate(watchProgress);
  await choose(page, banana);
  expect(await page.getByRole('status').textContent()).toBe('Published banana 1.1-2.');
  expect(await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen.at(-1))).toBe(100);
  await preferring(page, 'code=409', async () => {
    await choose(page, banana);
    expect(await page.getByRole('alert').textContent()).toBe(
      'It already exists. banana 1.1-2 (amd64) already exists in registry "my-registry". ' +
        'Publish another version, or delete it first.',
    );
  });
}

/** Runs on the page: what it names must be in it. */
function watchProgress(): void {
  const seen: number[] = [];
  // The used part of the browser's API, which the types of Node do not have.
  const { MutationObserver, document } = globalThis as unknown as {
    MutationObserver: new (note: (changes: { target: { value: number } }[]) => void) => {
      observe(below: unknown, what: { subtree: boolean; attributeFilter: string[] }): void;
    };
    document: unknown;
  };
  const note = (changes: { target: { value: number } }[]): void =>
    void seen.push(...changes.map((one) => one.target.value));
  new MutationObserver(note).observe(document, { subtree: true, attributeFilter: ['value'] });
  Object.assign(globalThis, { seen });
}

async function choose(page: Page, file: File | undefined): Promise<void> {
  const { name = '' } = file ?? {};
  const buffer = Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer());
  await page.getByLabel('File').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Publish' }).click();
}

async function turnsPages(page: Page): Promise<void> {
  const names = (): Promise<string[]> => page.locator('tbody a').allTextContents();
  expect(await names()).toEqual(['banana', 'grapes']);
  await page.getByRole('button', { name: 'Older' }).click();
  await page.getByRole('link', { name: 'apple' }).waitFor();
  expect(await names()).toEqual(['apple']);
  expect(await page.getByRole('button', { name: 'Older' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Newer' }).click();
  await page.getByRole('link', { name: 'banana' }).waitFor();
}

async function showsRejection(page: Page): Promise<void> {
  await preferring(page, 'code=422, example=debian', async () => {
    await choose(page, new File(['This is plain text. '.repeat(20)], 'banana_2.0_amd64.deb'));
    expect(await page.getByRole('alert').textContent()).toBe(
      'The server does not take this. The file is not an ar archive: it begins with "This is ", not with "!<arch>\\n".',
    );
  });
}

async function saysWhatIsMissing(page: Page): Promise<void> {
  await preferring(page, 'code=404', async () => {
    await page.evaluate("location.hash = '#/my_great_org/my-registri'");
    expect(await page.getByRole('alert').textContent()).toBe(
      'That is not here, or not any more. Registry "my-registri" not found, or the token has no access to it.',
    );
  });
}

async function showsAndDeletes(page: Page): Promise<void> {
  await page.evaluate("location.hash = '#/my_great_org/my-registry'");
  await page.getByRole('link', { name: 'banana' }).click();
  await page.getByRole('heading', { name: 'banana 1.1-2' }).waitFor();
  expect(await page.locator('dd').allTextContents()).toEqual(
    expect.arrayContaining(['1.1-2', 'amd64', 'A yellow fruit']),
  );
  await page.getByText('banana_1.1-2_amd64.deb').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  expect(await page.getByRole('status').textContent()).toBe('Deleted banana 1.1-2 (amd64).');
}
