/** What Larder publishes, dpkg and apt can read: no package makes a list useless to all who read it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseControl } from '../../src/ecosystems/debian/control.ts';
import { checkFieldValues } from '../../src/ecosystems/debian/field-values.ts';
import { packageIdentity } from '../../src/ecosystems/debian/package-identity.ts';
import { UnacceptableFile } from '../../src/registry/unacceptable-file.ts';
import { controlFile } from '../fixtures/deb-package.ts';
import { rounds } from '../fixtures/rounds.ts';
import type { Apt } from './apt.ts';
import { useMachines } from './apt-machines.ts';
import { rejectionOfDpkg } from './dpkg-reads.ts';
import { present } from './programs.ts';

const alternatives = ['Depends', 'Pre-Depends', 'Recommends', 'Suggests', 'Enhances'];
const relations = [...alternatives, 'Breaks', 'Conflicts', 'Replaces', 'Provides'];

/** dpkg rejects each of these in every field of relations. */
const broken = [
  'a b',
  'a (>= 1',
  ', a',
  ',',
  'a,, b',
  'a,',
  '| a',
  'a |',
  'a | | b',
  'a; b',
  '(a)',
  'a [amd64]',
  'a <!nocheck>',
  'a (=> 1)',
  'a (~> 1)',
  'a (= 1 2)',
  'a (>= )',
  'a (= 1-)',
  'a (= -1)',
  'a (= 1:)',
  'a (= :1)',
  'a (= 9999999999:1)',
  'a (<> 1)',
  'a (= 1) b',
  'a (= 1) (= 2)',
  'a:',
  'a: any',
  'a :any',
  'a:x_y',
  '"a"',
  '-a',
  'a%',
  'ä',
  '${misc:Depends}',
  '\n a',
];

const sound = [
  'a',
  'a, b',
  'a(= 1)',
  'a ( = 1 )',
  'a:any',
  'a:amd64 (= 1:2-3)',
  'libstdc++6, A_b, 0ad',
  'a,\n b',
  'a (= 1.0~rc1+dfsg-1ubuntu2.1)',
  'a (1), b',
];

const foreign = fc.constantFrom('"', '%', ';', '[amd64]', '<!x>', '${x}', 'é', '=>', '<>', '\u00a0');
const token = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', 'libc6', 'b-1', 'A_b', '1', '1:2', '1-', '2.0~rc1', 'any', '-') },
  { weight: 8, arbitrary: fc.constantFrom(' ', ' ', ', ', ',', ' | ', '(', ')', ' (', ':', '\n ', '\t') },
  { weight: 3, arbitrary: fc.constantFrom('=', '>=', '<<', '>', '<=', '>> ') },
  { weight: 1, arbitrary: foreign },
);
const soup = fc.array(token, { minLength: 1, maxLength: 8 }).map((tokens) => tokens.join('').trim());
const version = fc.constantFrom('1', '1:2.0-3', '2~rc1', '1.0+b1', '1:2:3', '1-', ':1', '1_2', '-1', '1-2-3', 'x');
const comparison = fc.constantFrom('=', '>=', '<<', '>>', '<=', '>', '<', '', '=>', '~');
const reference = fc
  .record({
    name: fc.constantFrom('a', 'libc6', 'g++', 'A_b', '_a', ''),
    architecture: fc.constantFrom('', '', ':any', ':amd64', ':', ':x_y'),
    version: fc.option(fc.tuple(comparison, fc.constantFrom('', ' '), version), { nil: undefined }),
  })
  .map(({ name, architecture, version }) => `${name}${architecture}${version ? ` (${version.join('')})` : ''}`);
const list = fc.array(reference, { minLength: 1, maxLength: 3 });
const relation = fc.oneof(
  soup,
  fc.tuple(list, fc.constantFrom(', ', ' | ', ',\n ', ' ')).map(([all, by]) => all.join(by)),
);
const flag = fc.constantFrom('yes', 'no', 'YES', 'maybe', '1', 'true', 'foreign', 'same', 'allowed', 'yes\n no');
const others = {
  ...Object.fromEntries(['Essential', 'Protected', 'Important', 'Multi-Arch'].map((name) => [name, flag])),
  Priority: fc.constantFrom('optional', 'x y', 'EXTRA'),
  'Installed-Size': fc.constantFrom('1', '-1', 'x', '99999999999999999999'),
  Source: fc.constantFrom('a', 'a (1)', 'a (1', 'a b'),
  Tag: soup,
  Section: soup,
  Status: fc.constantFrom('install ok installed'),
  Conffiles: fc.constantFrom('x', '\n /etc/x 0123', '\n /etc/x'),
  Version: version,
  Package: fc.constantFrom('a', 'A', 'a_b', 'a b', '_a', 'é'),
};
const field = fc.oneof(
  fc.tuple(fc.constantFrom(...relations), relation),
  ...Object.entries(others).map(([name, value]) => fc.tuple(fc.constant(name), value)),
);

