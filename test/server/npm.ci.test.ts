/** What npm starts ends with npm, in order, and leaves no process behind. */
import { describe, expect, it } from 'vitest';
import { present } from '../clients/programs.ts';
import { eventually } from '../fixtures/eventually.ts';
import { signalGroup, startLine } from '../fixtures/npm-process.ts';

const hasNpm = present('bash', 'npm', 'npx');

describe.skipIf(!hasNpm).each(['npm start', 'npm run mock'])('%s (npm)', (command) => {
  it('ends in order when npm gets SIGTERM', async () => {
    await using line = await startLine(`exec ${command}`);
    await line.ready();
    line.process.kill('SIGTERM');
    expect([await line.ended(), line.output()]).toEqual([0, inOrder(command)]);
  });

  it('ends in order at Ctrl-C, which the terminal sends to all and npm passes on', async () => {
    await using line = await startLine(`exec ${command}`);
    await line.ready();
    signalGroup(line.process, 'SIGINT');
    expect([await line.ended(), line.output()]).toEqual([0, inOrder(command)]);
  });

  it('ends in order when npm is killed', async () => {
    await using line = await startLine(`exec ${command}`);
    const url = await line.ready();
    line.process.kill('SIGKILL');
    await line.ended();
    expect(line.output()).toEqual(inOrder(command));
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });
});

describe.skipIf(!hasNpm)('npx larder serve (npx)', () => {
  it('ends in order when npx gets SIGTERM, although its shell passes nothing on', async () => {
    await using line = await startLine('exec npx --offline larder serve');
    await line.ready();
    line.process.kill('SIGTERM');
    await line.ended();
    expect(line.output()).toContain('"stopped"');
  });
});

describe.skipIf(!hasNpm)('npm start | tee (npm)', () => {
  it('ends at Ctrl-C, which ends tee first', async () => {
    await using line = await startLine('npm start 2>&1 | tee /dev/stderr');
    const url = await line.ready();
    signalGroup(line.process, 'SIGINT');
    await line.ended();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });
});

describe.skipIf(!present('npm', 'bash', 'script'))('npm start on a terminal (npm, script)', () => {
  it('ends when the terminal is closed', async () => {
    // The keyboard is a pipe that stays open.
    await using line = await startLine('sleep 1000 | exec script -qefc "npm start" /dev/null');
    const url = await line.ready();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    signalGroup(line.process, 'SIGKILL');
    await eventually(() => expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed'));
    await line.ended();
  });
});

/** The mock has nothing to put in order. */
function inOrder(command: string): unknown {
  return command === 'npm start' ? expect.stringContaining('"stopped"') : expect.stringContaining('ready');
}
