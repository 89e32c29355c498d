/** The cells of the matrix: everything that a description allows in a response, one by one. */
import {
  readDescription,
  type DescribedReply,
  type DescribedOperation,
  type OpenApiDocument,
  type Schema,
} from '../../src/contract/description.ts';
import { shownReplies } from '../../src/mock/described-examples.ts';

/** The possible responses of one operation with one status. */
export interface DescribedCells {
  readonly document: OpenApiDocument;
  readonly operation: DescribedOperation;
  readonly status: number;
  readonly headers: readonly HeaderCell[];
  /** One with an empty type where there is no body. */
  readonly media: readonly MediaCell[];
}

interface Cell {
  /** Unique among all descriptions, and readable. */
  readonly key: string;
}

export interface HeaderCell extends Cell {
  readonly name: string;
  /** Whether a response with the header reaches the cell, or one without it. */
  readonly present: boolean;
}

export interface MediaCell extends Cell {
  readonly type: string;
  /** Undefined for bytes. */
  readonly schema: Schema | undefined;
  readonly examples: readonly ExampleCell[];
}

export interface ExampleCell extends Cell {
  readonly name: string;
  readonly value: unknown;
}

/** In the order of the descriptions. An operation's id is its own among all of them. */
export function cellsOf(documents: readonly OpenApiDocument[]): DescribedCells[] {
  return documents.flatMap((document) =>
    readDescription(document).operations.flatMap((operation) =>
      [...operation.replies].map(([status, reply]) => cellsOfReply(document, operation, status, reply)),
    ),
  );
}

/** All keys of some cells. */
export function keysOf(cells: readonly DescribedCells[]): string[] {
  return cells.flatMap(({ headers, media }) =>
    [...headers, ...media, ...media.flatMap(({ examples }) => examples)].map(({ key }) => key),
  );
}

function cellsOfReply(
  document: OpenApiDocument,
  operation: DescribedOperation,
  status: number,
  { headers, content }: DescribedReply,
): DescribedCells {
  const reply = `${operation.id} ${status}`;
  const shown = shownReplies(document, operation).filter((one) => one.status === status);
  const media = [...(content.size > 0 ? content : new Map([['', undefined]]))].map(([type, schema]): MediaCell => {
    const key = `${reply} ${type || 'no body'}`;
    const examples = shown.flatMap(({ type: of, example: name, value }) =>
      name === undefined || of !== type ? [] : [{ key: `${key}, example ${name}`, name, value }],
    );
    return { key, type, schema, examples };
  });
  return {
    document,
    operation,
    status,
    headers: [...headers.values()].flatMap(({ name, required }) => [
      { key: `${reply}, header ${name}`, name, present: true },
      // What need not be there is absent at times, or else the contract promises less than it could.
      ...(required ? [] : [{ key: `${reply}, no header ${name}`, name, present: false }]),
    ]),
    media,
  };
}
