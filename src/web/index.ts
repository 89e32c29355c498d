/** The service of the web pages: its description and its operations. */
import description from '../../generated/pages.json' with { type: 'json' };
import type { OpenApiDocument } from '../contract/description.ts';
import type { PageOperations } from './operation.ts';
import { operations } from './pages.ts';

export const pages: { readonly description: OpenApiDocument; readonly operations: PageOperations } = {
  description,
  operations,
};
