/** Streams a file on disk. */
import type { FileSystem } from './node-builtin.ts';

const pieceSize = 64 * 1024;

/**
 * Returns a stream of the bytes of a file, which is opened at the first read. `openAsBlob` is not used because Deno
 * reads the whole file for it, and `Readable.toWeb` because in Node its stream can crash the process if it is
 * cancelled.
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
