/** Reads the release in a chart, its provenance, or both. Runs no code of it. */
import { open } from 'node:fs/promises';
import { isClearSigned } from '../../formats/openpgp-cleartext.ts';
import { mainFile, singleFile, type Incoming, type LocalFile, type Release } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readChartYaml } from './chart-archive.ts';
import { parseChartYaml, type ChartMetadata } from './chart-metadata.ts';
import { chartFileName, provenanceFileName } from './file-name.ts';
import { indexEntry, INDEX_PART } from './index-entry.ts';
import { readProvenance, type Provenance } from './provenance.ts';

/**
 * Returns the release in a chart, in its provenance, or in both. The kind, the name and the version of a file are in its
 * content, so the client's names do not matter. `metadata` is what Chart.yaml specifies. A provenance without a chart
 * is a package without a main file. Throws `UnacceptableFile`.
 */
export async function read({ files }: Incoming): Promise<Release> {
  let chart: ReadChart | undefined;
  let provenance: ReadProvenance | undefined;
  for (const file of files) {
    if (await startsAsProvenance(file)) {
      if (provenance) throw twice('provenance files');
      provenance = { file, content: await readProvenance(file) };
    } else {
      if (chart) throw twice('charts');
      chart = { file, content: parseChartYaml(await readChartYaml(file.path)) };
    }
  }
  if (chart && provenance) checkAgreement(chart, provenance);
  if (chart) return chartRelease(chart, provenance);
  if (provenance) return { ...provenanceRelease(provenance), metadata: {} };
  throw new UnacceptableFile('There is no file. Publish a chart.');
}

interface ReadChart {
  readonly file: LocalFile;
  readonly content: ChartMetadata;
}

interface ReadProvenance {
  readonly file: LocalFile;
  readonly content: Provenance;
}

function chartRelease({ file, content }: ReadChart, provenance: ReadProvenance | undefined): Release {
  const { name, version, ...metadata } = content;
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    metadata,
    files: [
      { ...mainFile(file), name: chartFileName(name, version) },
      ...(provenance ? provenanceRelease(provenance).files : []),
    ],
    entries: [{ part: INDEX_PART, text: indexEntry(content, file.digests.sha256) }],
    package: provenance ? 'any' : 'new',
  };
}

/** A later provenance replaces an earlier one: a chart may be signed again. */
function provenanceRelease({ file, content: { name, version, sha256 } }: ReadProvenance): Omit<Release, 'metadata'> {
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    files: [
      { name: provenanceFileName(name, version), role: 'attached', mediaType: null, mainSha256: sha256, bytes: file },
    ],
    package: 'any',
    sameName: 'replace',
  };
}

async function startsAsProvenance({ path }: LocalFile): Promise<boolean> {
  await using handle = await open(path, 'r');
  const { buffer, bytesRead } = await handle.read(new Uint8Array(64), 0, 64, 0);
  return isClearSigned(buffer.subarray(0, bytesRead));
}

function checkAgreement({ file, content: chart }: ReadChart, { content: provenance }: ReadProvenance): void {
  if (provenance.name !== chart.name || provenance.version !== chart.version)
    throw new UnacceptableFile(
      `The provenance is about ${provenance.name} ${provenance.version}, but the chart is ${chart.name} ${chart.version}.`,
    );
  if (provenance.sha256 === file.digests.sha256) return;
  throw new UnacceptableFile(
    `The chart has the SHA-256 ${file.digests.sha256}, but its provenance is about ${provenance.sha256}. Publish the chart that was signed.`,
  );
}

function twice(what: string): UnacceptableFile {
  return new UnacceptableFile(`There are two ${what}. Publish each chart with its provenance alone.`);
}
