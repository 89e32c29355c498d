/** Bytes that are nearly HTTP: odd methods, targets, headers and bodies, several at once, and cut anywhere. */
import * as fc from 'fast-check';
import { bodies, headers, methods, targets, versions } from './raw-parts.ts';

/** What is sent on one connection, in one piece a write. */
export interface RawBytes {
  readonly pieces: readonly string[];
}

/** Latin-1 text: each character is a byte. `token` opens what the server has. */
export function rawBytes(token: string): fc.Arbitrary<RawBytes> {
  const requests = fc.array(rawRequests(token), { minLength: 1, maxLength: 3 });
  const cut = fc.oneof(
    { weight: 2, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  );
  return fc.tuple(requests, cut, fc.nat({ max: 3 })).map(([all, share, splits]) => {
    const whole = all.join('');
    const text = whole.slice(0, Math.ceil(whole.length * share));
    const size = Math.ceil(text.length / (splits + 1)) || 1;
    return { pieces: text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [] };
  });
}

function rawRequests(token: string): fc.Arbitrary<string> {
  const authorized = fc.constantFrom(
    [`Authorization: Bearer ${token}`],
    [`Authorization: Basic ${btoa(`a:${token}`)}`],
    [],
  );
  const lines = fc.array(headers, { maxLength: 4 });
  const ends = fc.oneof(
    { weight: 9, arbitrary: fc.constant('\r\n') },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\r', '\r\n\r\n') },
  );
  return fc
    .tuple(fc.tuple(methods, targets, versions), authorized, lines, bodies, ends)
    .map(([[method, target, version], credentials, more, { headers: framing, body }, end]) =>
      [`${method} ${target} ${version}`, 'Host: larder.test', ...credentials, ...more, ...framing, '', body].join(end),
    );
}
