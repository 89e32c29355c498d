/** The parts of requests that are nearly HTTP, as Latin-1 text: each character is a byte. */
import * as fc from 'fast-check';
import { oddTexts } from './schema-texts.ts';
import { subjects } from './subjects.ts';

const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });

/** Targets of the contract and such as are none. */
export const targets = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...subjects.map(({ operation }) => operation.path.replaceAll(/[{}]/g, ''))) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*',
      '',
      '/',
      '//',
      '///v2',
      '/..',
      '/%',
      '/%zz',
      '/%00',
      '/%2e%2e/',
      '/?',
      '/?#',
      '/healthz?a=%ff',
      '/\\',
      'http://other.test/healthz',
      'http://',
      'other.test:443',
      '/healthz#a',
      `/${'a'.repeat(9000)}`,
      '/v2/%F0%9F',
      ...oddTexts.map((text) => `/v2/organizations/${encodeURIComponent(text)}`),
    ),
  },
  { weight: 1, arbitrary: bytes.map((text) => `/${text}`) },
);

export const methods = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'get',
      'TRACE',
      'CONNECT',
      'PROPFIND',
      'QUERY',
      'LINK',
      'M-SEARCH',
      'PRI',
      'G\0T',
      '',
      'X'.repeat(99),
    ),
  },
);

export const versions = fc.oneof(
  { weight: 8, arbitrary: fc.constant('HTTP/1.1') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.2', 'http/1.1', '', 'HTTP/1.1 '),
  },
);

const values = fc.oneof(
  bytes,
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'a'.repeat(8000),
    'a'.repeat(20_000),
    'a,b',
    '"',
    'bytes=0-',
    'bytes=9-1,2-',
    '*',
    'W/"x"',
    'é',
  ),
  fc.constantFrom(...oddTexts).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
);

/** Those that somebody may look at. */
const names = fc.constantFrom(
  'Host',
  'Accept',
  'Accept-Encoding',
  'Authorization',
  'Connection',
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'Cookie',
  'Date',
  'Expect',
  'Forwarded',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'Origin',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Range',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Via',
  'X-Forwarded-Host',
  'X-HTTP-Method-Override',
  '__proto__',
  'constructor',
);

export const headers = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(names, values).map(([name, value]) => `${name}: ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Expect: 100-continue', 'Connection: close', 'Upgrade: h2c', 'Host: a\r\nHost: b'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('no colon', ': no name', ' folded: 1', 'A b: 1', 'A:', `${'n'.repeat(9000)}: 1`),
  },
  { weight: 1, arbitrary: bytes },
);

/** How a body says where it ends (RFC 9112, section 6), and how it may lie. */
export const bodies = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ headers: [] as string[], body: '' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(bytes, fc.integer({ min: -2, max: 2 })).map(([body, off]) => ({
      headers: ['Content-Type: application/json', `Content-Length: ${body.length + off}`],
      body,
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(bytes, { maxLength: 3 }),
        fc.constantFrom('0\r\n\r\n', '0\r\nA: b\r\n\r\n', '', 'zz\r\n', '-1\r\n', '0;a=b\r\n\r\n'),
      )
      .map(([chunks, end]) => ({
        headers: ['Content-Type: application/json', 'Transfer-Encoding: chunked'],
        body: [...chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`), end].join(''),
      })),
  },
  {
    weight: 1,
    arbitrary: bytes.map((body) => ({
      headers: ['Content-Type: multipart/form-data; boundary=b', `Content-Length: ${body.length + 9}`],
      body: `--b\r\n${body}--b--`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { headers: ['Content-Length: 5', 'Transfer-Encoding: chunked'], body: '0\r\n\r\n' },
      { headers: ['Content-Length: 1', 'Content-Length: 2'], body: 'ab' },
      { headers: ['Content-Length: 99999999999999999999'], body: '' },
      { headers: ['Transfer-Encoding: gzip, chunked'], body: '0\r\n\r\n' },
    ),
  },
);
