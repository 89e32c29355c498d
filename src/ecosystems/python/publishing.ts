/** Publishes distributions with the form of PyPI's upload API, which twine, poetry, uv and others send. */
import type { operations as described, parameterDefaults } from '../../../generated/native/python.ts';
import type { Operations } from '../../contract/operation.ts';
import { publisherOf } from '../../registry/callers.ts';
import { keptFileName } from '../../registry/file-name.ts';
import { publishRelease } from '../../registry/publish-release.ts';
import type { LarderEnv } from '../../serving/env.ts';
import { packageExists } from '../../serving/package-exists.ts';
import { attestedBy } from './attested-by.ts';
import { writeClaims } from './claims.ts';

type PythonOperations = Operations<described, parameterDefaults, LarderEnv>;

const publishDistribution: PythonOperations['publishDistribution'] = async (input, { larder, urls }) => {
  const { found, body, requireCaller: caller } = input;
  const { registry } = found;
  const { fileName, staged } = body.content;
  const { release, ...published } = await publishRelease(larder, registry, {
    files: [{ name: keptFileName(fileName), staged }],
    claims: writeClaims(body, attestedBy(caller())),
    by: publisherOf(caller()),
    mustBeComplete: true,
  });
  // As on PyPI, the same file can be sent again, after a lost response for example.
  if (published.outcome === 'exists' && published.package.digests.sha256 !== staged.digests.sha256) {
    const detail = `${fileExists(fileName, registry.slug)} Publish another version.`;
    throw packageExists(found, published.package, urls, detail);
  }
  return { status: 200, body: { name: release.name, version: release.version } };
};

/** The words that clients look for when they skip existing files. */
function fileExists(file: string, registry: string): string {
  return `File already exists: ${file} is in registry "${registry}" with other bytes.`;
}

export const publishing: Pick<PythonOperations, 'publishDistribution' | 'publishDistributionByLegacyUrl'> = {
  publishDistribution,
  publishDistributionByLegacyUrl: publishDistribution,
};
