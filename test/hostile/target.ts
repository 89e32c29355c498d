/** A server in a process of its own, to which hostile files are published. */
import { startServerProcess } from '../fixtures/server-process.ts';
import type { SampleFile } from '../ecosystems/recipe.ts';

export interface Target extends AsyncDisposable {
  readonly pid: number;
  /** Creates a registry, and returns a function that publishes to it. */
  registryOf(ecosystem: string): Promise<(file: SampleFile) => Promise<Outcome>>;
}

export interface Outcome {
  readonly status: number;
  /** Empty for a success. */
  readonly detail: string;
}

const token = 'a-token-for-hostile-packages';
const headers = { Authorization: `Bearer ${token}` };

export async function openTarget(): Promise<Target> {
  const server = await startServerProcess({ LARDER_ADMIN_TOKEN: token, LARDER_LOG_LEVEL: 'fatal' });
  const registries = `${await server.ready()}/v2/packages/organizations/my-org/registries`;
  return {
    pid: server.process.pid ?? 0,
    registryOf: async (ecosystem) => {
      const json = { ...headers, 'Content-Type': 'application/json' };
      const body = JSON.stringify({ name: ecosystem, ecosystem });
      const created = await fetch(registries, { method: 'POST', headers: json, body });
      if (!created.ok) throw new Error(await created.text());
      return async ({ name, bytes }) => {
        const form = new FormData();
        form.set('file', new Blob([bytes]), name);
        const reply = await fetch(`${registries}/${ecosystem}/packages`, { method: 'POST', headers, body: form });
        const { detail = '' } = (await reply.json()) as { readonly detail?: string };
        return { status: reply.status, detail };
      };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
