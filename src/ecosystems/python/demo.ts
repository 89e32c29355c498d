/** The registry of Python packages in the demo. */
import { createHash } from 'node:crypto';
import { zip } from '../../formats/write-archives.ts';
import { demoReadme, type DemoFile, type DemoPackage, type DemoRegistry } from '../../serving/demo-registry.ts';

export const demo: DemoRegistry = {
  name: 'data team',
  ecosystem: 'python',
  description: 'Libraries of the data team',
  emoji: ':snake:',
  color: '#fff2cc',
  public: false,
  projects: [
    { name: 'forecasts', summary: 'Forecasts demand by the hour', versions: ['0.9.0', '1.0.0', '1.0.1', '1.1.0'] },
    { name: 'table-tools', summary: 'Reads and joins tables', versions: ['3.2.0', '3.3.0'] },
    { name: 'acme-units', summary: 'Converts units of measurement', versions: ['0.1.0'] },
  ],
  build: wheelOf,
};

/** The wheel has its metadata in `.dist-info` (Binary distribution format, "File contents"). */
function wheelOf(pkg: DemoPackage): DemoFile {
  const { name, version, summary } = pkg;
  const stem = `${name.replaceAll('-', '_')}-${version}`;
  const files = {
    [`${name.replaceAll('-', '_')}.py`]: `version = ${JSON.stringify(version)}\n`,
    [`${stem}.dist-info/METADATA`]: `${linesOf({
      'Metadata-Version': '2.1',
      Name: name,
      Version: version,
      Summary: summary,
      'Description-Content-Type': 'text/markdown',
    })}\n${demoReadme(pkg)}`,
    [`${stem}.dist-info/WHEEL`]: linesOf({
      'Wheel-Version': '1.0',
      Generator: 'larder demo',
      'Root-Is-Purelib': 'true',
      Tag: 'py3-none-any',
    }),
  };
  const record = `${stem}.dist-info/RECORD`;
  const lines = Object.entries(files).map(([path, content]) => {
    const digest = createHash('sha256').update(content).digest('base64url');
    return `${path},sha256=${digest},${Buffer.byteLength(content)}\n`;
  });
  return { name: `${stem}-py3-none-any.whl`, bytes: zip({ ...files, [record]: `${lines.join('')}${record},,\n` }) };
}

function linesOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
}
