/** The compiled client in a real browser, on a page of another origin than the server's. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type * as LarderClientPackage from '../../src/client/index.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { startPageServer } from './page-server.ts';

test.skipIf(!hasChromium)(
  'a real browser (chromium) publishes a Blob, lists it, and reads a refusal, on a page of another origin',
  async () => {
    await using server = await startTestServer();
    await createRegistry(server, 'shelf', 'files');
    const page = await open(path.join(import.meta.dirname, 'page'));
    const seen = await page.evaluate(useClient, { baseUrl: server.url, token: server.token });

    expect(seen.published).toEqual(['blob', 'presigned', 'progress', 'stream'].map((name) => [name, 200]));
    const [total] = seen.progress.at(-1) ?? [];
    expect(seen.progress.at(-1)).toEqual([total, total]);
    expect(total).toBeGreaterThan(3_000_000);
    expect(seen.again).toBe(200);
    expect(seen.listed).toEqual(['blob', 'presigned', 'progress', 'stream']);
    expect(seen.downloaded).toBe(3_000_000);
    expect(seen.missing).toMatch(/^There is no registry "nowhere"/);
    expect(seen.refusedWithProgress).toBe(404);
    expect(seen.aborted).toBe('Enough.');
    expect(seen.path).toMatch(/Only Node/);
    expect(server.violations()).toBe(0);
  },
  60_000,
);

/** Runs on the page: what it names must be in it. */
async function useClient({ baseUrl, token }: { baseUrl: string; token: string }) {
  // The page has imported it.
  const { client } = globalThis as unknown as { client: typeof LarderClientPackage };
  const { createLarderClient, unwrap } = client;
  const larder = createLarderClient({ baseUrl, token });
  const at = { organization: 'acme', registry: 'shelf' };
  const nowhere = { organization: 'acme', registry: 'nowhere' };
  const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
  const blob = new Blob([new Uint8Array(3_000_000)]);
  const progress: [sent: number, total: number][] = [];
  const onProgress = (...now: [number, number]): void => void progress.push(now);
  const controller = new AbortController();
  const abort = (): void => controller.abort(new Error('Enough.'));

  const answers = {
    blob: await larder.publish(at, { blob, name: 'blob-1.0.0.bin' }),
    presigned: await larder.publishPresigned(at, { blob, name: 'presigned-1.0.0.bin' }),
    progress: await larder.publish(at, { blob, name: 'progress-1.0.0.bin' }, { onProgress }),
    stream: await larder.publish(at, { stream: blob.stream(), size: blob.size, name: 'stream-1.0.0.bin' }),
  };
  const { id } = unwrap(answers.blob);
  const file = unwrap(await larder.download({ ...at, package: id, file: 'blob-1.0.0.bin' }));
  const listed: string[] = [];
  for await (const page of larder.pages(packages, { params: { path: at, query: { per_page: 3 } } })) {
    listed.push(...page.items.map((item) => item.name));
  }
  const missing = await larder.GET(packages, { params: { path: nowhere } });
  const { signal } = controller;
  return {
    published: Object.entries(answers).map(([source, { status }]) => [source, status]),
    progress,
    again: (await larder.publish(at, { blob, name: 'blob-1.0.0.bin' }, { sameIsSuccess: true })).status,
    listed: listed.toSorted(),
    downloaded: (await new Response(file).blob()).size,
    missing: missing.status === 404 ? missing.error.detail : undefined,
    refusedWithProgress: (await larder.publish(nowhere, { blob, name: 'a-1.0.0.bin' }, { onProgress: () => {} }))
      .status,
    aborted: await larder.publish(at, { blob, name: 'aborted-1.0.0.bin' }, { onProgress: abort, signal }).then(
      () => 'published',
      (error: Error) => error.message,
    ),
    path: await larder.publish(at, { path: 'a-1.0.0.bin' }).then(
      () => '',
      (error: Error) => error.message,
    ),
  };
}

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
