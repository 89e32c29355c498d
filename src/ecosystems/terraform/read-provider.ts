import { mainFile, singleFile, type LocalFile, type Release } from '../../registry/ecosystem.ts';
import type { JsonObject } from '../../model/values.ts';
import { checkProviderArchive } from './provider-archive.ts';
import { digestsPart, writeProviderEntry, type ProviderEntry } from './provider-entry.ts';
import { readProtocols } from './provider-manifest.ts';
import { parseProviderFileName } from './provider-name.ts';

interface Content {
  readonly variant: string;
  readonly metadata: JsonObject;
  readonly entry: ProviderEntry;
}

/**
 * Each file of a version is a package of its own, whose variant is its platform, so that they may arrive in any order.
 * Throws `UnacceptableFile`, or `MalformedFile` for bytes that are not an archive.
 */
export async function readProvider(file: LocalFile): Promise<Release> {
  const parsed = parseProviderFileName(file.name);
  const { type: name, version } = parsed;
  const { variant, metadata, entry } = await contentOf(file, parsed);
  const text = writeProviderEntry(entry);
  return {
    ...singleFile,
    name,
    version,
    variant,
    metadata,
    entries: [
      { part: name, text },
      { part: digestsPart({ type: name, version }), text },
    ],
    files: [mainFile(file)],
  };
}

async function contentOf(file: LocalFile, parsed: ReturnType<typeof parseProviderFileName>): Promise<Content> {
  if ('about' in parsed) {
    const protocols = await readProtocols(file);
    return { variant: parsed.about, metadata: { protocols }, entry: { protocols } };
  }
  await checkProviderArchive(file.path, parsed.type);
  const { os, arch } = parsed.platform;
  const entry = { platform: { os, arch }, sha256: file.digests.sha256 };
  return { variant: `${os}_${arch}`, metadata: { os, arch }, entry };
}
