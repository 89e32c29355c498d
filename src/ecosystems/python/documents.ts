/** The pages of the simple repository as documents: two forms of the page of each project, and of the list of them. */
import type { Documents, ListedEntry, Output, OverviewPart, Source } from '../../registry/documents.ts';
import { asTime } from '../../serving/time.ts';
import { readSimpleEntry, type ListedFile } from './simple-entry.ts';
import { inOrder, projectHtml, projectJson, projectListHtml, projectListJson } from './simple-index.ts';

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

async function render(project: string, source: Source, output: Output): Promise<string> {
  const files: ListedFile[] = [];
  for await (const entry of source.entries()) if (entry.standing !== 'withdrawn') files.push(listedFile(entry));
  const ordered = inOrder(files);
  await output.write(pageName('json', project), jsonText(projectJson(project, ordered)));
  await output.write(pageName('html', project), once(projectHtml(project, ordered)));
  return '';
}

/** PEP 592: an unlisted file is yanked. */
function listedFile({ text, standing, notice, publishedAt }: ListedEntry): ListedFile {
  const yanked = standing === 'unlisted' && (notice ?? true);
  return { ...readSimpleEntry(text), uploadTime: asTime(publishedAt), yanked };
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
