/** Attestations with any fault: those that are accepted are read by PyPI's own reader. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttestations } from '../../../src/ecosystems/python/attestations.ts';
import { provenanceText } from '../../../src/ecosystems/python/provenance.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';
import { base64, buildAttestation, statementAbout } from '../../fixtures/attestation.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { hasAttestationReader, readProvenance } from './attestation-reader.ts';

const wheel = { name: wheelName('demo', '1.0.0'), bytes: buildWheel() };
const file = { name: wheel.name, sha256: digestsOf(wheel.bytes).sha256, release: { name: 'demo', version: '1.0.0' } };

/** JSON texts, with escapes and numbers that few programs write. */
const numbers = ['0', '-0', '1', '1.0', '1e0', '1e400', '-1e400', '12345678901234567890', '0.1e-400'];
const texts = ['""', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"é"', '"\\/"'];
const members = ['{"__proto__":1}', '{"constructor":{"a":1}}', '{"a":1,"a":2}'];
const others = ['true', 'null', '[]', '{}', '[null]', '['.repeat(33) + ']'.repeat(33)];
const oddText = fc.constantFrom(...numbers, ...texts, ...members, ...others);
const anyText = fc.oneof(
  oddText,
  fc.json({ maxDepth: 3 }),
  fc.json({ maxDepth: 2 }).map((text) => `[{"a":${text}}]`),
);

/** A place in an attestation, which gets another value, or is removed. */
const place = fc.constantFrom(
  ['version'],
  ['verification_material'],
  ['verification_material', 'certificate'],
  ['verification_material', 'transparency_entries'],
  ['verification_material', 'more'],
  ['envelope'],
  ['envelope', 'statement'],
  ['envelope', 'signature'],
  ['more'],
);
const ofStatement = fc.constantFrom('_type', 'subject', 'predicateType', 'predicate', 'more');

/** A text stands for the JSON text in its place, until the whole is a text. */
const marker = '"<here>"';

const damaged = fc.tuple(place, fc.option(anyText)).map(([names, text]) => {
  const attestation = structuredClone(buildAttestation(wheel)) as Record<string, unknown>;
  const parent = names.slice(0, -1).reduce((value, name) => value[name] as Record<string, unknown>, attestation);
  const last = names.at(-1) ?? '';
  if (text === null) delete parent[last];
  else parent[last] = '<here>';
  return JSON.stringify([attestation]).replace(marker, () => text ?? '');
});

const damagedStatement = fc
  .tuple(ofStatement, fc.option(anyText), fc.constantFrom('', ' ', '\n'))
  .map(([name, text, space]) => {
    const statement: Record<string, unknown> = { ...statementAbout(wheel), [name]: '<here>' };
    if (text === null) delete statement[name];
    const written = space + JSON.stringify(statement).replace(marker, () => text ?? '');
    return JSON.stringify([buildAttestation(wheel, { envelope: { statement: base64(written) } })]);
  });

/** A character of the text is another one. */
const scratched = fc.tuple(fc.nat(3000), fc.constantFrom(...'"\\{}[],:0ae=+/\n é')).map(([at, character]) => {
  const text = JSON.stringify([buildAttestation(wheel)]);
  const cut = at % text.length;
  return text.slice(0, cut) + character + text.slice(cut + 1);
});

test.skipIf(!hasAttestationReader())("accepted attestations are read by PyPI's reader (pypi-attestations)", () => {
  const samples = fc.sample(fc.oneof(damaged, damagedStatement, scratched, anyText), { numRuns: 4000, seed: 740 });
  const accepted = samples.flatMap((text) => {
    const attestations = accept(text);
    return attestations === undefined || attestations.length === 0 ? [] : [{ text, attestations }];
  });
  expect(accepted.length).toBeGreaterThan(300);
  expect(accepted.length).toBeLessThan(3700);
  const publisher = {
    kind: 'GitHub',
    repository: 'fruit/banana',
    workflow: 'release.yml',
    environment: null,
    claims: {},
  };
  const read = readProvenance(
    accepted.map(({ attestations }) => Buffer.from(provenanceText(publisher, attestations)).toString()),
  );
  expect(accepted.filter((_, index) => read[index] === null).map(({ text }) => text)).toEqual([]);
});

/** Returns undefined for attestations that are rejected with a reason. Throws any other error. */
function accept(text: string): ReturnType<typeof readAttestations> | undefined {
  try {
    return readAttestations(text, file);
  } catch (error) {
    if (error instanceof UnacceptableFile) return undefined;
    throw error;
  }
}
