/** Descriptions whose operations take bytes in all the ways there are, for every test that goes over descriptions. */
import { bytes, describedBodies } from './bytes-shop.ts';

/** Bodies that are bytes, of any media type, of some, and of one. */
export const rawBodies = describedBodies(
  {
    putAny: { required: true, content: { '*/*': { schema: bytes } } },
    putReferred: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Bytes' } } } },
    putApplication: { required: true, content: { 'application/*': { schema: bytes } } },
    putNamed: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
    putOptional: { required: false, content: { '*/*': { schema: bytes } } },
    putEither: {
      required: true,
      content: {
        '*/*': { schema: bytes },
        'text/*': { schema: bytes },
        'application/json': {
          schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
        },
      },
    },
  },
  { Bytes: bytes },
);
