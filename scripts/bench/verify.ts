/** Before anything is measured: is the answer the right one? */

/** The body of an answer that must be 200, and equal to what is expected where that is given. */
export async function verified(
  url: string,
  headers: Readonly<Record<string, string>>,
  expected?: Uint8Array,
): Promise<Buffer> {
  const response = await fetch(url, { headers });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${body.toString().slice(0, 500)}`);
  if (expected && !body.equals(expected)) {
    const [seen, right] = [body, Buffer.from(expected)].map((bytes) => bytes.toString('utf8', 0, 1500));
    throw new Error(`${url} answers other bytes than expected:\n${seen}\ninstead of\n${right}`);
  }
  return body;
}
