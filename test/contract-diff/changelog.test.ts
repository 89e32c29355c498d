import { expect, test } from 'vitest';
import { announcedSince, tellsOf } from '../../openapi/diff/changelog.ts';

const changelog = `# Changelog

    ### Breaking
    - \`an/example\`

## Unreleased

### New

- \`schemas/New\`

### Breaking

- \`schemas/One/maxLength\`: shorter, as \`schemas/Two\` was.
- Said without a place.

## 1.10.0

### Breaking

- \`schemas/Ten\`

## 1.9.0

### Breaking

- \`schemas/Nine\`
`;

test('announced is what breaks and came after a version', () => {
  expect([...announcedSince(changelog, '1.9.0')]).toEqual(['schemas/One/maxLength', 'schemas/Two', 'schemas/Ten']);
  expect([...announcedSince(changelog, '1.10.0')]).toEqual(['schemas/One/maxLength', 'schemas/Two']);
});

test('versions are known by their headings', () => {
  expect(['1.9.0', '1.10.0', '1.1', 'Breaking'].map((version) => tellsOf(changelog, version))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
