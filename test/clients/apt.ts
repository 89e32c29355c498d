/** The machine's own apt and dpkg, working on a machine that is nothing but a folder. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, type Ran } from './programs.ts';

export interface Apt {
  /** The root of the pretended machine, and where downloads go. */
  readonly root: string;
  /** Runs apt-get without prompts and without the settings of the real machine. */
  get(...parameters: readonly string[]): Promise<Ran>;
  /** The versions of a package in the lists of apt, newest first. */
  versions(name: string): Promise<string[]>;
  /** Returns the installed version of a package; an empty text if there is none. */
  installedVersion(name: string): Promise<string>;
  /** Writes a file below the root and returns its path. */
  write(file: string, content: string | Uint8Array): Promise<string>;
  /** The names in a folder below the root. */
  list(folder: string): Promise<string[]>;
}

/** `folder` becomes the root of a machine of the given architecture with no packages, sources or keys. */
export async function createApt(folder: string, architecture = 'amd64'): Promise<Apt> {
  const at = (...segments: string[]): string => path.join(folder, ...segments);
  for (const part of ['var/lib/apt/lists/partial', 'var/cache/apt/archives/partial', 'var/log/apt']) {
    await mkdir(at(part), { recursive: true });
  }
  for (const part of ['sources.list.d', 'auth.conf.d', 'preferences.d', 'trusted.gpg.d', 'keyrings', 'apt.conf.d']) {
    await mkdir(at('etc/apt', part), { recursive: true });
  }
  for (const part of ['info', 'updates', 'triggers']) await mkdir(at('var/lib/dpkg', part), { recursive: true });
  const write: Apt['write'] = async (file, content) => {
    await mkdir(path.dirname(at(file)), { recursive: true });
    await writeFile(at(file), content);
    return at(file);
  };
  await write('var/lib/dpkg/status', '');
  const environment = { APT_CONFIG: await write('apt.conf', settings(folder, architecture)) };
  const apt = (program: string, ...parameters: readonly string[]): Promise<Ran> =>
    run(program, parameters, { folder, environment });
  return {
    root: folder,
    get: (...parameters) => apt('apt-get', '--yes', '--quiet', ...parameters),
    versions: async (name) => {
      const { stdout } = await apt('apt-cache', 'madison', name);
      return [...stdout.matchAll(/^[^|]*\| *([^ |]+) *\|.*Packages$/gm)].map(([, version = '']) => version);
    },
    installedVersion: async (name) => {
      const format = ['--showformat=${Version}', `--admindir=${at('var/lib/dpkg')}`];
      return (await run('dpkg-query', ['--show', ...format, name], { folder })).stdout;
    },
    write,
    list: (part) => readdir(at(part)),
  };
}

/**
 * Read before all other settings (apt.conf(5)), so that not even the folders of the real machine's are looked into. The
 * time limit is that of tests: on a busy machine, apt would request a list again.
 */
function settings(folder: string, architecture: string): string {
  return `
    Dir "${folder}/";
    Dir::State::status "${folder}/var/lib/dpkg/status";
    APT::Architecture "${architecture}";
    APT::Architectures { "${architecture}"; };
    APT::Sandbox::User "";
    Acquire::http::Timeout "240";
    DPkg::Options { "--root=${folder}"; "--force-not-root"; "--force-script-chrootless"; "--force-architecture"; "--force-unsafe-io"; };
  `;
}
