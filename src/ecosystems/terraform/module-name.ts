/**
 * Names of modules, and of their files: `terraform-{provider}-{module}-{version}.tgz`. A provider has no hyphen and a
 * module no full stop, so a name can be read in one way only.
 */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { versionFault } from './version.ts';

export interface ModuleName {
  readonly module: string;
  readonly provider: string;
}

export interface ModuleFileName extends ModuleName {
  readonly version: string;
}

/** Terraform's grammar of module addresses (`terraform-registry-address`, `moduleRegistryNamePattern`). */
const MODULE = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;

/** The same, `moduleRegistryTargetSystemPattern`. */
const PROVIDER = /^[0-9a-z]{1,64}$/;

const FORM = 'The name of a module must be terraform-{provider}-{module}-{version}.tgz';

/** Parses the name of a file. Throws `UnacceptableFile` with the form and the fault. */
export function parseModuleFileName(name: string): ModuleFileName {
  const [, stem] = /^terraform-(.*)\.(?:tgz|tar\.gz)$/s.exec(name) ?? [];
  if (stem === undefined) throw invalid(name, 'begins or ends differently');
  const [, provider, module, version] = /^([^.-]*)-([^.]*)-([^-.]+\..*)$/s.exec(stem) ?? [];
  if (provider === undefined || module === undefined || version === undefined)
    throw invalid(name, 'has no version such as 1.2.3 after provider and module');
  if (!PROVIDER.test(provider))
    throw invalid(name, `has the provider ${quoted(provider)}, but it may only have at most 64 of a to z and 0 to 9`);
  if (!MODULE.test(module))
    throw invalid(
      name,
      `has the module ${quoted(module)}, but it may only have at most 64 letters, digits, "-" and "_", with a letter or digit at either end`,
    );
  const fault = versionFault(version);
  if (fault !== undefined) throw invalid(name, fault);
  return { module, provider, version };
}

/** Returns the name under which the file of a version is stored: one for all spellings of the module. */
export function moduleFileName({ module, provider, version }: ModuleFileName): string {
  return `terraform-${provider}-${module.toLowerCase()}-${version}.tgz`;
}

/** Returns the name of a project, as in the address of the module. */
export function moduleProject({ module, provider }: ModuleName): string {
  return `${module}/${provider}`;
}

/** Returns the normal form of a project's name: Terraform's own registry ignores case, too. */
export function projectKey(project: string): string {
  return project.toLowerCase();
}

function invalid(name: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`${FORM}, but ${quoted(name)} ${reason}. Rename the file.`);
}
