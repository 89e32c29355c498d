/** Clients that install only packages from before a time exclude files whose time they cannot read. */
import { execFileSync } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newPythonRegistry, publishWheel } from '../native/python-repository.ts';
import { useCustomerServer } from './customer-server.ts';
import { hasPip, unconfigured, usePip } from './pip.ts';
import { present, run } from './programs.ts';

/** Since pip 26; the folder of another pip than that of the machine, which may be older. */
const folderOfPip = process.env['LARDER_TEST_PIP'];
const environment: Record<string, string> = folderOfPip === undefined ? {} : { PYTHONPATH: folderOfPip };

afterEach(() => void vi.useRealTimers());

const server = useCustomerServer();

/** Returns the index of a registry with the project `demo`: 1.0 of January, 2.0 of June. */
async function twoVersions(): Promise<string> {
  const registry = await newPythonRegistry(server());
  for (const [version, now] of [
    ['1.0', '2030-01-02T03:04:05.678Z'],
    ['2.0', '2030-06-02T03:04:05.678Z'],
  ] as const) {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    await publishWheel(server(), registry, { version });
  }
  vi.useRealTimers();
  return `${server().url}/acme/${registry}/pypi/simple/`;
}

/** Each: a time, and the newest version that was published before it. */
const times = [
  ['2030-01-02T03:04:05Z', undefined],
  ['2030-01-02T03:04:06Z', '1.0'],
  ['2030-06-02T05:04:05+02:00', '1.0'],
  ['2030-06-02T03:04:06Z', '2.0'],
] as const;

describe.skipIf(!knowsTimes())('pip with --uploaded-prior-to', () => {
  const pip = usePip(environment);

  test.each(times)('%s downloads %s', async (time, version) => {
    const { ok, output } = await pip().download(await twoVersions(), 'demo', '--uploaded-prior-to', time);
    expect(ok, output).toBe(version !== undefined);
    expect(await pip().files()).toEqual(version === undefined ? [] : [`demo-${version}-py3-none-any.whl`]);
  });
});

describe.skipIf(!present('uv'))('uv with --exclude-newer', () => {
  test.each(times)('%s takes %s', async (time, version) => {
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-uv-'));
    const parameters = ['pip', 'compile', '--no-config', '--no-cache', '--quiet', '--no-header', '--no-annotate'];
    const index = ['--index-url', await twoVersions(), '--exclude-newer', time];
    const shell = `echo demo | uv ${parameters.join(' ')} "$@" -`;
    const { ok, stdout, output } = await run('sh', ['-c', shell, 'uv', ...index], { folder: folder.path });
    expect(ok, output).toBe(version !== undefined);
    expect(stdout).toBe(version === undefined ? '' : `demo==${version}\n`);
  });
});

function knowsTimes(): boolean {
  if (!hasPip()) return false;
  const env = { ...process.env, ...unconfigured(), ...environment };
  return execFileSync('python3', ['-m', 'pip', 'download', '--help'], { env }).includes('--uploaded-prior-to');
}
