/** Finds the cells of the matrix that a response reaches. */
import { essenceOf, keyDescribing } from '../../src/contract/media-types.ts';
import type { SentReply } from '../../src/contract/validation/reply-check.ts';
import { isLike } from './alike.ts';
import type { DescribedCells, MediaCell } from './cells.ts';

/** Returns the keys of the cells that no earlier response reached. */
export type Reach = (operationId: string, reply: SentReply) => string[];

export function createReach(cells: readonly DescribedCells[]): Reach {
  const byReply = new Map(cells.map((one) => [`${one.operation.id} ${one.status}`, one]));
  const reached = new Set<string>();
  return (operationId, reply) => {
    const described = byReply.get(`${operationId} ${reply.status}`);
    if (!described) return [];
    const { headers, media } = described;
    const sent = new Set(Object.keys(reply.headers).map((name) => name.toLowerCase()));
    const byType = new Map(media.map((one) => [one.type, one]));
    const type = byType.get(keyDescribing(byType, essenceOf(reply.type)) ?? '');
    const candidates = [
      ...headers.filter(({ name, present }) => sent.has(name.toLowerCase()) === present),
      ...(type
        ? [type, ...type.examples.filter(({ key, value }) => !reached.has(key) && shows(described, type, value, reply))]
        : []),
    ];
    const fresh = candidates.map(({ key }) => key).filter((key) => !reached.has(key));
    for (const key of fresh) reached.add(key);
    return fresh;
  };
}

/** Bytes are like any others. */
function shows({ document }: DescribedCells, { schema }: MediaCell, example: unknown, { body }: SentReply): boolean {
  return schema === undefined || isLike(document, schema, example, body);
}
