/** Changes that no operation has for itself. */
import type { Change } from './change.ts';

export const changedDescriptions: readonly Change[] = [
  {
    name: 'the standard of letting in needs a scope',
    at: 'security',
    to: [{ token: ['note'] }],
    says: ['breaking changed security/0/token'],
  },
  {
    name: 'a way of letting in is another one under the same name',
    at: 'components securitySchemes token',
    to: { type: 'apiKey', in: 'header', name: 'X-Token' },
    says: [
      'compatible changed securitySchemes/token/in',
      'compatible changed securitySchemes/token/name',
      'compatible changed securitySchemes/token/scheme',
      'breaking changed securitySchemes/token/type',
    ],
  },
  {
    name: 'the server is elsewhere by default',
    at: 'servers 0 url',
    to: 'http://127.0.0.1:9090',
    says: ['compatible changed servers/0/url'],
  },
  {
    name: 'there are webhooks',
    at: 'webhooks',
    to: { bookAdded: {} },
    says: ['compatible added webhooks'],
  },
];
