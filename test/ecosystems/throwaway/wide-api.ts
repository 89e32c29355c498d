/** The contract of a server that has the throw-away ecosystems, beside those of Larder. */
import api from '../../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../../../src/contract/description.ts';
import { ecosystemsOf } from '../../../src/server/ecosystems.ts';
import { modules } from './modules.ts';

/** The description of the API, with the ids of all ecosystems of `modules`. */
export const wideApi: OpenApiDocument = {
  ...api,
  components: {
    ...api.components,
    schemas: {
      ...api.components.schemas,
      Ecosystem: { ...api.components.schemas.Ecosystem, enum: Object.keys(ecosystemsOf(modules)) },
    },
  },
};
