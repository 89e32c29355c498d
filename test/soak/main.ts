/**
 * `npm run soak -- [--minutes N] [--seed S]`: uses a server for a long time as many clients do, and watches what that
 * costs. Fails on a wrong response, or if the server takes more memory than it may.
 */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startServerProcess, type ServerProcess } from '../fixtures/server-process.ts';
import { residentMemory } from '../fixtures/process-memory.ts';
import { apiUrl, workOnce } from './work.ts';
import { WrongReply, expectThat, registries, type World } from './world.ts';
import { createApi, organization, token } from '../torture/api.ts';
import { chanceFrom } from '../torture/chance.ts';
import { sha256Of } from '../torture/packages.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes is ${values.minutes}; it must be a number above 0.`);

const clients = 8;
const mebibyte = 1024 * 1024;
/** In bytes. */
const mostMemory = 300 * mebibyte;

const server = await startServerProcess({
  LARDER_ADMIN_TOKEN: token,
  LARDER_ORGANIZATION: organization,
  LARDER_LOG_LEVEL: 'warn',
});
const url = await server.ready();
let number = 0;
const world: World = {
  url,
  api: createApi(url),
  chance: chanceFrom(values.seed),
  nextNumber: () => (number += 1),
  kept: [],
  counts: new Map(),
};
console.log(`Seed ${values.seed}, ${minutes} minutes, ${clients} clients`);
try {
  await createRegistries(world);
  const end = performance.now() + minutes * 60_000;
  const work = async (): Promise<void> => {
    while (performance.now() < end) await workOnce(world);
  };
  await Promise.all([watch(server, end), ...Array.from({ length: clients }, work)]);
  for (const one of world.kept) {
    const right = sha256Of(await world.api.read(apiUrl(one))) === one.sha256;
    expectThat(right, () => `${one.fileName} has other bytes at the end.`);
  }
  expectThat(server.stderr() === '', () => `The server logged ${server.stderr().slice(0, 2000)}`);
  console.log(`Nothing was wrong, and all ${world.kept.length} packages are whole.`);
} catch (error) {
  const message = error instanceof WrongReply ? error.message : error;
  console.error(message, `\nTry again: npm run soak -- --minutes ${minutes} --seed ${values.seed}`);
  process.exitCode = 1;
}
await server[Symbol.asyncDispose]();
process.exit();

async function createRegistries({ api }: World): Promise<void> {
  for (const [ecosystem, names] of Object.entries(registries)) {
    for (const name of names) {
      const body = JSON.stringify({ name, ecosystem });
      const reply = await api.ask('', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      expectThat(reply?.status === 200, () => `${name} was not created: ${reply?.status}.`);
    }
  }
}

/** Prints what the server uses, and throws `WrongAnswer` if it is too much. */
async function watch({ process: { pid = 0 } }: ServerProcess, end: number): Promise<void> {
  const begun = performance.now();
  for (let sample = 1; performance.now() < end; sample += 1) {
    await pause(Math.min(1000, Math.max(0, end - performance.now())));
    const now = (await residentMemory(pid)) ?? 0;
    expectThat(now <= mostMemory, () => `The server takes ${Math.round(now / mebibyte)} MiB.`);
    if (sample % 15 !== 0 && performance.now() < end) continue;
    const descriptors = (await readdir(`/proc/${pid}/fd`)).length;
    const counts = [...world.counts].map(([name, count]) => `${name} ${count}`).join(', ');
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(`${seconds} s: RSS ${Math.round(now / mebibyte)} MiB, ${descriptors} descriptors; ${counts}`);
  }
}
