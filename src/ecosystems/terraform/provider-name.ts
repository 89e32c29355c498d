/** Names of the files of a provider: `terraform-provider-{name}_{version}_{os}_{arch}.zip`, and those about a version. */
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { versionFault } from './version.ts';

export interface Platform {
  readonly os: string;
  readonly arch: string;
}

export interface ProviderVersion {
  readonly type: string;
  readonly version: string;
}

export type ProviderFile = ProviderVersion & ({ readonly platform: Platform } | { readonly about: 'manifest' });

const PREFIX = 'terraform-provider-';

/** The part of names of files that the registry writes. */
const SUMS = 'SHA256SUMS';
const SIGNATURE = '.sig';

/** Terraform's grammar of provider addresses (`terraform-registry-address`, `ParseProviderPart`), in ASCII. */
const TYPE = /^[0-9a-z]+(?:-[0-9a-z]+)*$/;
const LONGEST_TYPE = 63;

/** Go has no longer names. */
const PLATFORM = /^[0-9a-z]{1,32}$/;

const FORM = 'The name of a provider must be terraform-provider-{name}_{version}_{os}_{arch}.zip';

/** Returns whether a file is one of a provider, by its name. Those of modules have another ending. */
export function isProviderFile(name: string): boolean {
  return name.startsWith(PREFIX) && (/\.(?:zip|json|sig)$/.test(name) || name.endsWith(SUMS));
}

/** Parses the name of a file that is published. Throws `UnacceptableFile` with the form and the fault. */
export function parseProviderFileName(name: string): ProviderFile {
  if (listedDigests(name) !== undefined)
    throw new UnacceptableFile(
      `The registry lists digests and signs the list itself, so it does not accept ${quoted(name)}. Publish the archives and the manifest only.`,
    );
  const [, stem, ending] = /^terraform-provider-(.*?)(\.zip|_manifest\.json)$/s.exec(name) ?? [];
  if (stem === undefined) throw invalid(name, 'ends differently');
  const [type = '', version = '', ...platform] = stem.split('_');
  checkVersion(name, { type, version });
  if (ending !== '.zip') {
    if (platform.length > 0) throw invalid(name, 'has a platform, but a manifest is for all of them');
    return { type, version, about: 'manifest' };
  }
  const [os = '', arch = '', ...more] = platform;
  if (more.length > 0 || !PLATFORM.test(os) || !PLATFORM.test(arch))
    throw invalid(name, 'has no operating system and architecture such as linux_amd64');
  return { type, version, platform: { os, arch } };
}

export function archiveName({ type, version }: ProviderVersion, { os, arch }: Platform): string {
  return `${PREFIX}${type}_${version}_${os}_${arch}.zip`;
}

/** Returns the names of the list of digests of a version, and of its signature. */
export function digestsNames({ type, version }: ProviderVersion): {
  readonly list: string;
  readonly signature: string;
} {
  const list = `${PREFIX}${type}_${version}_${SUMS}`;
  return { list, signature: list + SIGNATURE };
}

/** Returns the version whose list of digests, or its signature, has this name; undefined for other files. */
export function listedDigests(name: string): (ProviderVersion & { readonly isSignature: boolean }) | undefined {
  const isSignature = name.endsWith(SIGNATURE);
  const list = isSignature ? name.slice(0, -SIGNATURE.length) : name;
  if (!list.startsWith(PREFIX) || !list.endsWith(`_${SUMS}`)) return undefined;
  const [type = '', version = '', ...more] = list.slice(PREFIX.length, -SUMS.length - 1).split('_');
  return more.length > 0 ? undefined : { type, version, isSignature };
}

function checkVersion(name: string, { type, version }: ProviderVersion): void {
  if (type.length > LONGEST_TYPE || !TYPE.test(type))
    throw invalid(
      name,
      `has the name ${quoted(type)}, but it may only have at most ${LONGEST_TYPE} of a to z and 0 to 9, with single hyphens between them`,
    );
  const fault = versionFault(version);
  if (fault !== undefined) throw invalid(name, fault);
}

function invalid(name: string, reason: string): UnacceptableFile {
  return new UnacceptableFile(`${FORM}, but ${quoted(name)} ${reason}. Rename the file.`);
}
