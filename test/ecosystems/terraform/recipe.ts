/** Modules, installed by terraform of the machine. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { present, type Ran } from '../../clients/programs.ts';
import { terraformIn } from '../../clients/terraform.ts';
import { buildModule, moduleText } from '../../fixtures/terraform-module.ts';
import type { Client, DocumentsRecipe, Home, Recipe } from '../recipe.ts';

const documents: DocumentsRecipe = {
  roots: [{ path: '../../v1/modules/acme---{registry}/demo/aws/versions' }],
  withoutPackages: 'are missing',
  unlisted: 'not named',
  names: 'all files',
  named: (_, bytes) => versionsIn(bytes).map((version) => ({ path: `terraform/${fileName(version)}`, kind: 'file' })),
};

function versionsIn(bytes: Buffer): readonly string[] {
  // The server has compared it with its schema.
  const { modules } = JSON.parse(bytes.toString()) as {
    readonly modules: readonly { readonly versions: readonly { readonly version: string }[] }[];
  };
  return modules.flatMap(({ versions }) => versions.map(({ version }) => version));
}

function fileName(version: string): string {
  return `terraform-aws-demo-${version}.tgz`;
}

async function openTerraform({ server, slug, token }: Home): Promise<Client> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-terraform-'));
  const { project, terraform } = await terraformIn(folder, { url: server.url, token });
  const source = `${new URL(server.url).host}/acme---${slug}/demo/aws`;
  const init = async (version?: string): Promise<string> => {
    const constraint = version === undefined ? '' : `\n  version = "${version}"`;
    await writeFile(path.join(project, 'main.tf'), `module "demo" {\n  source = "${source}"${constraint}\n}\n`);
    succeeded(await terraform('init', '-upgrade', '-no-color'));
    return await readFile(path.join(project, '.terraform/modules/demo/main.tf'), 'utf8');
  };
  return {
    offered: { cannot: 'Terraform has no command that lists versions' },
    installNewest: async () => /"(1\.\d+\.0)"/.exec(await init())?.[1] ?? '',
    install: async ({ version }) => {
      const installed = await init(version);
      if (installed !== moduleText(version)) throw new Error(`terraform installed ${installed}`);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output);
}

export const terraform: Recipe = {
  ecosystem: 'terraform',
  build: async (number) => {
    const version = `1.${number}.0`;
    const bytes = await buildModule([{ name: 'main.tf', content: moduleText(version) }]);
    return { name: 'demo/aws', version, files: [{ name: fileName(version), bytes }] };
  },
  hostile: [
    {
      title: 'a module with a link (T-TF-9)',
      name: fileName('1.0.0'),
      bytes: await buildModule([{ name: 'main.tf', type: 'symlink', linkname: '/etc/passwd' }]),
      reason: 'is a symlink',
    },
    {
      title: 'a module with a path that leads out of it (T-TF-9)',
      name: fileName('1.0.0'),
      bytes: await buildModule([{ name: '../main.tf', content: moduleText('1.0.0') }]),
      reason: 'leads out of the archive',
    },
    {
      title: 'a module that ends early',
      name: fileName('1.0.0'),
      bytes: (await buildModule()).subarray(0, 60),
      reason: 'truncated',
    },
  ],
  forms: 'accepted',
  ownDoor: { cannot: 'Terraform publishes nothing; the REST API is the door' },
  client: { name: 'terraform', isPresent: present('terraform'), isFast: false, open: openTerraform },
  documents,
};
