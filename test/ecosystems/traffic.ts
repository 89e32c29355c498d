/** The responses of servers to clients, between which others make their changes. */
import { pino } from 'pino';
import type { Log } from '../../src/server/log.ts';
import type { Chance } from '../torture/chance.ts';

export interface Traffic {
  /** For the servers. */
  readonly log: Log;
  /** The paths of a registry that were not found. */
  missing(slug: string): readonly string[];
  /** The number of responses to clients of a registry. */
  responses(slug: string): number;
  /**
   * Resolves after a response to a client of the registry, by chance: so that the next request of the client comes after
   * the change.
   */
  next(slug: string): Promise<void>;
  /** Resolves all that wait for responses to clients of a registry, and all later ones immediately. */
  end(slug: string): void;
}

interface Line {
  readonly path?: string;
  readonly status?: number;
}

/** The changes that wait for one response, at most. */
const most = 3;

/** The responses of one registry. */
interface Heard {
  readonly missing: string[];
  readonly waiting: (() => void)[];
  responses: number;
  hasEnded: boolean;
}

export function watchTraffic(chance: Chance): Traffic {
  const registries = new Map<string, Heard>();
  const of = (slug: string): Heard => {
    const heard = registries.get(slug) ?? { missing: [], waiting: [], responses: 0, hasEnded: false };
    registries.set(slug, heard);
    return heard;
  };
  const hear = ({ path = '', status }: Line): void => {
    // Those that change the registry use the API. Clients may have their token, or a namespace, before the slug.
    const slug = path.startsWith('/v2/packages/') ? undefined : [...registries.keys()].find((at) => path.includes(at));
    if (slug === undefined) return;
    const heard = of(slug);
    heard.responses += 1;
    if (status === 404) heard.missing.push(path);
    for (const go of heard.waiting.splice(0, chance.whole(0, most))) go();
  };
  return {
    log: pino({}, { write: (line) => hear(JSON.parse(line) as Line) }),
    missing: (slug) => of(slug).missing,
    responses: (slug) => of(slug).responses,
    next: (slug) =>
      new Promise((resolve) => {
        const { hasEnded, waiting } = of(slug);
        if (hasEnded) resolve();
        else waiting.push(resolve);
      }),
    end: (slug) => {
      const heard = of(slug);
      heard.hasEnded = true;
      for (const go of heard.waiting.splice(0)) go();
    },
  };
}
