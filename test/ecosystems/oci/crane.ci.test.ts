/**
 * crane, of Google's library for registries, which kaniko and ko use, too. `.ci/run` builds it.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | crane | reject a wrong password at login | `crane auth login` only stores it |
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { listedImages, useImages } from './images.ts';
import { openMachine, type Machine } from './machine.ts';

const server = useCustomerServer();
const images = useImages(server);

/** A machine that is logged in, with a layer `a.tar` with the file `a`, and another of `b`. */
async function openCrane(): Promise<{ readonly machine: Machine; crane(...parameters: string[]): Promise<string> }> {
  const machine = await openMachine((folder) => ({ DOCKER_CONFIG: path.join(folder, 'docker') }));
  const crane = (command: string, ...parameters: readonly string[]) =>
    machine.run('crane', command, '--insecure', ...parameters);
  await machine.run('crane', 'auth', 'login', '--insecure', '-u', 'any', '-p', server().token, images().host);
  for (const name of ['a', 'b']) {
    await writeFile(path.join(machine.folder, name), name);
    await machine.run('tar', '-cf', `${name}.tar`, name);
  }
  return { machine, crane };
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe.skipIf(!present('crane', 'tar'))('crane (tar)', () => {
  test('appends layers to images, and lists, pulls, validates and pushes them', async () => {
    const { prefix } = images();
    const { machine, crane } = await openCrane();
    const image = `${prefix}/crane/banana`;
    await crane('append', '--oci-empty-base', '-f', 'a.tar', '-t', `${image}:1`);
    await crane('append', '-b', `${image}:1`, '-f', 'b.tar', '-t', `${image}:2`);
    expect(lines(await crane('ls', image))).toEqual(['1', '2']);
    expect(lines(await crane('catalog', images().host))).toContain(`acme/${images().home.slug}/crane/banana`);
    expect(await crane('validate', '--remote', `${image}:2`)).toContain('PASS');
    await crane('pull', '--format=oci', `${image}:2`, 'layout');
    await crane('push', 'layout', `${prefix}/crane/pushed:2`);
    const digests = [await crane('digest', `${image}:2`), await crane('digest', `${prefix}/crane/pushed:2`)];
    expect(digests[0]).toBe(digests[1]);
    await crane('export', `${prefix}/crane/pushed:2`, 'files.tar');
    expect(lines(await machine.run('tar', '-tf', 'files.tar')).toSorted()).toEqual(['a', 'b']);
    const [pkg] = await listedImages(images(), 'crane/banana');
    expect([pkg?.tags, pkg?.metadata['layers']]).toEqual([['2'], 2]);
  });

  test('copies an image, and deletes first a tag and then the manifest', async () => {
    const { prefix } = images();
    const { crane } = await openCrane();
    const [image, copy] = [`${prefix}/crane/deleted`, `${prefix}/crane/copy`];
    await crane('append', '--oci-empty-base', '-f', 'a.tar', '-t', `${image}:1`);
    await crane('copy', `${image}:1`, `${copy}:1`);
    await crane('tag', `${copy}:1`, 'latest');
    expect(lines(await crane('ls', copy))).toEqual(['1', 'latest']);
    await crane('delete', `${copy}:latest`);
    expect(lines(await crane('ls', copy))).toEqual(['1']);
    await crane('delete', `${copy}@${(await crane('digest', `${copy}:1`)).trim()}`);
    await expect(crane('manifest', `${copy}:1`)).rejects.toThrow('MANIFEST_UNKNOWN');
    expect(await listedImages(images(), 'crane/copy')).toEqual([]);
    expect(await crane('validate', '--remote', `${image}:1`)).toContain('PASS');
  });

  test('pushes an index of images, which are parts of one package', async () => {
    const { prefix } = images();
    const { crane } = await openCrane();
    const image = `${prefix}/crane/index`;
    for (const name of ['a', 'b'])
      await crane('append', '--oci-empty-base', '-f', `${name}.tar`, '-t', `${prefix}/crane/parts:${name}`);
    const parts = ['-m', `${prefix}/crane/parts:a`, '-m', `${prefix}/crane/parts:b`];
    await crane('index', 'append', ...parts, '-t', `${image}:1`);
    const { manifests } = JSON.parse(await crane('manifest', `${image}:1`)) as { readonly manifests: unknown[] };
    const packages = await listedImages(images(), 'crane/index');
    expect([manifests.length, packages.map(({ tags }) => tags)]).toEqual([2, [['1']]]);
  });

  test('reads why an image that an index needs is not deleted', async () => {
    const { prefix } = images();
    const { crane } = await openCrane();
    const image = `${prefix}/crane/needed`;
    await crane('append', '--oci-empty-base', '-f', 'a.tar', '-t', `${image}:a`);
    await crane('index', 'append', '-m', `${image}:a`, '-t', `${image}:1`);
    const [part, index] = [await crane('digest', `${image}:a`), await crane('digest', `${image}:1`)];
    const deletion = crane('delete', `${image}@${part.trim()}`);
    await expect(deletion).rejects.toThrow(`is needed by ${index.trim()}`);
    await crane('delete', `${image}@${index.trim()}`);
    await crane('delete', `${image}@${part.trim()}`);
    expect(await listedImages(images(), 'crane/needed')).toEqual([]);
  });

  test('reads after a logout that it has to log in', async () => {
    const { prefix, host } = images();
    const { machine, crane } = await openCrane();
    await crane('append', '--oci-empty-base', '-f', 'a.tar', '-t', `${prefix}/crane/private:1`);
    await machine.run('crane', 'auth', 'logout', host);
    await expect(crane('manifest', `${prefix}/crane/private:1`)).rejects.toThrow('log in with an access token');
    await expect(crane('catalog', host)).rejects.toThrow('log in with an access token');
  });
});
