/** Returns the body of a response. Throws if its status is not 200. */
export async function get(url: string, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const response = await fetch(url, { headers });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${url} returned ${response.status}: ${body.toString()}`);
  return body;
}
