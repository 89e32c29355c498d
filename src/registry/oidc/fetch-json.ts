/** Fetches a document of an issuer, with limits for time and size, and without redirects. */

const mostBytes = 256 * 1024;

/** Rejects if the response is not JSON with status 200, is too large, redirects, or is later than the signal. */
export async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { Accept: 'application/json' } });
  const { status, body } = response;
  if (status !== 200 || !body) {
    await body?.cancel();
    throw new Error(`${url} returned ${status}.`);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Throwing inside the loop cancels the body.
  for await (const piece of body) {
    size += piece.length;
    if (size > mostBytes) throw new Error(`${url} is larger than ${mostBytes} bytes.`);
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString());
}
