/** How clients upload in pieces, by the ecosystem of the registry. */
import { textOf, organization, type Answer } from './api.ts';
import { project } from './packages.ts';

/** The offset at which an upload continues, `finished`, or undefined if the reply has neither. */
export type UploadState = number | 'finished' | undefined;

export interface UploadProtocol {
  readonly ecosystem: 'manifests' | 'oci';
  /** The path of an image or of a manifest, with a slash at its end. */
  readonly home: (registry: string) => string;
  /** The status of a rejected offset. */
  readonly wrongOffset: number;
  /** The status of a manifest that names missing bytes. */
  readonly missingBytes: number;
  /** Returns the request for a piece from `offset` up to `end`. */
  readonly piece: (path: string, offset: number, end: number) => readonly [path: string, init: RequestInit];
  /** Reads a reply that rejects a piece of an upload that has one of these numbers of bytes. */
  readonly stateIn: (reply: Answer, sizes: readonly number[]) => UploadState;
}

/** The offset is in the URL, and a failure has the right one. */
const manifests: UploadProtocol = {
  ecosystem: 'manifests',
  home: (registry) => `/${organization}/${registry}/manifests/${project}/`,
  wrongOffset: 409,
  missingBytes: 422,
  piece: (path, offset) => [`${path}?offset=${offset}`, {}],
  stateIn: (reply) => {
    const { type, offset } = JSON.parse(textOf(reply)) as { readonly type: string; readonly offset?: number };
    return type.endsWith('upload-used') ? 'finished' : offset;
  },
};

/** `Content-Range` has the offset, and `Range` of a failure has the last byte (distribution-spec, "Pushing a blob in chunks"). */
export const ociUploads: UploadProtocol = {
  ecosystem: 'oci',
  home: (registry) => `/v2/${organization}/${registry}/${project}/`,
  wrongOffset: 416,
  missingBytes: 400,
  piece: (path, offset, end) => [path, { headers: { 'Content-Range': `${offset}-${end - 1}` } }],
  stateIn: ({ status, headers }, sizes) => {
    if (status === 400) return 'finished';
    const [, last] = /^0-(\d+)$/.exec(headers.get('Range') ?? '') ?? [];
    if (last === undefined) return undefined;
    // An upload without bytes has the range of one byte, too. No upload here has one.
    return last === '0' && sizes.includes(0) ? 0 : Number(last) + 1;
  },
};

export const uploadProtocols: readonly UploadProtocol[] = [manifests, ociUploads];