describe.skipIf(!present('dpkg'))('dpkg: the fields of a package', () => {
  test.each(relations)('every form that Larder rejects in %s is rejected by dpkg too', async (name) => {
    for (const value of broken) {
      expect([value, rejection({ [name]: value })]).toEqual([
        value,
        expect.stringContaining(`'s ${name} cannot be read`),
      ]);
      expect([value, await rejectionOfDpkg([controlFile({ [name]: value })])]).toEqual([value, expect.any(String)]);
    }
  });

  test.each(relations)('every form that dpkg reads in %s is accepted', async (name) => {
    const values = [...sound, ...(alternatives.includes(name) ? ['a | b', 'a (<< 1) | b:any (> 1)'] : [])];
    const controls = values.map((value) => ({ [name]: value }));
    expect(controls.map(rejection)).toEqual(controls.map(() => undefined));
    expect(await rejectionOfDpkg(controls.map(controlFile))).toBeUndefined();
  });

  test.each([
    [{ Depends: 'a (=1)' }, /needs a blank before the version/],
    [{ Depends: 'a (= 1), b (1)' }, /needs a blank before the version/],
    [{ Depends: 'a (=\n 1)' }, /on one line/],
    [{ Depends: 'a'.repeat(70_000) }, /at most 255/],
    [{ Depends: `a (= ${'1'.repeat(70_000)})` }, /at most 255/],
    [{ Depends: `a:${'b'.repeat(70_000)}` }, /at most 255/],
    [{ Section: 'a'.repeat(70_000) }, /at most 1024/],
    [{ Source: 'a'.repeat(70_000) }, /at most 1024/],
    [{ Provides: 'a (>= 1)' }, /must be exact/],
    [{ Important: 'maybe' }, /must be yes or no/],
  ])('what dpkg reads and apt does not is rejected: case %#', (control, reason) => {
    expect(rejection(control)).toMatch(reason);
  });

  test.each(relations.filter((name) => !alternatives.includes(name)))(
    'alternatives are rejected in %s',
    async (name) => {
      expect(rejection({ [name]: 'a | b' })).toContain('"|" is not allowed');
      expect(await rejectionOfDpkg([controlFile({ [name]: 'a | b' })])).toContain('not allowed');
    },
  );
});

describe.skipIf(!present('apt-get', 'dpkg'))('apt-get: the fields of a package', () => {
  const machine = useMachines();

  test('dpkg and apt read every accepted package without a warning, together with other sources', async () => {
    const controls = fc
      .sample(field, rounds(6000))
      .map(([name, value], index) => controlFile({ Package: `p${index}`, [name]: value }));
    const accepted = controls.filter((control) => rejectionOf(control) === undefined);
    expect(accepted.length).toBeGreaterThan(controls.length / 10);
    expect(await rejectionOfDpkg(accepted)).toBeUndefined();

    const apt = await machine();
    await addFolder(apt, 'other', [controlFile({ Package: 'other' })]);
    await addFolder(apt, 'generated', accepted);
    for (const command of ['update', 'check']) {
      const { ok, output } = await apt.get(command);
      expect([ok, output.match(/^[WE]:.*$/gm) ?? []], output).toEqual([true, []]);
    }
    expect(await apt.versions('other')).toHaveLength(1);
  });
});

/** Adds a folder with a list of packages to the sources of a machine. */
async function addFolder(apt: Apt, name: string, stanzas: readonly string[]): Promise<void> {
  const list = await apt.write(
    `${name}/Packages`,
    stanzas.map((stanza) => `${stanza}Filename: x\nSize: 1\n`).join('\n'),
  );
  await apt.write(
    `etc/apt/sources.list.d/${name}.list`,
    `deb [trusted=yes] copy:${list.slice(0, -'/Packages'.length)} ./\n`,
  );
}

function rejection(control: Readonly<Record<string, string>>): string | undefined {
  return rejectionOf(controlFile(control));
}

/** Returns the reason why Larder rejects a control file; undefined if it does not. */
function rejectionOf(control: string): string | undefined {
  try {
    const fields = parseControl(Buffer.from(control));
    packageIdentity(fields, 'deb');
    checkFieldValues(fields);
    return undefined;
  } catch (error) {
    if (error instanceof UnacceptableFile) return error.message;
    throw error;
  }
}
