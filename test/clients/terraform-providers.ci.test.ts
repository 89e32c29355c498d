/** Providers, installed and verified by terraform of the machine. The program in them is not run. */
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRegistry, type Registry } from '../ecosystems/terraform/wire.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import { buildProvider, manifestOf } from '../fixtures/terraform-provider.ts';
import { installLines } from '../web/page-lines.ts';
import { useCustomerServer } from './customer-server.ts';
import { run } from './programs.ts';
import { terraformIn, terraforms, type TerraformMachine } from './terraform.ts';

const server = useCustomerServer();

const platforms = ['linux_amd64', 'linux_arm64', 'darwin_arm64'];

/** Creates a registry with the provider `fruit` for some platforms. */
async function openProviders(isPublic: boolean): Promise<Registry> {
  const registry = await openRegistry(server(), isPublic);
  const files = platforms.map((platform) => buildProvider({ platform }));
  const manifest = { name: 'terraform-provider-fruit_1.0.0_manifest.json', bytes: manifestOf(['6.0']) };
  for (const { name, bytes } of [manifest, ...files])
    expect((await publish(server(), registry.slug, name, bytes)).status).toBe(200);
  return registry;
}

async function machineFor(program: string, { slug, token }: Registry, folder: string): Promise<TerraformMachine> {
  const machine = await terraformIn(folder, { url: server().url, token }, program);
  const source = `${new URL(server().url).host}/${slug}/fruit`;
  const requirement = `fruit = { source = "${source}", version = ">= 1.0.0" }`;
  await writeFile(
    path.join(machine.project, 'main.tf'),
    `terraform {\n  required_providers {\n    ${requirement}\n  }\n}\n`,
  );
  return machine;
}

describe.skipIf(terraforms.length === 0).each(terraforms.length === 0 ? ['terraform'] : terraforms)('%s', (program) => {
  test.each([true, false])(
    'installs a provider, and locks its digests for all platforms (public: %s)',
    async (isPublic) => {
      const registry = await openProviders(isPublic);
      await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
      const { project, terraform } = await machineFor(program, registry, folder.path);
      const { ok, output } = await terraform('init', '-no-color');
      expect(ok, output).toBe(true);
      // Terraform prints this only if a key has made the signature.
      expect(output).toContain('(self-signed, key ID');
      const lock = await readFile(path.join(project, '.terraform.lock.hcl'), 'utf8');
      const digests = platforms.map((platform) => `zh:${digestsOf(buildProvider({ platform }).bytes).sha256}`);
      for (const digest of digests) expect(lock).toContain(digest);
    },
  );

  test('mirrors a provider for other platforms', async () => {
    const registry = await openProviders(false);
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
    const { project, terraform } = await machineFor(program, registry, folder.path);
    const { ok, output } = await terraform('providers', 'mirror', '-platform=darwin_arm64', 'mirror');
    expect(ok, output).toBe(true);
    const { name, bytes } = buildProvider({ platform: 'darwin_arm64' });
    const host = new URL(server().url).host;
    expect(await readFile(path.join(project, 'mirror', host, registry.slug, 'fruit', name))).toEqual(bytes);
  });

  test('does not install from a private registry without a token', async () => {
    const registry = await openProviders(false);
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
    const { terraform } = await machineFor(program, { ...registry, token: undefined }, folder.path);
    const { ok, output } = await terraform('init', '-no-color');
    expect([ok, output]).toEqual([false, expect.stringMatching(/requires\s+authentication\s+credentials/)]);
  });

  test('installs with the lines of a web page', async () => {
    const registry = await openProviders(false);
    const { items } = await bodyOf(server().ask(server().in(registry.slug, 'packages')), 'PackageList');
    const { web_url: url = '' } = items.find(({ variant }) => variant === 'linux_amd64') ?? {};
    const lines = await installLines(server(), url);
    await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-terraform-'));
    const environment = { HOME: folder.path, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1', TOKEN: server().token };
    const { ok, output } = await run('sh', ['-euc', lines.replace('terraform init', `${program} init`)], {
      folder: folder.path,
      environment,
    });
    expect(ok, `${lines}\n${output}`).toBe(true);
    expect(output).toContain('(self-signed, key ID');
  });
});
