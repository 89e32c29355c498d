/** Digests and ends in formats, written again after a change: otherwise readers would reject every file for them. */
import { hash } from 'node:crypto';
import { build, type Layer } from './layers.ts';
import { tarEnd } from './tar-blocks.ts';

export const repairs: Readonly<Record<string, (layer: Layer) => Layer>> = { alpine: repairApk };

/**
 * The control part of an apk has the digest of its data part, which is the last member. All members together are one
 * archive, so only the last one has its end.
 */
function repairApk(layer: Layer): Layer {
  if (layer.kind !== 'gzip') return layer;
  const [data] = layer.members.slice(-1);
  if (data === undefined) return layer;
  const digest = hash('sha256', build({ kind: 'gzip', members: [data] }));
  const others = layer.members.slice(0, -1).map((member) => withoutEnd(withDataHash(member, digest)));
  return { ...layer, members: [...others, data] };
}

function withoutEnd(layer: Layer): Layer {
  return layer.kind === 'tar' ? { kind: 'bytes', bytes: build(layer).subarray(0, -tarEnd) } : layer;
}

function withDataHash(layer: Layer, digest: string): Layer {
  if (layer.kind === 'text')
    return { ...layer, lines: layer.lines.map((line) => line.replace(/^datahash = .*/, `datahash = ${digest}`)) };
  if (layer.kind !== 'tar') return layer;
  const repaired = layer.entries.map((entry) => ({ ...entry, content: withDataHash(entry.content, digest) }));
  return { ...layer, entries: repaired };
}
