/**
 * cosign 2.5 signs images with a key of its own. `.ci/run` extracts it from Debian 13.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | cosign 2.5 | use a transparency log | its servers are public ones, which tests cannot reach |
 * | cosign 2.5 | attest as a referrer | `attest` writes tags only |
 * | cosign 3 | be installed | its modules have 1.7 GB, and its build takes over 13 minutes |
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { imageOf, openOciClient, placeOf } from './client.ts';
import { listedImages, useImages } from './images.ts';
import { openMachine, type Machine } from './machine.ts';

const server = useCustomerServer();
const images = useImages(server);
const plain = '--allow-http-registry';

/** A machine that is logged in, with a pair of keys for each name, and a predicate. */
async function openCosign(token: string, ...keys: readonly string[]): Promise<Machine> {
  const machine = await openMachine((folder) => ({
    DOCKER_CONFIG: path.join(folder, 'docker'),
    COSIGN_PASSWORD: 'secret',
    COSIGN_EXPERIMENTAL: '1',
  }));
  await machine.run('cosign', 'login', '-u', 'any', '-p', token, images().host);
  for (const name of keys) await machine.run('cosign', 'generate-key-pair', '--output-key-prefix', name);
  await writeFile(path.join(machine.folder, 'predicate.json'), '{"ripe":true}');
  return machine;
}

/** Pushes an image to the tag 1.0, and returns its name with its digest. */
async function pushImage(name: string): Promise<string> {
  const image = imageOf(name);
  const client = openOciClient({ ...placeOf(images().home), token: server().token });
  await client.pushImage(name, image, '1.0');
  return `${images().prefix}/${name}@${image.digest}`;
}

/** Returns the tags of all packages of an image, sorted. */
async function tagsOf(name: string): Promise<readonly string[]> {
  return (await listedImages(images(), name)).flatMap(({ tags }) => tags ?? []).toSorted();
}

const offline = ['--tlog-upload=false', '--yes'];
const verifying = [plain, '--insecure-ignore-tlog'];

describe.skipIf(!present('cosign'))('cosign', () => {
  test('signs an image with a tag, which is verified with a token that reads, and by its key only', async () => {
    const image = await pushImage('signed');
    const { run, folder } = await openCosign(server().token, 'own', 'other');
    await run('cosign', 'sign', '--key', 'own.key', ...offline, plain, image);
    expect(await tagsOf('signed')).toEqual(['1.0', expect.stringMatching(/^sha256-[0-9a-f]{64}\.sig$/)]);
    const reader = await openCosign(await issueToken(server()));
    const tagged = `${images().prefix}/signed:1.0`;
    const key = (name: string): string[] => ['--key', path.join(folder, `${name}.pub`)];
    expect(await reader.run('cosign', 'verify', ...key('own'), ...verifying, tagged)).toContain(
      '"docker-manifest-digest"',
    );
    await expect(reader.run('cosign', 'verify', ...key('other'), ...verifying, tagged)).rejects.toThrow(
      'invalid signature',
    );
    const another = ['--key', path.join(folder, 'other.key')];
    await expect(reader.run('cosign', 'sign', ...another, ...offline, plain, image)).rejects.toThrow('DENIED');
  });

  test('signs an image with a referrer', async () => {
    const image = await pushImage('referred');
    const { run } = await openCosign(server().token, 'own');
    const mode = '--registry-referrers-mode=oci-1-1';
    await run('cosign', 'sign', '--key', 'own.key', ...offline, plain, mode, image);
    const tagged = `${images().prefix}/referred:1.0`;
    await run('cosign', 'verify', '--key', 'own.pub', ...verifying, '--experimental-oci11', tagged);
    await expect(run('cosign', 'verify', '--key', 'own.pub', ...verifying, tagged)).rejects.toThrow(
      'no signatures found',
    );
    // The signature is a file of the image that it refers to.
    expect((await listedImages(images(), 'referred')).map(({ tags }) => tags)).toEqual([['1.0']]);
  });

  test('attaches attestations and SBOMs, copies all of it, and removes it', async () => {
    const image = await pushImage('attested');
    const { run } = await openCosign(server().token, 'own');
    const [tagged, copy] = [`${images().prefix}/attested:1.0`, `${images().prefix}/copied:1.0`];
    const predicate = ['--type', 'custom', '--predicate', 'predicate.json'];
    await run('cosign', 'sign', '--key', 'own.key', ...offline, plain, image);
    await run('cosign', 'attest', '--key', 'own.key', ...offline, plain, ...predicate, image);
    await run('cosign', 'attach', 'sbom', plain, '--sbom', 'predicate.json', image);
    await run('cosign', 'copy', plain, tagged, copy);
    await run('cosign', 'verify', '--key', 'own.pub', ...verifying, copy);
    await run('cosign', 'verify-attestation', '--key', 'own.pub', '--type', 'custom', ...verifying, copy);
    const tree = await run('cosign', 'tree', plain, copy);
    // In any order.
    for (const kind of ['Attestations', 'Signatures', 'SBOMs']) expect(tree).toContain(`${kind} for an image`);
    await run('cosign', 'clean', '--force', plain, tagged);
    await expect(run('cosign', 'verify', '--key', 'own.pub', ...verifying, tagged)).rejects.toThrow(
      'no signatures found',
    );
    expect(await tagsOf('attested')).toEqual(['1.0']);
  });
});
