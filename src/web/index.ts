/** The pages that people open, and their description: all that the contract needs to serve them. */
import description from '../../generated/pages.json' with { type: 'json' };
import type { OpenApiDocument } from '../contract/description.ts';
import { showReference } from './docs.ts';
import { showMatrix } from './matrix-page.ts';
import type { PageOperations } from './operation.ts';
import { showOrganization } from './organization-page.ts';
import { showPackage } from './package-page.ts';
import { showRegistry } from './registry-page.ts';

const operations: PageOperations = { showMatrix, showOrganization, showPackage, showReference, showRegistry };

export const pages: { readonly description: OpenApiDocument; readonly operations: PageOperations } = {
  description,
  operations,
};
