/** The lists of a server whose setting is zstd. */
import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildRpm, rpmName } from '../../fixtures/rpm-package.ts';
import { publish, startTestServer } from '../../fixtures/server.ts';
import { newRegistry } from '../../native/watched-server.ts';

const repodata = 'rpm_any/rpm_any/x86_64/repodata';

test('lists are compressed with zstd by a setting', async () => {
  await using server = await startTestServer({ LARDER_RPM_COMPRESSION: 'zstd' });
  const registry = await newRegistry(server, 'redhat');
  await publish(server, registry, rpmName({}), buildRpm({}));
  const description = await (await fetch(`${server.url}/acme/${registry}/${repodata}/repomd.xml`)).text();
  const all = /<open-checksum type="sha256">(\w+)<.*?href="([^"]+)".*?<size>(\d+)<.*?<open-size>(\d+)</gs;
  const found = [...description.matchAll(all)].map(([, openSha256, href = '', size, openSize]) => {
    return { openSha256, href, size: Number(size), openSize: Number(openSize) };
  });
  expect(found.map(({ href }) => href.replace(/\w{64}/, 'SHA256'))).toEqual(
    ['primary', 'filelists', 'other'].map((list) => `repodata/SHA256-${list}.xml.zst`),
  );
  for (const { openSha256, href, size, openSize } of found) {
    const reply = await fetch(`${server.url}/acme/${registry}/rpm_any/rpm_any/x86_64/${href}`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    const text = zstdDecompressSync(bytes);
    const digest = createHash('sha256').update(text).digest('hex');
    expect([reply.status, bytes.length, text.length, digest]).toEqual([200, size, openSize, openSha256]);
    expect(text.toString()).toContain('demo');
  }
});
