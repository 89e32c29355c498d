/**
 * The pages of the simple repository API, version 1.4: HTML (PEP 503, 592, 629, 658, 714) and JSON (PEP 691, 700), both
 * with provenance (PEP 740) and project status (PEP 792).
 */
import type { components } from '../../../generated/native/python.ts';
import type { ProjectStatus } from '../../model/records.ts';
import type { ListedFile } from './simple-entry.ts';
import { compareParsedVersions } from './version-order.ts';
import { fileLink, projectLink } from './urls.ts';
import { parseVersion, type PythonVersion } from './version.ts';

type Schemas = components['schemas'];

const META: Schemas['SimpleMeta'] = { 'api-version': '1.4' };

export function projectListJson(names: readonly string[]): Schemas['SimpleProjectList'] {
  return { meta: META, projects: names.map((name) => ({ name })) };
}

export function projectListHtml(names: readonly string[]): Uint8Array {
  return page(
    'Simple index',
    names.map((name) => `<a href="${escaped(projectLink(name))}">${escaped(name)}</a>`),
  );
}

/** Returns the files of a project, ordered by version, oldest first, then by name. */
export function inOrder(files: readonly ListedFile[]): readonly ListedFile[] {
  return files
    .map((file) => ({ file, version: parseVersion(file.version) }))
    .sort((a, b) => compareVersions(a.version, b.version) || (a.file.filename < b.file.filename ? -1 : 1))
    .map(({ file }) => file);
}

/** Text that is not a version comes first. No entry has one. */
function compareVersions(a: PythonVersion | undefined, b: PythonVersion | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareParsedVersions(a, b);
}

/** `entries` are the entries of the project, ordered by version. */
export function projectJson(
  name: string,
  entries: readonly ListedFile[],
  project?: ProjectStatus,
): Schemas['SimpleProject'] {
  const versions = [...new Set(entries.map(({ version }) => version))];
  const status = statusOf(project);
  return { meta: META, name, ...(status && { 'project-status': status }), versions, files: entries.map(fileJson) };
}

export function projectHtml(name: string, entries: readonly ListedFile[], project?: ProjectStatus): Uint8Array {
  const { status, reason } = statusOf(project) ?? {};
  const metas = { 'pypi:project-status': status, 'pypi:project-status-reason': reason };
  return page(`Links for ${name}`, entries.map(fileHtml), metas);
}

/** Returns undefined for an active project, which is the default of PEP 792. */
function statusOf(project: ProjectStatus | undefined): Schemas['SimpleProject']['project-status'] {
  if (project === undefined || project.status === 'active') return undefined;
  const { status, reason } = project;
  return { status, ...(reason !== null && { reason }) };
}

// PEP 714 allows the older name for the metadata's digests in JSON, too, but pip before 23.2 fails with it.
function fileJson(entry: ListedFile): Schemas['SimpleFile'] {
  const { filename, sha256, size, uploadTime, requiresPython, metadataSha256, yanked, provenance } = entry;
  return {
    filename,
    url: fileLink(entry),
    hashes: { sha256 },
    size,
    'upload-time': uploadTime,
    ...(requiresPython === undefined ? {} : { 'requires-python': requiresPython }),
    'core-metadata': metadataSha256 === undefined ? false : { sha256: metadataSha256 },
    yanked,
    ...(provenance === undefined ? {} : { provenance }),
  };
}

function fileHtml(entry: ListedFile): string {
  const { filename, sha256, requiresPython, metadataSha256, yanked, provenance } = entry;
  const attributes = {
    href: `${fileLink(entry)}#sha256=${sha256}`,
    'data-requires-python': requiresPython,
    'data-core-metadata': metadataSha256 && `sha256=${metadataSha256}`,
    'data-dist-info-metadata': metadataSha256 && `sha256=${metadataSha256}`,
    'data-yanked': yanked === false ? undefined : yanked === true ? '' : yanked,
    'data-provenance': provenance,
  };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escaped(value)}"`,
  );
  return `<a${written.join('')}>${escaped(filename)}</a>`;
}

type Metas = Readonly<Record<string, string | undefined>>;

function page(title: string, links: readonly string[], metas: Metas = {}): Uint8Array {
  const head = [
    '<meta charset="utf-8">',
    ...Object.entries({ 'pypi:repository-version': META['api-version'], ...metas }).flatMap(([name, content]) =>
      content === undefined ? [] : [`<meta name="${name}" content="${escaped(content)}">`],
    ),
    `<title>${escaped(title)}</title>`,
  ];
  const lines = ['<!DOCTYPE html>', '<html>', '<head>', ...head, '</head>', '<body>'];
  return Buffer.from([...lines, ...links.map((link) => `${link}<br>`), '</body>', '</html>', ''].join('\n'));
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
