import { expect, it } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

const messageOf = (value: string): string => {
  try {
    readSettings({ LARDER_DATABASE_URL: value });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

it.each(['postgres://user:password@host/larder', 'postgresql://host:5433/larder?sslmode=require'])(
  'is taken as it is: %s',
  (value) => {
    expect(readSettings({ LARDER_DATABASE_URL: value }).databaseUrl).toBe(value);
  },
);

it('is not needed', () => {
  expect(readSettings({}).databaseUrl).toBeUndefined();
});

it.each(['mysql://user:hunter2@host/larder', 'user:hunter2@host', 'postgres//hunter2'])(
  'is reported, but not shown, if it is invalid: %s',
  (value) => {
    const message = messageOf(value);
    expect([message.startsWith('LARDER_DATABASE_URL is '), message.includes('a URL such as postgres://')]).toEqual([
      true,
      true,
    ]);
    expect(message).not.toContain('hunter2');
  },
);

it('ends the start if nothing responds, without its password in the message', async () => {
  await using server = await startServerProcess({ LARDER_DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/larder' });
  const code = await server.ended();
  const said = server.stdout() + server.stderr();
  expect([
    code,
    said.includes('LARDER_DATABASE_URL names "larder" at "127.0.0.1:1". The server cannot connect to it'),
  ]).toEqual([1, true]);
  expect(said).not.toContain('hunter2');
});
