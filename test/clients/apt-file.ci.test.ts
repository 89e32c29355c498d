/** apt-file, as Debian has it: finds packages of a registry by the files in them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newRegistry } from '../native/watched-server.ts';
import { useMachines } from './apt-machines.ts';
import type { Apt } from './apt.ts';
import { useCustomerServer } from './customer-server.ts';
import { addSource, homeOf, publishWithCurl, update } from './debian-customer.ts';
import { present, run } from './programs.ts';

const server = useCustomerServer();
const machine = useMachines();

/** The lists that apt-file lets apt fetch. */
const settings = '/etc/apt/apt.conf.d/50apt-file.conf';

describe.skipIf(!present('apt-file', 'apt-get', 'dpkg-deb'))('apt-file', () => {
  test('searches the files of packages, and lists those of a package', async () => {
    const { registry, apt, aptFile } = await configured();
    await publish(registry, 'one', 'amd64', ['usr/bin/tool', 'usr/share/one/two words.txt', 'usr/share/Zoë']);
    await publish(registry, 'other', 'amd64', ['usr/bin/tool']);
    await publish(registry, 'common', 'all', ['usr/share/common']);
    await update(apt);
    expect(await aptFile('search', 'bin/tool')).toEqual(['one: /usr/bin/tool', 'other: /usr/bin/tool']);
    expect(await aptFile('search', 'share/common')).toEqual(['common: /usr/share/common']);
    expect(await aptFile('list', 'one')).toEqual([
      'one: /usr/bin/tool',
      'one: /usr/share/Zoë',
      'one: /usr/share/one/two words.txt',
    ]);
  });

  test('finds new packages after an update, and deleted ones no longer', async () => {
    const { registry, apt, aptFile } = await configured();
    const id = await publish(registry, 'old', 'amd64', ['usr/bin/old']);
    await update(apt);
    await publish(registry, 'new', 'amd64', ['usr/bin/new']);
    await server().ask(server().in(registry, 'packages', id), { method: 'DELETE' });
    const { ok, output } = await run('apt-file', ['update'], { environment: environmentOf(apt) });
    expect([ok, output.match(/^[WE]:.*$/gm) ?? []], output).toEqual([true, []]);
    expect(await aptFile('search', 'usr/bin/')).toEqual(['new: /usr/bin/new']);
  });

  test('does not keep apt from a registry without packages', async () => {
    const { apt } = await configured();
    await update(apt);
  });

  test('searches the files of udebs, if apt fetches their list', async () => {
    const { registry, apt, aptFile } = await configured();
    await apt.write('etc/apt/apt.conf.d/60udeb', 'Acquire::IndexTargets::deb::Contents-udeb::DefaultEnabled "true";\n');
    await publish(registry, 'one', 'amd64', ['usr/bin/one']);
    await publish(registry, 'one-udeb', 'amd64', ['bin/one'], 'one-udeb_1.0.0_amd64.udeb');
    await update(apt);
    expect(await aptFile('--index-names', 'udeb', 'search', 'bin/one')).toEqual(['one-udeb: /bin/one']);
    expect(await aptFile('search', 'bin/one')).toEqual(['one: /usr/bin/one']);
  });
});

interface Configured {
  readonly registry: string;
  readonly apt: Apt;
  /** Returns the lines of the output, in order. */
  readonly aptFile: (...parameters: readonly string[]) => Promise<string[]>;
}

async function configured(): Promise<Configured> {
  const registry = await newRegistry(server(), 'debian');
  const apt = await machine();
  await apt.write(path.join('etc/apt/apt.conf.d', path.basename(settings)), await readFile(settings));
  await addSource(apt, homeOf(server(), registry));
  const aptFile: Configured['aptFile'] = async (...parameters) => {
    const { ok, stdout, output } = await run('apt-file', parameters, { environment: environmentOf(apt) });
    expect(ok, output).toBe(true);
    return stdout.trimEnd().split('\n').toSorted();
  };
  return { registry, apt, aptFile };
}

function environmentOf({ root }: Apt): Readonly<Record<string, string>> {
  return { APT_CONFIG: path.join(root, 'apt.conf'), LC_ALL: 'C.UTF-8' };
}

function publish(
  registry: string,
  Package: string,
  Architecture: string,
  paths: readonly string[],
  fileName?: string,
): Promise<string> {
  const control = { Package, Architecture, Section: 'utils' };
  const files = Object.fromEntries(paths.map((file) => [file, 'here']));
  return publishWithCurl(server(), registry, { control, files }, fileName);
}
