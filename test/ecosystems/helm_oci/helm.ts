/** The clients of charts: two generations of helm, which request tokens in different ways. `.ci/run` installs 3.17 and 4.1. */
import path from 'node:path';
import { openMachine, type Machine } from '../oci/machine.ts';

export interface HelmProgram {
  readonly title: string;
  /** Undefined if this machine lacks it. */
  readonly program: string | undefined;
  /** The option of its login for a server without TLS. */
  readonly loginOption: string;
}

export const helms: readonly HelmProgram[] = [
  { title: 'helm 3', program: process.env['LARDER_TEST_HELM_3'], loginOption: '--insecure' },
  { title: 'helm 4', program: process.env['LARDER_TEST_HELM_4'], loginOption: '--plain-http' },
];

export interface Helm extends Machine {
  /** Runs helm, and returns its standard output. Throws if it fails, with its complete output. */
  helm(...parameters: readonly string[]): Promise<string>;
  logIn(host: string, token: string): Promise<void>;
  /** Makes the chart `demo` in this version, as a file `demo-{version}.tgz`. */
  pack(version: string, ...options: readonly string[]): Promise<void>;
}

/** Opens a machine without credentials, whose only helm is this one. */
export async function openHelm({ program = '', loginOption }: HelmProgram): Promise<Helm> {
  const machine = await openMachine((folder) => ({
    HELM_CONFIG_HOME: path.join(folder, 'helm'),
    HELM_CACHE_HOME: path.join(folder, 'cache'),
    HELM_DATA_HOME: path.join(folder, 'data'),
    HELM_REGISTRY_CONFIG: path.join(folder, 'registry.json'),
    PATH: `${path.dirname(program)}${path.delimiter}${process.env['PATH']}`,
  }));
  const helm: Helm['helm'] = (...parameters) => machine.run(program, ...parameters);
  return {
    ...machine,
    helm,
    logIn: async (host, token) => {
      await helm('registry', 'login', host, loginOption, '--username', 'any', '--password', token);
    },
    pack: async (version, ...options) => {
      await helm('create', 'demo');
      await helm('package', 'demo', '--version', version, ...options);
    },
  };
}
