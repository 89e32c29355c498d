/** The URLs that pip requests. */
import type { operations } from '../../../generated/native/python.ts';
import description from '../../../generated/native/python.json' with { type: 'json' };
import { relativeTo } from '../../serving/relative-url.ts';
import { prepareUrls } from '../../serving/urls.ts';
import type { SimpleEntry } from './simple-entry.ts';

export const pipUrls = prepareUrls<operations>(description);

const paths = pipUrls('');

/** Pages link to URLs of the same registry only, so any registry has the same relative URLs. */
const anyRegistry = { organization: 'any', registry: 'any' };
const fromList = relativeTo(paths.of('listProjects', anyRegistry));
const fromPage = relativeTo(paths.of('getProject', { ...anyRegistry, project: 'any' }));

/** Returns the URL of the page of a project, relative to the list of projects. */
export function projectLink(project: string): string {
  return fromList(paths.of('getProject', { ...anyRegistry, project }));
}

/** Returns the URL of a file, relative to the page of its project. */
export function fileLink({ sha256, filename: file }: Pick<SimpleEntry, 'sha256' | 'filename'>): string {
  return fromPage(paths.of('getDistribution', { ...anyRegistry, sha256, file }));
}
