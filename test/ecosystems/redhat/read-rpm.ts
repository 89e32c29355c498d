/** Reads packages that a recipe makes, and lists them as clients get them. */
import { read } from '../../../src/ecosystems/redhat/read.ts';
import { rpmDocuments } from '../../../src/ecosystems/redhat/documents.ts';
import type { About } from '../../../src/registry/documents.ts';
import type { Release } from '../../../src/registry/ecosystem.ts';
import { openpgpSigning } from '../../../src/registry/openpgp-signing.ts';
import { withIncoming } from '../../fixtures/local-file.ts';
import { each, listedEntry, MemoryOutput, memorySource, overviewPart } from '../../fixtures/memory-documents.ts';
import { buildRpm, type RpmRecipe } from '../../fixtures/rpm-package.ts';
import { gunzipSync } from 'node:zlib';

export function readRpm(recipe: RpmRecipe | Uint8Array = {}): Promise<Release> {
  return withIncoming(recipe instanceof Uint8Array ? recipe : buildRpm(recipe), read);
}

export interface Lists {
  readonly primary: string;
  readonly filelists: string;
  readonly other: string;
}

/** Returns the lists of these packages, in the part of their architecture. */
export async function listRpms(...recipes: readonly (RpmRecipe | Uint8Array)[]): Promise<Lists> {
  const output = new MemoryOutput();
  const entries = [];
  for (const recipe of recipes) for (const { text } of (await readRpm(recipe)).entries) entries.push(listedEntry(text));
  await rpmDocuments.render('x86_64', memorySource(entries), output, await aboutRpms());
  const list = (name: string): string => gunzipSync(output.bytes(`x86_64/${name}.xml.gz`)).toString();
  return { primary: list('primary'), filelists: list('filelists'), other: list('other') };
}

/** Writes the overview of parts with these packages. */
export async function overviewOf(parts: readonly string[]): Promise<MemoryOutput> {
  const output = new MemoryOutput();
  const about = await aboutRpms();
  const overview = [];
  for (const part of parts) {
    const line = await rpmDocuments.render(part, memorySource([]), output, about);
    overview.push({ ...overviewPart(part, []), line: () => Promise.resolve(line) });
  }
  await rpmDocuments.renderOverview(each(overview), output, about);
  return output;
}

const key = openpgpSigning.createKey({ organization: 'acme', registry: 'rpms' });

export async function aboutRpms(): Promise<About> {
  return {
    organization: 'acme',
    registry: 'rpms',
    publicUrl: 'https://packages.example',
    indexCompression: 'gzip',
    date: new Date('2026-02-03T04:05:06Z'),
    signingKeys: [await key],
  };
}

/** Returns the lines of an element, without indentation. */
export function linesOf(xml: string, element: string): readonly string[] {
  const [, content = ''] = new RegExp(`<${element}>\\n(.*?)</${element}>`, 's').exec(xml) ?? [];
  return content.split('\n').filter((line) => line !== '');
}
