/**
 * Compares a manifest with the package.json in its tarball. Clients resolve and audit what the manifest has, and install
 * and run what the tarball has, so a difference hides scripts and dependencies ("manifest confusion").
 */
import { objectOf, textOf } from '../../formats/json-values.ts';
import { quoted } from '../../formats/quoted.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { commandsOf, pathBelow } from './bin.ts';
import { publishedForm } from './version.ts';

/**
 * Throws `UnacceptableFile` unless name, version, scripts, commands and dependencies agree. The changes that npm makes
 * before it publishes are not differences.
 */
export function checkAgreement(manifest: JsonObject, packageJson: JsonObject): void {
  compare('name', textOf(manifest['name']), textOf(packageJson['name'])?.trim());
  const version = textOf(manifest['version']) ?? '';
  compare('version', publishedForm(version), publishedForm(textOf(packageJson['version']) ?? ''));
  compareMaps('scripts', scriptsOf(manifest), scriptsOf(packageJson), isAddedScript);
  const folder = textOf(objectOf(packageJson['directories'])['bin']);
  const isInFolder = (_name: string, path: string): boolean =>
    folder !== undefined && path.startsWith(`${pathBelow(folder)}/`);
  compareMaps('bin', commandsOf(manifest), commandsOf(packageJson), isInFolder);
  compareMaps('dependencies', dependenciesOf(manifest), dependenciesOf(packageJson), () => false);
}

type Texts = ReadonlyMap<string, string>;

/** npm adds these if there is a `binding.gyp` or a `server.js`, whose effect on clients is the same without them. */
const ADDED_SCRIPTS: Texts = new Map([
  ['install', 'node-gyp rebuild'],
  ['start', 'node server.js'],
]);

function isAddedScript(name: string, script: string): boolean {
  return ADDED_SCRIPTS.get(name) === script;
}

function scriptsOf({ scripts }: JsonObject): Texts {
  return textsOf(scripts);
}

/** npm also lists optional dependencies among the others. */
function dependenciesOf({ dependencies, optionalDependencies }: JsonObject): Texts {
  return new Map(
    [...textsOf(dependencies), ...textsOf(optionalDependencies)].map(([name, range]) => [name, normal(range)]),
  );
}

/** npm spells the addresses of repositories in another way, so both are compared as host, owner, name and commit. */
function normal(range: string): string {
  const { host, short = 'github', repository, commit = '' } = (SHORT.exec(range) ?? LONG.exec(range))?.groups ?? {};
  return repository === undefined ? range.trim() : `${host ?? HOSTS[short] ?? short}/${repository}${commit}`;
}

const SHORT = /^(?:(?<short>github|gitlab|bitbucket):)?(?<repository>[\w.-]+\/[\w.-]+?)(?:\.git)?(?<commit>#.*)?$/;
const LONG =
  /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?<host>[\w.-]+)[/:](?<repository>[\w.-]+\/[\w.-]+?)(?:\.git)?(?<commit>#.*)?$/;
const HOSTS: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};

function textsOf(value: JsonValue | undefined): Texts {
  const entries = Object.entries(objectOf(value));
  return new Map(entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}

function compare(field: string, sent: string | undefined, packed: string | undefined): void {
  if (sent !== undefined && sent === packed) return;
  throw disagreement(`has the ${field} ${shown(sent)}, but package.json in the tarball has ${shown(packed)}`);
}

/** `isAdded` returns whether the manifest may have a value that the tarball does not have. */
function compareMaps(
  field: string,
  sent: Texts,
  packed: Texts,
  isAdded: (name: string, value: string) => boolean,
): void {
  for (const [name, value] of sent) {
    if (packed.get(name) === value || (!packed.has(name) && isAdded(name, value))) continue;
    throw differing(field, name, value, packed.get(name));
  }
  for (const [name, value] of packed) if (!sent.has(name)) throw differing(field, name, undefined, value);
}

function differing(
  field: string,
  name: string,
  sent: string | undefined,
  packed: string | undefined,
): UnacceptableFile {
  const which = `${quoted(name)} in "${field}"`;
  return disagreement(`has ${shown(sent)} for ${which}, but package.json in the tarball has ${shown(packed)}`);
}

function shown(value: string | undefined): string {
  return value === undefined ? 'nothing' : quoted(value);
}

function disagreement(what: string): UnacceptableFile {
  return new UnacceptableFile(`The manifest ${what}. Publish the tarball with the manifest that it was packed from.`);
}
