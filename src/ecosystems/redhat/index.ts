/** Packages of Red Hat's family and of SUSE, installed by dnf, yum and zypper. */
import description from '../../../generated/native/redhat.json' with { type: 'json' };
import { anyEntry, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import { openpgpSigning } from '../../registry/openpgp-signing.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { rpmDocuments } from './documents.ts';
import { compareEvr, versionRelease } from './evr.ts';
import { rpmFailure } from './failures.ts';
import { instructions } from './instructions.ts';
import { operations } from './operations.ts';

const ecosystem: Ecosystem<'redhat'> = {
  id: 'redhat',
  edition: 1,
  // All supported versions of dnf and zypper read SHA-256.
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { nameKey: (name) => name, versionKey: versionRelease, compare: compareEvr },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: rpmDocuments,
  signing: openpgpSigning,
  entryRules: anyEntry,
};

export const redhat = {
  ecosystems: [ecosystem],
  service: { description, operations, failure: rpmFailure },
  instructions,
} satisfies EcosystemModule;
