/** Reads a file on disk piece by piece. */
import type { FileSystem } from './node-builtin.ts';

const pieceSize = 64 * 1024;

/**
 * Returns the bytes of a file as a stream, which opens the file when it is read first. Not `openAsBlob`: Deno reads all of
 * the file for it. Not `Readable.toWeb`: in Node, its stream ends the process if it is cancelled at the wrong moment.
 */
export function readFile(fs: FileSystem, path: string): ReadableStream<Uint8Array> {
  let opened: ReturnType<FileSystem['promises']['open']> | undefined;
  const close = async (): Promise<void> => (await opened)?.close();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        opened ??= fs.promises.open(path);
        try {
          const { buffer, bytesRead } = await (await opened).read(new Uint8Array(pieceSize), 0, pieceSize);
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        } catch (error) {
          await close().catch(() => undefined);
          throw error;
        }
        await close();
        controller.close();
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
