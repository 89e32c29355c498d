/** An index of several fragments, which are written separately. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { components } from '../../../generated/native/helm.ts';
import { compareChartVersions } from '../../../src/ecosystems/helm/version.ts';
import { buildChart } from '../../fixtures/chart.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { publish } from '../../fixtures/server.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';

type Index = components['schemas']['ChartIndex'];

const server = useServer();

interface Published {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  isOffered: boolean;
}

/** In characters. About seven of these charts fill a fragment. */
const LENGTH = 70_000;

async function publishChart(slug: string, name: string, version: string): Promise<Published> {
  const fields = { annotations: { text: name.repeat(Math.ceil(LENGTH / name.length)) } };
  const reply = await publish(server(), slug, 'chart.tgz', await buildChart({ name, version, fields }));
  expect(reply.status).toBe(200);
  const { id } = (await reply.json()) as { readonly id: string };
  return { id, name, version, isOffered: true };
}

async function setOffered(slug: string, chart: Published, isOffered: boolean): Promise<void> {
  const body = JSON.stringify({ standing: isOffered ? 'offered' : 'unlisted' });
  const headers = { 'Content-Type': 'application/json' };
  const url = server().in(slug, 'packages', chart.id, 'standing');
  expect((await server().ask(url, { method: 'PUT', headers, body })).status).toBe(200);
  chart.isOffered = isOffered;
}

/** Returns the versions of each chart, in order, after comparing both codings. */
async function readIndex(slug: string): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { authorized, url } = server();
  const ask = async (coding: string): Promise<Buffer> => {
    const init = { headers: { ...authorized, 'Accept-Encoding': coding } };
    return Buffer.from(await (await fetch(`${url}/acme/${slug}/helm/index.yaml`, init)).arrayBuffer());
  };
  const [plain, compressed] = [await ask('identity'), await ask('gzip')];
  expect(compressed.equals(plain)).toBe(true);
  const { entries } = JSON.parse(plain.toString()) as Index;
  return Object.entries(entries).map(([name, versions]) => [name, versions.map(({ version }) => version)]);
}

function expected(published: readonly Published[]): readonly (readonly [string, readonly string[]])[] {
  const offered = published.filter(({ isOffered }) => isOffered);
  const names = [...new Set(offered.map(({ name }) => name))].sort();
  return names.map((name) => {
    const versions = offered.filter((chart) => chart.name === name).map(({ version }) => version);
    return [name, versions.sort((a, b) => compareChartVersions(b, a))];
  });
}

const nameOf = (number: number): string => `chart-${String(number).padStart(2, '0')}`;

const step = fc.record({
  kind: fc.constantFrom('publish', 'unlist', 'unlist', 'offer', 'delete'),
  place: fc.nat(24),
  /** How many charts beside each other are unlisted or offered: all of several fragments, or one. */
  many: fc.constantFrom(1, 9),
});

test('T-HLM-8: an index of several fragments is complete and in order after any changes', async () => {
  const slug = await newRegistry(server(), 'helm', { isPublic: false });
  const published: Published[] = [];
  for (let n = 0; n < 24; n += 1) published.push(await publishChart(slug, nameOf(n), '1.0.0'));
  expect(await readIndex(slug)).toEqual(expected(published));
  let versions = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { kind, place, many } of steps) {
        if (kind === 'publish') published.push(await publishChart(slug, nameOf(place), `1.${(versions += 1)}.0`));
        const start = place % Math.max(published.length, 1);
        if (kind === 'delete') {
          const [deleted] = published.splice(start, 1);
          const url = deleted && server().in(slug, 'packages', deleted.id);
          if (url) expect((await server().ask(url, { method: 'DELETE' })).status).toBe(200);
        }
        if (kind !== 'unlist' && kind !== 'offer') continue;
        for (const chart of published.slice(start, start + many)) await setOffered(slug, chart, kind === 'offer');
      }
      expect(await readIndex(slug)).toEqual(expected(published));
    }),
    { numRuns: rounds(12) },
  );
  for (const chart of published) await setOffered(slug, chart, false);
  expect(await readIndex(slug)).toEqual([]);
});
