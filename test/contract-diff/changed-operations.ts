/** Changes of whole operations, and of their access. */
import type { Change } from './change.ts';

export const changedOperations: readonly Change[] = [
  {
    name: 'an operation is removed',
    at: 'paths /books/{book} put',
    to: undefined,
    says: ['breaking removed noteBook'],
  },
  {
    name: 'a path is removed, with all its operations',
    at: 'paths /books/{book}',
    to: undefined,
    says: ['breaking removed /books/{book}'],
  },
  {
    name: 'an operation is added',
    at: 'paths /books/{book} delete',
    to: { operationId: 'removeBook', responses: { 204: { description: 'Gone.' } } },
    says: ['compatible added removeBook'],
  },
  {
    name: 'an operation gets another name',
    at: 'paths /books get operationId',
    to: 'getBooks',
    says: ['breaking changed listBooks/operationId'],
  },
  {
    name: 'an operation is deprecated',
    at: 'paths /books get deprecated',
    to: true,
    says: ['compatible changed listBooks/deprecated'],
  },
  {
    name: 'a description says it better',
    at: 'paths /books get description',
    to: 'Every book.',
    says: ['words changed listBooks/description'],
  },
  {
    name: 'one more scope is needed',
    at: 'paths /books get security',
    to: [{ token: ['read', 'list'] }],
    says: ['breaking changed listBooks/security/0/token'],
  },
  {
    name: 'another scope is needed',
    at: 'paths /books get security',
    to: [{ token: ['list'] }],
    says: ['breaking changed listBooks/security/0/token'],
  },
  {
    name: 'a scope is no longer needed',
    at: 'paths /books get security',
    to: [{ token: [] }],
    says: ['compatible changed listBooks/security/0/token'],
  },
  {
    name: 'one way of letting in is gone',
    at: 'paths /books post security',
    to: [{ token: ['write'] }],
    says: ['breaking removed addBook/security/1'],
  },
  {
    name: 'there is a second way of letting in',
    at: 'paths /books get security',
    to: [{ token: ['read'] }, { password: ['read'] }],
    says: ['compatible added listBooks/security/1'],
  },
  {
    name: 'what was open to all is not any more',
    at: 'paths /books/{book} get security',
    to: [{ token: ['read'] }],
    says: ['breaking removed getBook/security/1'],
  },
  {
    name: 'whoever said that it is for all says nothing now',
    at: 'paths /health get security',
    to: undefined,
    says: ['breaking removed getHealth/security'],
  },
];
