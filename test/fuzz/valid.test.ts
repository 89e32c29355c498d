/** A request that the contract allows gets a described response and no failure: a short run of `npm run fuzz`. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effort, isLong, timeout } from './effort.ts';
import { validProperty } from './properties.ts';
import { subjects } from './subjects.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

/**
 * They need what no value of a schema is. The tests of the examples and of the protocols prove their success.
 */
const needingState: ReadonlySet<string> = new Set([
  // A valid manifest.
  'publishManifest',
  // A valid deb, or a valid file of a source.
  'publishIncomingFile',
  // A name with a version.
  'publishFile',
  // A udeb.
  'getInstallerIndex',
  'getInstallerIndexByHash',
  // A valid RPM package.
  'publishRpm',
  // A valid distribution, whose metadata the form repeats.
  'publishDistribution',
  'publishDistributionByLegacyUrl',
  // A distribution with attestations.
  'getProvenance',
  // A namespace, which joins the slugs of an organization and a registry, with a module, a provider or a version in it.
  'getArchive',
  'getModule',
  'getModuleDownload',
  'getModuleVersion',
  'getModuleVersionDownload',
  'getProviderDownload',
  'getSignedArchive',
  'listModuleVersions',
  'listProviderVersions',
  // A token in the body or in the URL.
  'createToken',
  'deleteSession',
  'createSession',
  // A session.
  'endSession',
  // A valid tarball, the present revision or an existing version.
  'deletePackument',
  'deleteTarball',
  'listAttestations',
  'replaceDistTags',
  'replacePackument',
  'setDistTag',
  'setPackument',
  'storeDistTag',
  'updateDistTags',
]);

test.each(subjects)('$id', { timeout }, async (subject) => {
  const statuses: number[] = [];
  const heard = (status: number): void => void statuses.push(status);
  const granted = (): boolean => statuses.some((status) => status < 400);
  // Requests for missing things would prove little. If an operation never succeeds, create its things in
  // `test/fuzz/things.ts`.
  for (let seed = 6; seed < 16 && !granted() && (!isLong || seed === 6); seed += 1) {
    await fc.assert(validProperty(world(), subject, heard), effort({ seed, numRuns: 10 }));
  }
  if (needingState.has(subject.id)) return;
  expect(granted(), `statuses: ${statuses.join()}`).toBe(true);
});
