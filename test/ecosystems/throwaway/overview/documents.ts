/**
 * Documents like those of a compact index: `info/NAME` lists the versions of a name, and `versions` has a line for each
 * name. `versions` only grows, so that clients fetch its end: of several lines for a name, the last one counts.
 */
import type { Documents, OverviewPart } from '../../../../src/registry/documents.ts';
import { linesOf } from './lines.ts';

export const documents: Documents = {
  together: 'registry',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => (name === 'versions' ? '' : /^info\/(.+)$/.exec(name)?.[1]),
  reads: (part) => [part],
  render: async (part, source, output) => {
    const versions: string[] = [];
    const lines: string[] = [];
    for await (const { text, version, standing } of source.entries()) {
      if (standing !== 'offered') continue;
      versions.push(version);
      lines.push(text);
    }
    if (versions.length === 0) return withoutVersions(part);
    const { digests } = await output.write(`info/${part}`, asLines(lines));
    return `${part} ${versions.join(',')} ${digests.sha256}`;
  },
  renderOverview: async (parts, output) => {
    await output.write('versions', grown(parts, await output.previous('versions')));
  },
};

function withoutVersions(name: string): string {
  return `${name} -`;
}

/** Yields the previous lines, then those of the parts that have changed since. */
async function* grown(
  parts: AsyncIterable<OverviewPart>,
  previous: AsyncIterable<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  const latest = new Map<string, string>();
  for await (const line of linesOf(previous ?? [])) {
    latest.set(line.slice(0, line.indexOf(' ')), line);
    yield Buffer.from(`${line}\n`);
  }
  for await (const { part, isListed, hasChanged, line: lineOf } of parts) {
    if (!hasChanged && latest.has(part)) continue;
    const line = isListed ? await lineOf() : withoutVersions(part);
    if (line !== latest.get(part)) yield Buffer.from(`${line}\n`);
  }
}

async function* asLines(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(lines.map((line) => `${line}\n`).join(''));
}
