/**
 * The official conformance suite of the distribution specification, with all of its flags. `.ci/run` installs it:
 * `go install github.com/opencontainers/distribution-spec/conformance@v0.0.0-20260831232431-97274622c111`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../clients/programs.ts';
import { startTestServer } from '../../fixtures/server.ts';
import { openRegistry } from '../registries.ts';

const program = process.env['LARDER_TEST_OCI_CONFORMANCE'];

/** The flags that are off by default. */
const flags = {
  OCI_API_BLOBS_DIGEST_HEADER: 'true',
  OCI_API_BLOBS_UPLOAD_CANCEL: 'true',
  OCI_API_MANIFESTS_DIGEST_HEADER: 'true',
  OCI_API_MANIFESTS_TAG_PARAM: 'true',
  OCI_DATA_SPARSE: 'true',
};

test.skipIf(program === undefined).each(['1.1', 'dev'])(
  'passes the conformance suite of version %s, without a failure and without a skip',
  async (version) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-conformance-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await using server = await startTestServer();
    const { slug } = await openRegistry(server, { ecosystem: 'oci' }, 'a private');
    const environment = {
      OCI_REGISTRY: new URL(server.url).host,
      OCI_TLS: 'disabled',
      OCI_REPO1: `acme/${slug}/repo1`,
      OCI_REPO2: `acme/${slug}/repo2`,
      OCI_USERNAME: 'buildkite',
      OCI_PASSWORD: server.token,
      OCI_VERSION: version,
      ...flags,
    };
    const { ok, output } = await run(program ?? '', [], { folder, environment });
    const report = await readFile(path.join(folder, 'results/junit.xml'), 'utf8');
    const [suite = ''] = /<testsuite [^>]*>/.exec(report) ?? [];
    const counts = ['failures', 'errors', 'skipped'].map((name) =>
      Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0),
    );
    expect(counts, output.slice(-4000)).toEqual([0, 0, 0]);
    expect(Number(/ tests="(\d+)"/.exec(suite)?.[1])).toBeGreaterThan(1000);
    expect([ok, server.violations()]).toEqual([true, 0]);
  },
);
