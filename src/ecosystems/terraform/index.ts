/** Modules and providers, installed by Terraform and OpenTofu. */
import compare from 'semver/functions/compare.js';
import description from '../../../generated/native/terraform.json' with { type: 'json' };
import { openpgpSigning } from '../../registry/openpgp-signing.ts';
import { anyEntry, noFileMetadata, usualTags, type Ecosystem } from '../../registry/ecosystem.ts';
import type { EcosystemModule } from '../../serving/ecosystem-module.ts';
import { terraformDocuments } from './documents.ts';
import { instructions } from './instructions.ts';
import { projectKey } from './module-name.ts';
import { operations } from './operations/index.ts';

const ecosystem: Ecosystem<'terraform'> = {
  id: 'terraform',
  edition: 1,
  extraDigests: [],
  parts: 'listed',
  fileMetadata: noFileMetadata,
  attestations: 'accepted',
  projectStatus: 'none',
  reader: new URL('read.ts', import.meta.url),
  names: { nameKey: projectKey, versionKey: (version) => version, compare },
  commonVariant: null,
  defaultTag: null,
  tags: usualTags,
  documents: terraformDocuments,
  signing: openpgpSigning,
  entryRules: anyEntry,
};

export const terraform = {
  ecosystems: [ecosystem],
  service: { description, operations },
  instructions,
} satisfies EcosystemModule;
