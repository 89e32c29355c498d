/** The requests of the torture test. A reply may be complete or cut off; it is undefined if there is no response. */
import type { components } from '../../generated/api.ts';

export type Schemas = components['schemas'];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when the connection broke before all of it came. */
  readonly body: Uint8Array | undefined;
}

export interface Api {
  /** Requests a path below the registries; returns undefined if there is no response. */
  ask(path: string, init?: RequestInit): Promise<Answer | undefined>;
  /** Requests a path; returns undefined if there is no response. */
  at(path: string, init?: RequestInit): Promise<Answer | undefined>;
  /** Requests a native path, which begins with a registry; returns undefined if there is no response. */
  native(path: string, init?: RequestInit): Promise<Answer | undefined>;
  /** Requests any path; throws if the status is not 200. */
  read(path: string): Promise<Uint8Array>;
}

export const token = 'the-token-of-the-torture';
export const organization = 'acme';

/** `base` is the address of the server. */
export function createApi(base: string): Api {
  const registries = `${base}/v2/packages/organizations/${organization}/registries`;
  const send = async (url: string, init: RequestInit = {}): Promise<Answer | undefined> => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    try {
      const response = await fetch(url, { ...init, headers });
      const { status, headers: replied } = response;
      return { status, headers: replied, body: await response.bytes().catch(() => undefined) };
    } catch {
      return undefined;
    }
  };
  return {
    ask: (path, init) => send(registries + path, init),
    at: (path, init) => send(base + path, init),
    native: (path, init) => send(`${base}/${organization}/${path}`, init),
    read: async (path) => {
      const reply = await send(path.startsWith('http') ? path : base + path);
      if (reply?.status === 200 && reply.body) return reply.body;
      throw new Error(`GET ${path} was answered ${reply?.status ?? 'nothing'}: ${textOf(reply)}`);
    },
  };
}

/** Returns the body of a response, with the type that the contract describes. */
export function bodyOf<Name extends keyof Schemas>(reply: Answer, _schema: Name): Schemas[Name] | undefined {
  return reply.body && (JSON.parse(textOf(reply)) as Schemas[Name]);
}

export function textOf(reply: Answer | undefined): string {
  return new TextDecoder().decode(reply?.body ?? new Uint8Array());
}
