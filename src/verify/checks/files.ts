/** Checks of downloads: digests, conditional requests (RFC 9110, section 13) and ranges (section 14). */
import type { DescribedOperation } from '../../contract/description.ts';
import { pathOf, type Exchange } from '../exchange.ts';
import { itemsIn, operationOf, readsOf, type World } from '../world.ts';

/** Larger files are left out, because a verification must not load a server. In bytes. */
const largest = 64 * 1024 * 1024;
const mostFiles = 3;

export async function checkFiles(world: World): Promise<void> {
  for (const values of world.places) {
    const url = pathOf(operationOf(world, 'listPackageFiles'), values);
    if (url === undefined) continue;
    const list = await world.send({ method: 'GET', url });
    const files = itemsIn(list.json).filter(({ size }) => typeof size === 'number' && size <= largest);
    for (const file of files.slice(0, mostFiles)) await checkDigest(world, file);
  }
  for (const operation of readsOf(world).filter(({ replies }) => replies.has(304) || replies.has(206))) {
    for (const url of new Set(world.places.flatMap((values) => pathOf(operation, values) ?? []))) {
      const whole = await world.send({ method: 'GET', url });
      if (whole.status !== 200 || whole.size > largest) continue;
      if (operation.replies.has(304)) await checkConditional(world, operation, url, whole);
      if (operation.replies.has(206)) await checkRange(world, operation, url, whole);
    }
  }
}

async function checkDigest(
  { url: base, send, findings }: World,
  file: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { url, size, digests, name } = file;
  if (typeof url !== 'string' || !url.startsWith(`${base}/`)) return;
  const { sha256, sha512 } = Object(digests) as { readonly sha256?: unknown; readonly sha512?: unknown };
  const got = await send({ method: 'GET', url });
  if (got.status !== 200) return;
  const differs = (what: string, listed: unknown, own: unknown): string[] =>
    listed === own ? [] : [`${what} of ${String(name)} is ${String(own)}, and ${String(listed)} in the list`];
  findings.add({ operation: 'getPackageFile', aspect: 'digest' }, got.title, [
    ...differs('the size', size, got.size),
    ...differs('sha256', sha256, got.sha256),
    ...differs('sha512', sha512, got.sha512),
  ]);
}

async function checkConditional(
  { send, judge, findings }: World,
  operation: DescribedOperation,
  url: string,
  whole: Exchange,
): Promise<void> {
  const { id, replies } = operation;
  const subject = { operation: id, aspect: 'conditional' } as const;
  const tag = whole.headers.get('ETag');
  if (tag === null) {
    findings.add(subject, whole.title, ['ETag is missing']);
    return;
  }
  const known = await send({ method: 'GET', url, headers: { 'If-None-Match': tag } });
  judge.reply(operation, known, 304);
  findings.add(subject, `${known.title} with If-None-Match`, [
    ...(known.status === 304 ? [] : [`is ${known.status} instead of 304`]),
    ...(known.headers.get('ETag') === tag
      ? []
      : [`ETag is ${known.headers.get('ETag')} in the 304, and ${tag} before`]),
  ]);
  const other = await send({ method: 'GET', url, headers: { 'If-None-Match': '"another"' } });
  findings.add(
    subject,
    `${other.title} with another If-None-Match`,
    other.status === 200 ? [] : [`is ${other.status} instead of 200`],
  );
  if (!replies.has(412)) return;
  const expected = await send({ method: 'GET', url, headers: { 'If-Match': '"another"' } });
  judge.reply(operation, expected, 412);
  findings.add(
    subject,
    `${expected.title} with If-Match`,
    expected.status === 412 ? [] : [`is ${expected.status} instead of 412`],
  );
}

async function checkRange(
  { send, judge, findings }: World,
  operation: DescribedOperation,
  url: string,
  whole: Exchange,
): Promise<void> {
  if (whole.size < 2) return;
  const subject = { operation: operation.id, aspect: 'range' } as const;
  const last = Math.min(whole.size, 100) - 1;
  const part = await send({ method: 'GET', url, headers: { Range: `bytes=1-${last}` } });
  judge.reply(operation, part, 206);
  const range = `bytes 1-${last}/${whole.size}`;
  findings.add(subject, `${part.title} with Range`, [
    ...(part.status === 206 ? [] : [`is ${part.status} instead of 206`]),
    ...(part.headers.get('Content-Range') === range
      ? []
      : [`Content-Range is ${part.headers.get('Content-Range')} instead of ${range}`]),
    ...(Buffer.from(part.bytes).equals(Buffer.from(whole.bytes).subarray(1, last + 1))
      ? []
      : ['the bytes are not those of the file']),
  ]);
  if (!operation.replies.has(416)) return;
  const beyond = await send({ method: 'GET', url, headers: { Range: `bytes=${whole.size}-` } });
  judge.reply(operation, beyond, 416);
  const size = `bytes */${whole.size}`;
  findings.add(subject, `${beyond.title} with a Range behind the end`, [
    ...(beyond.status === 416 ? [] : [`is ${beyond.status} instead of 416`]),
    ...(beyond.headers.get('Content-Range') === size
      ? []
      : [`Content-Range is ${beyond.headers.get('Content-Range')} instead of ${size}`]),
  ]);
}
