/**
 * A proxy between a server and its PostgreSQL that cuts the connection at a chosen query: before the database receives
 * it, or after the database has responded, with the response lost.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** With `meanwhile`, the question is only held back until that is done. */
export type Cut =
  | { readonly at: number; readonly when: 'before' | 'after' }
  | { readonly at: number; readonly when: 'held'; readonly meanwhile: () => Promise<unknown> };

export interface Cutter {
  /** The same database, by way of here. */
  readonly url: string;
  /** Cuts at the question with this number, counted from now on from 0; without one, only counts. */
  arm(cut?: Cut): void;
  /** Ends the proxying; returns the queries since its start. */
  disarm(): string[];
  close(): Promise<void>;
}

export async function cutConnections(url: string): Promise<Cutter> {
  const database = new URL(url);
  const open = new Set<Socket>();
  let cut: Cut | undefined;
  let questions: string[] | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(database.port), database.hostname);
    let losesReply = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket.on('error', end).on('close', end));
      socket.once('close', () => open.delete(socket));
    }
    client.on('data', (chunk: Buffer) => {
      const here = questions && isQuestion(chunk) && questions.push(textOf(chunk)) - 1 === cut?.at ? cut : undefined;
      if (here?.when === 'before') return end();
      losesReply ||= here?.when === 'after';
      if (here?.when !== 'held') return void upstream.write(chunk);
      cut = undefined;
      client.pause();
      void here.meanwhile().finally(() => {
        upstream.write(chunk);
        client.resume();
      });
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!losesReply) client.write(chunk);
      // The database has done all that it was asked.
      else if (chunk.subarray(-6, -5).toString() === readyForQuery) end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.hostname = '127.0.0.1';
  // A server on a port has an address of this kind.
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    arm: (next) => {
      cut = next;
      questions = [];
    },
    disarm: () => {
      const seen = questions ?? [];
      questions = undefined;
      return seen;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/**
 * ReadyForQuery, which is six bytes long and ends every response (PostgreSQL's protocol, section "Message Formats").
 */
const readyForQuery = 'Z';

/** A simple query, or one that begins with Parse. The driver sends each whole query in one write. */
function isQuestion(chunk: Buffer): boolean {
  return ['Q', 'P', 'B'].includes(chunk.subarray(0, 1).toString());
}

/** The beginning of its SQL, for people. */
function textOf(chunk: Buffer): string {
  return chunk.subarray(5, 60).toString().replaceAll(/[\0"]/g, '');
}
