/** Reads the manifest of a provider (Terraform, "Publish Providers", "Terraform Registry Manifest File"). */
import { readFile } from 'node:fs/promises';
import type { LocalFile } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

/** In bytes. Manifests have about 100. */
const LARGEST = 16 * 1024;
const MOST_PROTOCOLS = 10;

/** The protocol of a provider without a manifest, as in Terraform's own registry. */
export const usualProtocols: readonly string[] = ['5.0'];

/** Returns the versions of the plugin protocol. Throws `UnacceptableFile` unless it is a manifest of version 1. */
export async function readProtocols({ path, size }: Pick<LocalFile, 'path' | 'size'>): Promise<readonly string[]> {
  if (size > LARGEST) throw unacceptable(`has ${size} bytes; the maximum is ${LARGEST}`);
  const { version, metadata } = Object(parse(await readFile(path, 'utf8'))) as Members;
  if (version !== 1) throw unacceptable('does not have "version": 1');
  const { protocol_versions: protocols } = Object(metadata) as Members;
  if (!Array.isArray(protocols) || !protocols.every(isProtocol) || protocols.length === 0)
    throw unacceptable('has no list "metadata.protocol_versions" of versions such as "6.0"');
  if (protocols.length > MOST_PROTOCOLS)
    throw unacceptable(`has ${protocols.length} protocols; the maximum is ${MOST_PROTOCOLS}`);
  return [...new Set(protocols)];
}

type Members = Readonly<Record<string, unknown>>;

function isProtocol(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,5}\.\d{1,5}$/.test(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unacceptable('is not JSON', error);
  }
}

function unacceptable(fault: string, cause?: unknown): UnacceptableFile {
  const form = '{"version": 1, "metadata": {"protocol_versions": ["6.0"]}}';
  return new UnacceptableFile(`The manifest ${fault}. Publish one such as ${form}.`, { cause });
}
