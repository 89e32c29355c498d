/** The blocks that people write for Terraform, as commands. OpenTofu reads the same files. */
import type { Instructions, NativeRegistry } from '../../serving/instructions.ts';
import { joinNamespace } from '../../serving/namespace.ts';
import { services } from './services.ts';
import { terraformUrls } from './urls.ts';

export const terraformLines: Instructions = {
  download: (home, { name: file }) => terraformUrls(home.publicUrl).of('getArchive', { ...home, file }),
  setUp,
  tokenAdvice:
    'Terraform also reads it from the variable TF_TOKEN_{host}, with "_" for each full stop and "__" for each hyphen of the host.',
  // Terraform installs only versions that are offered.
  install: (home, { name, version, standing }) => {
    if (standing !== 'offered') return [];
    const [module = ''] = name.split('/');
    const source = `${hostOf(home)}/${joinNamespace(home)}/${name}`;
    return [
      ...setUp(home),
      `echo 'module "${module}" {`,
      `  source  = "${source}"`,
      `  version = "${version}"`,
      "}' > main.tf",
      'terraform init',
    ];
  },
};

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
