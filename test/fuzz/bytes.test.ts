/** Bodies of bytes, base64, lines and repeated parts: valid ones are accepted, others rejected with the invalid place. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteDescriptions } from '../contract/bytes-descriptions.ts';
import { echo, openBytesShop } from '../contract/bytes-shop.ts';
import { operationsOf } from '../contract/descriptions.ts';
import { startAsking } from './ask.ts';
import { bodyRules } from './body-breakers.ts';
import { effort, timeout } from './effort.ts';
import { fillIn } from './fill-in.ts';
import { ruleProperty, validProperty } from './properties.ts';
import { byteSubjects, type Subject } from './subjects.ts';
import { knownNames } from './things.ts';
import type { World } from './world.ts';

/** The shop has nothing that a request could be about. */
const known = { ...Object.fromEntries([...knownNames].map((name) => [name, ['any']])), token: ['buy'] };

/** Where everything is echoed, so that each valid request succeeds. */
async function openWorld({ document }: Subject): Promise<World & AsyncDisposable> {
  const operations = Object.fromEntries(operationsOf(document).map(({ id }) => [id, echo]));
  const shop = await openBytesShop(document, operations, { body: 1024 * 1024 });
  const asking = startAsking(shop.url);
  return {
    target: { url: shop.url, token: 'buy', violations: () => 0 },
    send: async (draft) => {
      const request = await fillIn(draft, known);
      const reply = await asking.ask(request);
      expect(shop.held(), 'uploads that stay behind').toBe(0);
      return { request, reply };
    },
    count: asking.count,
    [Symbol.dispose]: () => asking[Symbol.dispose](),
    [Symbol.asyncDispose]: async () => {
      asking[Symbol.dispose]();
      await shop[Symbol.asyncDispose]();
    },
  };
}

test.each(byteSubjects)('$id accepts every valid body', { timeout }, async (subject) => {
  await using world = await openWorld(subject);
  const statuses = new Set<number>();
  await fc.assert(
    validProperty(world, subject, (status) => statuses.add(status)),
    effort({ seed: 6, numRuns: 40 }),
  );
  expect([...statuses]).toEqual([200]);
});

test.each(byteSubjects)('$id rejects every invalid body by its place', { timeout }, async (subject) => {
  await using world = await openWorld(subject);
  const failures: string[] = [];
  const rules = bodyRules(subject);
  for (const rule of rules) {
    const run = await fc.check(ruleProperty(world, subject, rule), effort({ seed: 6, numRuns: 5 }, rules.length));
    if (run.failed) failures.push(`${rule.name}: ${fc.defaultReportMessage(run)}`);
  }
  expect(failures).toEqual([]);
});

test('there are rules to break in each description', () => {
  for (const document of byteDescriptions) {
    const own = byteSubjects.filter((subject) => subject.document === document);
    expect(own.flatMap((subject) => bodyRules(subject)).length).toBeGreaterThan(2);
  }
});
