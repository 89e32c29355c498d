/** Pushes a manifest to its digest or, that of an image, to a tag. */
import type { Answer } from './api.ts';
import type { Manifest } from './manifests.ts';
import { sha256Of } from './packages.ts';
import type { Known } from './shelf.ts';
import { holdTag } from './tags.ts';
import type { UploadProtocol } from './upload-protocols.ts';
import { beginDeed, expectStatus, type Turn } from './work.ts';

export interface Pushed {
  readonly known: Known;
  /** Undefined if there is no response. */
  readonly reply: Answer | undefined;
  readonly isMade: boolean;
}

export async function pushManifest(
  turn: Turn,
  { registry, protocol }: { readonly registry: string; readonly protocol: UploadProtocol },
  { bytes, mediaType, ...content }: Manifest,
): Promise<Pushed> {
  const sha256 = sha256Of(bytes);
  const version = `sha256:${sha256}`;
  const known = turn.shelf.expect(registry, version, { sha256, ...content });
  const settle = beginDeed(turn, known, 'publish', sha256);
  const tag = mediaType !== undefined && turn.chance.next() < 0.4 ? holdTag(turn, known) : undefined;
  const path = `${protocol.home(registry)}manifests/${tag?.name ?? version}`;
  const headers = { ...(mediaType !== undefined && { 'Content-Type': mediaType }) };
  const reply = await turn.api.at(path, { method: 'PUT', headers, body: bytes });
  known.busy = false;
  const isMade = reply && expectStatus(reply, 201, protocol.missingBytes) === 201;
  tag?.settle(isMade);
  if (isMade === undefined) return { known, reply, isMade: false };
  settle(isMade ? 'made' : 'not made');
  if (isMade) known.unsure = false;
  else turn.shelf.remove(known);
  return { known, reply, isMade };
}
