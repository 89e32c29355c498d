/** The blocks that people write for Terraform and OpenTofu, as commands. */
import type { Instructions, NativeRegistry } from '../../serving/instructions.ts';
import { joinNamespace } from '../../serving/namespace.ts';
import { services } from './services.ts';
import { terraformUrls } from './urls.ts';

export const instructions: Instructions = {
  download: (home, { name: file }) => terraformUrls(home.publicUrl).of('getArchive', { ...home, file }),
  acceptsForms: true,
  // OpenTofu reads the file of Terraform, too, if it has none of its own.
  clients: (home) =>
    ['terraform', 'tofu'].map((client) => ({
      client,
      setUp: setUp(home),
      publish: [],
      tokenAdvice:
        'It also reads the token from the variable TF_TOKEN_{host}, with "_" for each full stop and "__" for each hyphen of the host.',
      // Both install only versions that are offered.
      install: ({ name, version, standing }) => {
        if (standing !== 'offered') return [];
        const block = name.includes('/') ? moduleBlock(home, name, version) : providerBlock(home, name, version);
        return [...setUp(home), `echo '${block.join('\n')}' > main.tf`, `${client} init`];
      },
    })),
};

function moduleBlock(home: NativeRegistry, name: string, version: string): readonly string[] {
  const [module = ''] = name.split('/');
  const source = `${hostOf(home)}/${joinNamespace(home)}/${name}`;
  return [`module "${module}" {`, `  source  = "${source}"`, `  version = "${version}"`, '}'];
}

/** Terraform accepts no two hyphens in the namespace of a provider. */
function providerBlock(home: NativeRegistry, name: string, version: string): readonly string[] {
  const source = `${hostOf(home)}/${home.registry}/${name}`;
  const requirement = `${name} = { source = "${source}", version = "${version}" }`;
  return ['terraform {', `  required_providers { ${requirement} }`, '}'];
}

function setUp(home: NativeRegistry): readonly string[] {
  const host = hostOf(home);
  return [
    ...(home.public ? [] : [`echo "credentials \\"${host}\\" { token = \\"$TOKEN\\" }" >> ~/.terraformrc`]),
    // Terraform finds services by https only.
    ...(new URL(home.publicUrl).protocol === 'https:' ? [] : [`echo '${servicesOf(home, host)}' >> ~/.terraformrc`]),
  ];
}

function servicesOf({ publicUrl }: NativeRegistry, host: string): string {
  const urls = Object.entries(services).map(([name, path]) => `"${name}" = "${publicUrl}${path}"`);
  return `host "${host}" { services = { ${urls.join(', ')} } }`;
}

function hostOf({ publicUrl }: NativeRegistry): string {
  return new URL(publicUrl).host;
}
