/** Checks that are the same for every failure, regardless of its reason. */
import { expect } from 'vitest';
import type { ProblemCode } from '../../src/model/failure.ts';

/** A response with its body. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function replyOf(response: Response): Promise<Reply> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Checks the form and headers of a problem, and returns its message. */
export function expectProblem({ status, headers, text }: Reply, wanted: number, code: ProblemCode): string {
  expect({ status, type: headers.get('content-type'), text }).toEqual({
    status: wanted,
    type: 'application/problem+json',
    text: expect.stringMatching(/^\{.*\}$/s),
  });
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-expose-headers')).toBe('*');
  expect(Number(headers.get('content-length'))).toBe(Buffer.byteLength(text));
  const problem: unknown = JSON.parse(text);
  expect(problem).toMatchObject({
    type: `urn:larder:problem:${code}`,
    title: expect.stringMatching(/\w/),
    status: wanted,
    detail: expect.stringMatching(/\w/),
    message: expect.stringMatching(/\w/),
  });
  const { message, detail, request_id: id } = problem as { message: string; detail: string; request_id: string };
  expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(headers.get('x-request-id')).toBe(id);
  expect(message).toBe(detail);
  return message;
}
