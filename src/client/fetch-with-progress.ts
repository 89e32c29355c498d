/** Uploads with XMLHttpRequest: the only API in browsers that reports the progress of a body over HTTP/1.1. */

/** The part of XMLHttpRequest that is used. The types of Node do not have it. */
interface Xhr {
  readonly upload: {
    addEventListener(
      type: 'progress',
      listener: (event: { readonly loaded: number; readonly total: number }) => void,
    ): void;
  };
  responseType: 'blob';
  readonly response: Blob;
  readonly status: number;
  readonly statusText: string;
  addEventListener(type: 'load' | 'error' | 'abort', listener: () => void): void;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getAllResponseHeaders(): string;
  send(body: Blob): void;
  abort(): void;
}

/**
 * Returns a function like `fetch` that sends this body instead of the request's equal one. Returns undefined in service
 * workers, which have no XMLHttpRequest.
 */
export function fetchWithProgress(
  body: Blob,
  onProgress: (sentBytes: number, totalBytes: number) => void,
): ((request: Request) => Promise<Response>) | undefined {
  const { XMLHttpRequest } = globalThis as unknown as { XMLHttpRequest?: new () => Xhr };
  if (!XMLHttpRequest) return undefined;
  return ({ method, url, headers, signal }) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const xhr = new XMLHttpRequest();
      const abort = (): void => xhr.abort();
      signal.addEventListener('abort', abort, { once: true });
      xhr.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
      xhr.addEventListener('load', () => {
        signal.removeEventListener('abort', abort);
        resolve(responseOf(xhr));
      });
      xhr.addEventListener('error', () => reject(new TypeError('Failed to fetch')));
      // The caller may abort with a reason of any type.
      xhr.addEventListener('abort', () => reject(signal.reason as Error));
      xhr.open(method, url);
      headers.forEach((value, name) => xhr.setRequestHeader(name, value));
      xhr.responseType = 'blob';
      xhr.send(body);
    });
}

function responseOf(xhr: Xhr): Response {
  const lines = xhr.getAllResponseHeaders().trim().split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const { status, statusText } = xhr;
  return new Response(status === 204 ? null : xhr.response, { status, statusText, headers });
}
