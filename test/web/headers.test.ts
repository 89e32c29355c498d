import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish } from '../fixtures/server.ts';
import { useServer } from '../native/watched-server.ts';
import { idOf, pageOf, password, pathOf, urlsIn } from './people.ts';

const server = useServer();
let id = '';

beforeAll(async () => {
  await createRegistry(server(), 'Things', 'files', { public: true });
  id = await idOf(await publish(server(), 'things', 'a-1.0.0.txt', 'a'));
});

describe.each([
  ['organization', () => pathOf.organization('acme')],
  ['registry', () => pathOf.registry('things')],
  ['package', () => pathOf.package('things', id)],
] as const)('the page of a %s', (_, path) => {
  test('allows exactly its own style and script, and nothing else', async () => {
    const reply = await server().native(path(), { headers: password(server().token) });
    const text = await reply.text();
    const hashIn = (element: string): string => {
      const [, content = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(text) ?? [];
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    expect(reply.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; script-src ${hashIn('script')}; style-src ${hashIn('style')}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  test('is private, and has its declared type', async () => {
    const { headers } = await server().native(path(), { headers: password(server().token) });
    const names = ['Content-Type', 'Cache-Control', 'Referrer-Policy', 'X-Content-Type-Options'];
    expect(names.map((name) => headers.get(name))).toEqual([
      'text/html',
      'private, no-cache',
      'same-origin',
      'nosniff',
    ]);
  });

  test('leads nowhere but to this server', async () => {
    const urls = urlsIn(await pageOf(server(), path()));
    const elsewhere = urls.filter((url) => !url.startsWith(server().url) && url !== '#content');
    expect(elsewhere).toEqual([]);
  });

  test('has neither scripts nor styles beside its own, and 50 kB of both at most', async () => {
    const html = await pageOf(server(), path());
    const own = html.match(/<(style|script)>[^]*?<\/\1>/g) ?? [];
    expect(own.map((element) => element.slice(0, 7))).toEqual(['<style>', '<script']);
    expect(Buffer.byteLength(own.join(''))).toBeLessThan(50_000);
    const rest = own.reduce((left, element) => left.replace(element, ''), html);
    expect(rest).not.toMatch(/<script| style=| on\w+=|<link|url\(|@import/);
  });

  test('has one first heading, and skips no level', async () => {
    const levels = [...(await pageOf(server(), path())).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  test('returns the same headers for HEAD, and no body', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => server().native(path(), { method, headers: password(server().token) })),
    );
    const lengths = [get, head].map((reply) => reply?.headers.get('Content-Length'));
    expect([head?.status, lengths[1], await head?.text()]).toEqual([200, lengths[0], '']);
  });
});
