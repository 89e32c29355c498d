/** Creates charts with one file each, and a Chart.yaml as long as those of others. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { read } from '../../../src/ecosystems/helm/read.ts';
import { archiveEnd, fileHeader, padding } from '../../../src/formats/ustar-header.ts';
import type { CatalogPackage } from './catalog-rows.ts';
import { readPackage } from './read-package.ts';

interface ChartFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export function chart(name: string, version = '1.0.0'): ChartFile {
  const yaml = Buffer.from(JSON.stringify(fieldsOf(name, version)));
  const archive = [fileHeader(`${name}/Chart.yaml`, yaml.length), yaml, padding(yaml.length), archiveEnd];
  return { fileName: `${name}-${version}.tgz`, bytes: gzipSync(Buffer.concat(archive)) };
}

/** The fields of Chart.yaml. JSON is YAML. */
function fieldsOf(name: string, version: string) {
  return {
    apiVersion: 'v2',
    name,
    version,
    description: `The chart ${name} of the bench, which installs a server with its database and a proxy before both`,
    type: 'application',
    appVersion: version,
    kubeVersion: '>= 1.25.0-0',
    home: `https://example.test/${name}`,
    icon: `https://example.test/${name}/icon.svg`,
    keywords: ['bench', 'server', 'database', name],
    sources: [`https://git.example.test/charts/${name}`],
    maintainers: [{ name: 'Bench', email: 'bench@example.test' }],
    dependencies: [{ name: 'database', version: '12.x.x', repository: 'https://charts.example.test/stable' }],
  };
}

/** Writes charts into a folder, and yields what the server reads from them. */
export async function* chartsIn(folder: string, count: number): AsyncGenerator<CatalogPackage> {
  for (let at = 0; at < count; at += 1) {
    const file = chart(`stock-${at}`);
    yield await readPackage(read, { ...file, path: await addTo(folder, file) });
  }
}

/** Returns the path of the file. */
export async function addTo(folder: string, { fileName, bytes }: ChartFile): Promise<string> {
  const file = path.join(folder, fileName);
  await writeFile(file, bytes);
  return file;
}
