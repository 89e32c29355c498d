/** Which cells of the matrix an answer reaches. */
import { essenceOf, keyDescribing } from '../../src/contract/media-types.ts';
import type { SentAnswer } from '../../src/contract/validation/answer-check.ts';
import { isLike } from './alike.ts';
import type { DescribedCells, MediaCell } from './cells.ts';

/** Answers the keys of the cells that were not reached by any answer before. */
export type Reach = (operationId: string, answer: SentAnswer) => string[];

export function createReach(cells: readonly DescribedCells[]): Reach {
  const byAnswer = new Map(cells.map((one) => [`${one.operation.id} ${one.status}`, one]));
  const reached = new Set<string>();
  return (operationId, answer) => {
    const described = byAnswer.get(`${operationId} ${answer.status}`);
    if (!described) return [];
    const { headers, media } = described;
    const sent = new Set(Object.keys(answer.headers).map((name) => name.toLowerCase()));
    const byType = new Map(media.map((one) => [one.type, one]));
    const type = byType.get(keyDescribing(byType, essenceOf(answer.type)) ?? '');
    const candidates = [
      ...headers.filter(({ name, present }) => sent.has(name.toLowerCase()) === present),
      ...(type
        ? [
            type,
            ...type.examples.filter(({ key, value }) => !reached.has(key) && shows(described, type, value, answer)),
          ]
        : []),
    ];
    const fresh = candidates.map(({ key }) => key).filter((key) => !reached.has(key));
    for (const key of fresh) reached.add(key);
    return fresh;
  };
}

/** Bytes are like any others. */
function shows({ document }: DescribedCells, { schema }: MediaCell, example: unknown, { body }: SentAnswer): boolean {
  return schema === undefined || isLike(document, schema, example, body);
}
