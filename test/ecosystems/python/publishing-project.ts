/** A project of Python to publish, and the clients that publish it. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { unconfigured } from '../../clients/pip.ts';
import { present, run, type Ran } from '../../clients/programs.ts';
import { buildSdist, buildWheel, wheelName } from '../../fixtures/python-package.ts';

/** The folder of twine, poetry, flit, hatch and pypi-attestations in fixed versions. uv is in `PATH`. */
const folderOfClients = process.env['LARDER_TEST_PYTHON_CLIENTS'] ?? '';

/** `PATH` with them first. */
export const pathOfClients = `${folderOfClients}${path.delimiter}${process.env['PATH']}`;

export interface PublishingProject {
  /** Has the folder `dist` with a wheel and a source distribution of `demo`, and sources for clients that need them. */
  readonly folder: string;
  /** The upload URL of a registry. */
  readonly url: string;
  readonly token: string;
  run(program: string, ...parameters: readonly string[]): Promise<Ran>;
  environment: Record<string, string>;
}

export const version = '1.0.0';
export const wheel = wheelName('demo', version);
export const DIST = [`dist/${wheel}`, `dist/demo-${version}.tar.gz`];

const PROJECT = `[build-system]
requires = ["flit_core >=3.2,<4"]
build-backend = "flit_core.buildapi"

[project]
name = "demo"
version = "${version}"
description = "Says its version"
`;

export async function openProject({
  url,
  token,
}: Pick<PublishingProject, 'url' | 'token'>): Promise<PublishingProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-uploads-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'dist'));
  await writeFile(path.join(folder, 'dist', wheel), buildWheel({ version }));
  await writeFile(path.join(folder, 'dist', `demo-${version}.tar.gz`), await buildSdist({ version }));
  await writeFile(path.join(folder, 'pyproject.toml'), PROJECT);
  await writeFile(path.join(folder, 'demo.py'), `"""A demo."""\n__version__ = "${version}"\nprint("${version}")\n`);
  const environment: Record<string, string> = {
    ...unconfigured(),
    HOME: folder,
    PATH: pathOfClients,
    // flit writes the same archives again.
    SOURCE_DATE_EPOCH: '1700000000',
    // Without keyrings of the machine.
    PYTHON_KEYRING_BACKEND: 'keyring.backends.null.Keyring',
  };
  return {
    folder,
    url,
    token,
    environment,
    run: (program, ...parameters) => run(program, parameters, { folder, environment }),
  };
}

/** Uploads files, by default both of `dist`. */
export function twine(
  { run: start, url, token }: PublishingProject,
  { files = DIST, flags = [], program = 'twine' }: TwineOptions = {},
): Promise<Ran> {
  const credentials = ['-u', '__token__', '-p', token];
  return start(program, 'upload', '--non-interactive', '--repository-url', url, ...credentials, ...flags, ...files);
}

interface TwineOptions {
  readonly files?: readonly string[];
  readonly flags?: readonly string[];
  readonly program?: string;
}

export function uvPublish({ run: start, url, token }: PublishingProject, ...flags: readonly string[]): Promise<Ran> {
  const credentials = ['--username', 'any', '--password', token];
  return start('uv', 'publish', '--no-cache', '--publish-url', url, ...credentials, ...flags, ...DIST);
}

export function hasClient(program: string): boolean {
  return existsSync(path.join(folderOfClients, program)) || present(program);
}
