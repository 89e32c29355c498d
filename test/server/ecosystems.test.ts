/** The list of ecosystems has exactly those of the contract. */
import { expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { debian } from '../../src/ecosystems/debian/index.ts';
import { files } from '../../src/ecosystems/files/index.ts';
import { python } from '../../src/ecosystems/python/index.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import type { Ecosystem } from '../../src/registry/ecosystem.ts';
import { ecosystems, ecosystemsOf } from '../../src/server/ecosystems.ts';

test('every ecosystem of the contract has exactly one implementation', () => {
  expect(Object.keys(ecosystems).toSorted()).toEqual(api.components.schemas.Ecosystem.enum.toSorted());
  for (const [id, ecosystem] of Object.entries(ecosystems)) expect(ecosystem.id).toBe(id);
});

test('a list without an ecosystem of the contract does not compile', () => {
  // @ts-expect-error Python is missing.
  const list: Readonly<Record<EcosystemId, Ecosystem>> = ecosystemsOf([debian, files]);
  expect(Object.keys(list)).not.toContain('python');
});

test('two ecosystems with one id are rejected at the start', () => {
  expect(() => ecosystemsOf([debian, files, python, files])).toThrow('Two ecosystems have the id files.');
});
