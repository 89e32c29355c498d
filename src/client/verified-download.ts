/** Compares downloaded bytes with the digest of the file. */
import type { PackageFile } from '../../generated/api.ts';
import { newSha256 } from './sha256.ts';
import type { OnProgress } from './upload.ts';

/** The downloaded bytes differ from those that were published. */
export class DamagedDownload extends Error {
  override readonly name = 'DamagedDownload';
  /** The SHA-256 of the downloaded bytes. */
  readonly sha256: string;

  constructor({ name, digests }: PackageFile, sha256: string) {
    super(`${name} was not downloaded correctly: its SHA-256 is ${sha256}, not ${digests.sha256}. Try again.`);
    this.sha256 = sha256;
  }
}

/**
 * Returns a stream that fails with a `DamagedDownload` at its end if the SHA-256 is not that of the file. Browsers cannot
 * hash streams, so there it only reports progress.
 */
export function verified(
  bytes: ReadableStream<Uint8Array>,
  file: PackageFile,
  onProgress?: OnProgress,
): ReadableStream<Uint8Array> {
  const hash = newSha256();
  let received = 0;
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        hash?.update(piece);
        onProgress?.((received += piece.byteLength), file.size);
        controller.enqueue(piece);
      },
      flush() {
        const sha256 = hash?.digest('hex') ?? file.digests.sha256;
        if (sha256 !== file.digests.sha256) throw new DamagedDownload(file, sha256);
      },
    }),
  );
}
