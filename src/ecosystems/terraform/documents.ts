/**
 * The documents that Terraform reads. The parts are modules, such as `network/aws`; providers, such as `fruit`; and
 * versions of providers, such as `fruit 1.0.0`.
 */
import type { About, Documents, Output, Source } from '../../registry/documents.ts';
import { renderModule } from './module-documents.ts';
import { renderDigests, renderVersions, SIGNATURE_ENDING } from './provider-documents.ts';

export const terraformDocuments: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [SIGNATURE_ENDING],
  partOf: (name) => /^(.+) (?:versions|latest|digests(?:\.sig)?)$/.exec(name)?.[1],
  reads: (part) => [part],
  render,
  renderOverview: () => Promise.resolve(),
};

async function render(part: string, source: Source, output: Output, about: About): Promise<string> {
  const [type = '', version] = part.split(' ');
  if (version !== undefined) await renderDigests({ type, version }, source, output, about);
  else if (part.includes('/')) await renderModule(part, source, output, about);
  else await renderVersions(part, source, output);
  return '';
}
