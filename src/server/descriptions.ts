/** All descriptions that the server enforces: of the API, of the pages, and of the native URLs. */
import api from '../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../contract/description.ts';
import { modules } from './ecosystems.ts';
import { signingKeys } from '../serving/signing-keys.ts';
import { pages } from '../web/index.ts';

export const descriptions: readonly OpenApiDocument[] = [
  api,
  pages.description,
  ...modules.map(({ service }) => service.description),
  signingKeys.description,
];
