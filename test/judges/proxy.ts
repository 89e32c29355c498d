/** A third-party proxy between clients and a server, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../fixtures/process-client.ts';
import type { Front } from '../examples/example-server.ts';

export interface ProxyCommand {
  /** The command of a program in this project. */
  readonly program: string;
  readonly parametersFor: (port: number) => readonly string[];
}

const programs = path.resolve(import.meta.dirname, '../../node_modules/.bin');

/** Resolves when it accepts connections. It is stopped with SIGINT, so that it can write its record. */
export async function startProxy({ program, parametersFor }: ProxyCommand): Promise<Front> {
  const port = await freePort();
  const child = spawn(path.join(programs, program), parametersFor(port), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  while (!(await isThere(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said}`);
    await setTimeout(50);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.kill('SIGINT')) await once(child, 'exit');
    },
  };
}

/** Without a request, which would be passed on and recorded. */
function isThere(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
