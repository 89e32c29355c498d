/** `npm run test:mutation` makes every kind of mutant, each of which differs from the contract and from the others. */
import { expect, test } from 'vitest';
import { readBundles } from '../mutation/bundles.ts';
import { mutantsOf } from '../mutation/mutants.ts';

const sound = await readBundles();

test('all kinds are made of the contract', () => {
  expect([...new Set(mutantsOf(sound).map(({ kind }) => kind))].toSorted()).toEqual([
    'enum value removed',
    'header removed',
    'limit loosened',
    'media type changed',
    'property renamed',
    'required dropped',
    'scope removed',
    'status removed',
    'type changed',
    'type narrowed',
    'type widened',
  ]);
});

test('each is a contract of its own', () => {
  const few = new Map([...sound].filter(([name]) => name === 'native/files'));
  const all = [few, ...mutantsOf(few).map(({ bundles }) => bundles)].map((bundles) => JSON.stringify([...bundles]));
  expect(all.length).toBeGreaterThan(1);
  expect(new Set(all).size).toBe(all.length);
});

test('what descriptions share is changed in all of them', () => {
  const mutant = mutantsOf(sound).find(({ title }) =>
    title.includes('parameters OrganizationInPath schema: maxLength'),
  );
  expect([...(mutant?.bundles.keys() ?? [])]).toEqual([...sound.keys()]);
});
