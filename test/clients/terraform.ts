/** Terraform of the machine, without the configuration of the user. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { present, run, type Ran } from './programs.ts';

/** The terraform of the machine, and the one of `LARDER_TEST_TERRAFORM`, which `.ci/run` installs. */
export const terraforms: readonly string[] = [
  ...(present('terraform') ? ['terraform'] : []),
  ...[process.env['LARDER_TEST_TERRAFORM'] ?? []].flat(),
];

export interface TerraformMachine {
  /** The folder of the configuration. */
  readonly project: string;
  /** Runs terraform in the project. Never rejects. */
  terraform(...parameters: readonly string[]): Promise<Ran>;
}

export interface TerraformHost {
  /** The URL of the server, without a slash at its end. */
  readonly url: string;
  readonly token?: string | undefined;
  /** Variables of the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Creates a machine in a folder. Without TLS, the services of the server are configured instead of found. */
export async function terraformIn(
  folder: string,
  { url, token, environment = {} }: TerraformHost,
  program = 'terraform',
): Promise<TerraformMachine> {
  const project = path.join(folder, 'project');
  await mkdir(project, { recursive: true });
  const config = path.join(folder, 'terraformrc');
  await writeFile(config, [...servicesOf(url), ...credentialsOf(url, token)].join('\n'));
  const variables = {
    HOME: folder,
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    NO_PROXY: '127.0.0.1',
    ...environment,
  };
  return {
    project,
    terraform: (...parameters) => run(program, parameters, { folder: project, environment: variables }),
  };
}

function servicesOf(url: string): string[] {
  if (url.startsWith('https:')) return [];
  const services = [`"modules.v1" = "${url}/v1/modules/"`, `"providers.v1" = "${url}/v1/providers/"`];
  return [`host "${new URL(url).host}" {`, '  services = {', ...services, '  }', '}'];
}

function credentialsOf(url: string, token: string | undefined): string[] {
  return token === undefined ? [] : [`credentials "${new URL(url).host}" {`, `  token = "${token}"`, '}'];
}
