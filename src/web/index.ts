/** The service of the pages that people open: its description, and its operations. */
import description from '../../generated/pages.json' with { type: 'json' };
import type { OpenApiDocument } from '../contract/description.ts';
import type { PageOperations } from './operation.ts';
import { operations } from './pages.ts';

export const pages: { readonly description: OpenApiDocument; readonly operations: PageOperations } = {
  description,
  operations,
};
