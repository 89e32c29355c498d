/** The pages of the simple repository as documents: two forms of the page of each project, and of the list of them. */
import type { About, Documents, ListedEntry, Output, OverviewPart, Source } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';
import { readSimpleEntry, type ListedFile, type SimpleEntry } from './simple-entry.ts';
import { inOrder, projectHtml, projectJson, projectListHtml, projectListJson } from './simple-index.ts';
import { pipUrls } from './urls.ts';

export type PageForm = 'json' | 'html';

/** Returns the name of the document with a form of the page of a project; without a project, of the list. */
export function pageName(form: PageForm, project?: string): string {
  return project === undefined ? form : `${project}/${form}`;
}

/** The parts are normalized names of projects. */
export const pythonDocuments: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf,
  reads: (project) => [project],
  render,
  renderOverview,
};

function partOf(name: string): string | undefined {
  const found = /^(?:(.+)\/)?(?:json|html)$/.exec(name);
  return found === null ? undefined : (found[1] ?? '');
}

async function render(project: string, source: Source, output: Output, about: About): Promise<string> {
  const files: ListedFile[] = [];
  const isServed = source.status?.status !== 'quarantined';
  for await (const entry of source.entries())
    if (isServed && entry.standing !== 'withdrawn') files.push(listedFile(entry, project, about));
  const ordered = inOrder(files);
  await output.write(pageName('json', project), jsonText(projectJson(project, ordered, source.status)));
  await output.write(pageName('html', project), once(projectHtml(project, ordered, source.status)));
  return '';
}

/** PEP 592: an unlisted file is yanked. */
function listedFile({ text, standing, notice, publishedAt }: ListedEntry, project: string, about: About): ListedFile {
  const yanked = standing === 'unlisted' && (notice ?? true);
  const entry = readSimpleEntry(text);
  const provenance = entry.hasProvenance && provenanceUrl(entry, project, about);
  return { ...entry, uploadTime: asTime(publishedAt), yanked, ...(provenance && { provenance }) };
}

/** PEP 740: fully qualified. The public URL is read only for files with one, because pages depend on what they read. */
function provenanceUrl({ filename: file, version }: SimpleEntry, project: string, about: About): string {
  const { organization, registry, publicUrl } = about;
  return pipUrls(publicUrl).of('getProvenance', { organization, registry, project, version, file });
}

async function renderOverview(parts: AsyncIterable<OverviewPart>, output: Output): Promise<void> {
  const names: string[] = [];
  for await (const { part, isListed } of parts) if (isListed) names.push(part);
  await output.write(pageName('json'), jsonText(projectListJson(names)));
  await output.write(pageName('html'), once(projectListHtml(names)));
}

function jsonText(value: object): AsyncIterable<Uint8Array> {
  return once(Buffer.from(JSON.stringify(value)));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
