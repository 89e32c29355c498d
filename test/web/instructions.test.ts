import { expect, test } from 'vitest';
import { pipLines } from '../../src/ecosystems/python/instructions.ts';

const home = {
  publicUrl: 'https://larder.test',
  organization: 'acme',
  registry: 'wheels',
  ecosystem: 'python',
  public: false,
} as const;
const pkg = { name: 'demo', version: '1!2.0', standing: 'offered', files: [] } as const;

test('pip is given the token as a variable, and a version that no shell reads otherwise', () => {
  expect(pipLines.install(home, pkg)).toEqual([
    `PIP_INDEX_URL="https://any:$TOKEN@larder.test/acme/wheels/pypi/simple/" pip install 'demo==1!2.0'`,
  ]);
});

test('pip needs no token for a public registry', () => {
  expect(pipLines.setUp({ ...home, public: true })).toEqual([
    'export PIP_INDEX_URL="https://larder.test/acme/wheels/pypi/simple/"',
  ]);
});
