/** Extracts Chart.yaml from a chart, with the rules of helm's own loader. */
import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decompress } from '../../formats/decompress.ts';
import { contentOf } from '../../formats/file-content.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { tarEntries, type TarEntry } from '../../formats/tar-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** In bytes: helm does not unpack larger charts. */
const MOST_UNPACKED = 100 * 1024 ** 2;
/** In bytes: since 3.17.3, helm does not unpack larger files. */
const LONGEST_FILE = 5 * 1024 ** 2;
/** In bytes: all of it may become part of the index. */
const LONGEST_CHART_YAML = 256 * 1024;
const MOST_ENTRIES = 20_000;

const CHART_YAML = 'Chart.yaml';

/**
 * Returns the bytes of Chart.yaml. Reads the whole archive. Throws `UnacceptableFile` unless it is a tar archive
 * compressed with gzip that helm can load, whose folder has one Chart.yaml.
 */
export async function readChartYaml(path: string): Promise<Uint8Array> {
  await using handle = await open(path, 'r');
  try {
    // Besides the files, an archive has a header and padding for each of them.
    const archive = decompress(contentOf(handle), 'gz', MOST_UNPACKED + MOST_ENTRIES * 1024);
    return await findChartYaml(tarEntries(archive, MOST_ENTRIES));
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(`${error.message} ${REMEDY}`, { cause: error });
    throw error;
  }
}

const REMEDY = 'Create the chart with "helm package".';

async function findChartYaml(entries: AsyncIterable<TarEntry>): Promise<Uint8Array> {
  let chartYaml: Uint8Array | undefined;
  let unpacked = 0;
  for await (const entry of entries) {
    if (entry.type === 'directory' || entry.type === 'pax-global-header') continue;
    const path = pathInChart(entry);
    unpacked += entry.size;
    checkSizes(entry, unpacked);
    if (path !== CHART_YAML) continue;
    if (chartYaml) throw new UnacceptableFile(`The chart has two files "${CHART_YAML}". ${REMEDY}`);
    chartYaml = await readSmall(entry);
  }
  if (chartYaml) return chartYaml;
  throw new UnacceptableFile(`The chart has no "${CHART_YAML}" in its folder. ${REMEDY}`);
}

/** Returns the path below the folder of the chart, which may have any name. */
function pathInChart({ path, type }: TarEntry): string {
  const [, ...segments] = path.split(/[/\\]/);
  if (type !== 'file')
    throw new UnacceptableFile(`The chart has ${quoted(path)} as a ${type}, not as a file. ${REMEDY}`);
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(path) || /^[A-Za-z]:/.test(segments[0] ?? '');
  if (isAbsolute || path.split(/[/\\]/).includes('..'))
    throw new UnacceptableFile(`The chart has the path ${quoted(path)}, which leads out of it. ${REMEDY}`);
  const plain = segments.filter((segment) => segment !== '' && segment !== '.');
  if (plain.length > 0) return plain.join('/');
  throw new UnacceptableFile(`The chart has the file ${quoted(path)} outside of its folder. ${REMEDY}`);
}

function checkSizes({ path, size }: TarEntry, unpacked: number): void {
  if (size > LONGEST_FILE)
    throw new UnacceptableFile(
      `The file ${quoted(path)} has ${size} bytes; the maximum of helm is ${LONGEST_FILE}. Remove it with .helmignore.`,
    );
  if (unpacked > MOST_UNPACKED)
    throw new UnacceptableFile(
      `The chart unpacks to more than ${MOST_UNPACKED} bytes, the maximum of helm. Remove files with .helmignore.`,
    );
}

async function readSmall({ path, size, content }: TarEntry): Promise<Uint8Array> {
  if (size <= LONGEST_CHART_YAML) return await buffer(content);
  throw new UnacceptableFile(`The file ${quoted(path)} has ${size} bytes; the maximum is ${LONGEST_CHART_YAML}.`);
}
