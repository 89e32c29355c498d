/** The reference in a real browser: it works, requests nothing from other servers, and follows its own policy. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReference } from '../../openapi/generate/write-reference.ts';
import { referenceFile, referenceReader } from '../../src/web/reference-file.ts';
import { hasChromium, launchChromium } from '../client/chromium.ts';
import { useServer } from '../native/watched-server.ts';

const server = useServer();

describe.skipIf(!hasChromium)('a real browser (chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const there = await referenceReader(referenceFile)(server().url);
    if (!there?.isCurrent) await writeReference();
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('shows an operation, searches, and requests only the page', async () => {
    const { page, complaints, asked } = await watchedPage(browser);
    await page.goto(`${server().url}/docs`);
    expect(await page.title()).toBe('Larder: reference');
    await page.getByText('Registry tokens', { exact: true }).first().click();
    await page.getByText('Create a registry token').first().click();
    await page.getByRole('heading', { name: 'Create a registry token' }).waitFor();
    await page.getByText('Search').first().click();
    await page.getByPlaceholder(/Search/).fill('presigned');
    await page.getByText('Request a presigned upload').last().waitFor();
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([`${server().url}/docs`]);
  });

  test('finds its way back by the address of an operation', async () => {
    const { page, complaints } = await watchedPage(browser);
    await page.goto(`${server().url}/docs#/packages/publishpackage`);
    await page.getByRole('heading', { name: 'Publish a package' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function watchedPage(browser: Browser): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  return { page, complaints, asked };
}
