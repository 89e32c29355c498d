/** Modules as people write them, installed by terraform of the machine: submodules, and the lines of web pages. */
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findListed } from '../ecosystems/registries.ts';
import { openRegistry, publishModule, type Registry } from '../ecosystems/terraform/wire.ts';
import { buildModule, moduleText } from '../fixtures/terraform-module.ts';
import { installLines } from '../web/page-lines.ts';
import { useCustomerServer } from './customer-server.ts';
import { run } from './programs.ts';
import { terraformIn, terraforms } from './terraform.ts';

const server = useCustomerServer();

/** Installs a module with this path after its address, and returns its main file. */
async function installed(program: string, registry: Registry, below: string): Promise<string> {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
  const { project, terraform } = await terraformIn(folder.path, { url: server().url, token: registry.token }, program);
  const source = `${new URL(server().url).host}/${registry.namespace}/vpc/aws${below}`;
  await writeFile(path.join(project, 'main.tf'), `module "vpc" {\n  source = "${source}"\n  version = "1.0.0"\n}\n`);
  const { ok, output } = await terraform('init', '-no-color');
  expect(ok, output).toBe(true);
  const { Modules: modules } = JSON.parse(
    await readFile(path.join(project, '.terraform/modules/modules.json'), 'utf8'),
  ) as { readonly Modules: readonly { readonly Key: string; readonly Dir: string }[] };
  const { Dir: directory = '' } = modules.find(({ Key: key }) => key === 'vpc') ?? {};
  return await readFile(path.join(project, directory, 'main.tf'), 'utf8');
}

describe.skipIf(terraforms.length === 0).each(terraforms.length === 0 ? ['terraform'] : terraforms)('%s', (program) => {
  test.each([
    { form: 'in the root of a public archive', folder: '', isPublic: true },
    { form: 'in the root of a private archive', folder: '', isPublic: false },
    { form: 'in the only folder of a private archive', folder: 'aws-vpc-1.0.0/', isPublic: false },
  ])('T-TF-3: installs a part of a module $form', async ({ folder, isPublic }) => {
    const registry = await openRegistry(server(), isPublic);
    const archive = await buildModule([
      { name: `${folder}main.tf`, content: moduleText('whole') },
      { name: `${folder}modules/a/main.tf`, content: moduleText('part') },
    ]);
    await publishModule(server(), registry, '1.0.0', archive);
    const before = server().replies.length;
    expect(await installed(program, registry, '//modules/a')).toBe(moduleText('part'));
    expect(await installed(program, registry, '')).toBe(moduleText('whole'));
    const signed = server()
      .replies.slice(before)
      .filter(({ operationId }) => operationId === 'getSignedArchive');
    expect(signed.length > 0).toBe(!isPublic);
  });

  test.each([true, false])('installs with the lines of a web page (public: %s)', async (isPublic) => {
    const registry = await openRegistry(server(), isPublic);
    await publishModule(server(), registry, '1.0.0');
    const home = { server: server(), url: '', ...registry };
    const pkg = { name: 'vpc/aws', version: '1.0.0', files: [{ name: '', bytes: Buffer.of() }] } as const;
    const lines = await installLines(server(), (await findListed(home, pkg)).web_url);
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
    const environment = { HOME: folder.path, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1', TOKEN: server().token };
    const { ok, output } = await run('sh', ['-euc', lines.replace('terraform init', `${program} init`)], {
      folder: folder.path,
      environment,
    });
    expect(ok, `${lines}\n${output}`).toBe(true);
    const module = await readFile(path.join(folder.path, '.terraform/modules/vpc/main.tf'), 'utf8');
    expect(module).toBe(moduleText('1.0.0'));
  });
});
