/**
 * Reads provenance files: Chart.yaml and the SHA-256 of a chart, in a text with an OpenPGP signature (RFC 9580, section
 * 7). The signature is not verified: readers decide whom they trust.
 */
import { readFile } from 'node:fs/promises';
import { clearSignedText } from '../../formats/openpgp-cleartext.ts';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { checkedIdentity } from './chart-metadata.ts';
import { fields, quotedText, textMap } from './field-types.ts';
import { chartFileName } from './file-name.ts';
import { parseYaml } from './yaml.ts';

export interface Provenance {
  readonly name: string;
  readonly version: string;
  /** The SHA-256 of the chart. */
  readonly sha256: string;
}

const FILE = 'The provenance';

/** In bytes. */
const LONGEST = 1024 ** 2;

/** Throws `UnacceptableFile` if it is not the provenance of one chart. */
export async function readProvenance({
  path,
  size,
}: {
  readonly path: string;
  readonly size: number;
}): Promise<Provenance> {
  if (size > LONGEST) throw malformed(`has ${size} bytes; the maximum is ${LONGEST}`);
  // helm separates the two documents in the same way.
  const [chart, sums] = signedText(await readFile(path, 'utf8')).split('\n...\n');
  if (chart === undefined || sums === undefined) throw malformed('does not have Chart.yaml and the list of files');
  const identity = checkedIdentity(identityIn(parseYaml(Buffer.from(chart), FILE), FILE), FILE);
  const file = chartFileName(identity.name, identity.version);
  const { files = {} } = sumsIn(parseYaml(Buffer.from(sums), FILE), FILE);
  const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(Object.hasOwn(files, file) ? (files[file] ?? '') : '') ?? [];
  if (sha256 !== undefined) return { ...identity, sha256 };
  throw malformed(`has no SHA-256 of the file ${quoted(file)}, which helm requires`);
}

const identityIn = fields({ name: quotedText, version: quotedText });
const sumsIn = fields({ files: textMap });

function signedText(message: string): string {
  const text = clearSignedText(message);
  if (text === undefined) throw malformed('is not a text with an OpenPGP signature');
  return text;
}

function malformed(reason: string): UnacceptableFile {
  return new UnacceptableFile(`${FILE} ${reason}. Create it with "helm package --sign".`);
}
