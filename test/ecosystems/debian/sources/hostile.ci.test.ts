/** Sources that were changed in a few places are read or rejected, and no accepted one breaks the index for apt. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../../../src/ecosystems/debian/read.ts';
import {
  sourceEntryRefusal,
  sourceFileEntry,
  sourceStanzas,
} from '../../../../src/ecosystems/debian/sources/entries.ts';
import { statedFiles } from '../../../../src/ecosystems/debian/sources/file-lists.ts';
import { parseFields } from '../../../../src/ecosystems/debian/control.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';
import { useMachines } from '../../../clients/apt-machines.ts';
import { present } from '../../../clients/programs.ts';
import { withIncoming } from '../../../fixtures/local-file.ts';
import { listedEntry } from '../../../fixtures/memory-documents.ts';
import { rounds } from '../../../fixtures/rounds.ts';
import { buildSource, clearSigned } from '../../../fixtures/source-package.ts';
import { apply, change } from '../../../hostile/changes.ts';
import { build, peel } from '../../../hostile/layers.ts';

const machine = useMachines();

/** Returns the entry of a `.dsc`; undefined if it is rejected with a reason. */
async function entryOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { entries } = await withIncoming(bytes, read, 'hostile.dsc');
    return entries[0]?.text;
  } catch (error) {
    if (error instanceof UnacceptableFile && /^.{20,}\.$/su.test(error.message)) return undefined;
    throw error;
  }
}

/** Returns the entries of the files that a stanza names. */
function filesOf(stanza: string): readonly string[] {
  const files = statedFiles(parseFields(stanza.trimEnd().split('\n')), '.dsc');
  return files.map(({ sha1 = '', ...file }) => sourceFileEntry({ ...file, sha1 }));
}

/** Many that have no digest, so that changes are accepted. */
const fields = {
  Uploaders: 'One <one@example.test>, Two <two@example.test>',
  Homepage: 'https://example.test/',
  Section: 'misc',
  Priority: 'optional',
  'Vcs-Browser': 'https://example.test/hello',
  'Vcs-Git': 'https://example.test/hello.git -b debian',
  Testsuite: 'autopkgtest',
  'Testsuite-Triggers': 'python3, gcc',
  'Build-Depends-Indep': 'texinfo <!nodoc>, help2man (>= 1.0) | perl:any',
  'Build-Conflicts': 'hello (<< 1.0)',
  'Ruby-Versions': 'all',
  Description: 'A source\n with\n .\n more lines',
};

test('a .dsc is read or rejected when it is cut off anywhere', async () => {
  const whole = clearSigned((await buildSource()).dsc.bytes.toString());
  for (let length = 0; length < whole.trimEnd().length; length += 1)
    expect(await entryOf(Buffer.from(whole.slice(0, length)))).toBeUndefined();
});

test.skipIf(!present('apt-get', 'apt-cache', 'dpkg'))('apt reads the stanzas of all accepted sources', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `hostile${n}`);
  const usual = await Promise.all(names.map(async (name) => (await buildSource({ name, fields })).dsc.bytes));
  const accepted = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.nat(names.length - 1), fc.array(change, { minLength: 1, maxLength: 2 }), async (n, changes) => {
      const layer = peel(Buffer.from(usual[n] ?? ''));
      const entry = await entryOf(build(changes.reduce(apply, layer)));
      if (entry === undefined) return;
      expect(sourceEntryRefusal(entry)).toBeUndefined();
      accepted.add(entry);
    }),
    { numRuns: rounds(1000) },
  );
  expect(accepted.size).toBeGreaterThan(10);
  const stanzas = [...accepted].map((text) => {
    const entries = [text, ...filesOf(text)].map((one) => listedEntry(one, { part: 'source' }));
    return sourceStanzas(entries);
  });
  const apt = await machine();
  const folder = path.join(apt.root, 'repository');
  await mkdir(folder);
  await writeFile(path.join(folder, 'Sources'), stanzas.join(''));
  await apt.write('etc/apt/sources.list.d/hostile.list', `deb-src [trusted=yes] file:${folder} ./\n`);
  const { ok, output } = await apt.get('update');
  expect([ok, output.match(/^[WE]:.*$/gm) ?? []], output).toEqual([true, []]);
  const found = new Set([...accepted].map((text) => /^Package: (.*)$/m.exec(text)?.[1] ?? ''));
  let shown = 0;
  for (const name of found) {
    const { output: uris } = await apt.get('source', '--print-uris', name);
    expect(uris, uris).toMatch(/^'file:.*\.dsc'/m);
    expect(uris).not.toMatch(/^[WE]:.*pars/m);
    shown += 1;
  }
  expect(shown).toBe(found.size);
});
