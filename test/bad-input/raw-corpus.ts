/**
 * The corpus of raw HTTP: malformed requests, and requests that are well-formed but unusual. `broken-http.test.ts`
 * sends each malformed one alone; the fuzzer sends all of them in random order, edited and cut.
 */
import { head } from './raw-connection.ts';

/** Latin-1: each character is a byte. */
export type RawText = string;

/** Rejected with 400, and the connection closed. */
export const malformed: readonly (readonly [name: string, text: RawText])[] = [
  ['text', 'hello\r\n\r\n'],
  ['bytes', '\0\u0001\u0002\u00ff\u00fe\n\r'],
  ['a TLS handshake', Buffer.from('16030100c8010000c40303', 'hex').toString('latin1')],
  ['an unknown method', head('BREW /healthz')],
  ['a method in lower case', head('get /healthz')],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['an unknown version', 'GET /healthz HTTP/3.7\r\nHost: a\r\n\r\n'],
  ['a header without colon', 'GET /healthz HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n'],
  ['a blank before the colon', 'GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n'],
  ['NUL in a header', head('GET /healthz', { 'X-Nul': 'a\0b' })],
  ['a header over two lines', head('GET /healthz', { 'X-Folded': 'a\r\n b' })],
  ['NUL in the URL', head('GET /health\0z')],
  ['a blank in the URL', head('GET /health z')],
  ['raw UTF-8 in the URL', Buffer.from(head('GET /gesundheit/größe')).toString('latin1')],
  ['a URL without a slash', head('GET healthz')],
  [
    'Content-Length and Transfer-Encoding',
    head('POST /healthz', { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }),
  ],
  ['two Content-Lengths', head('POST /healthz', { 'Content-Length': '5', 'content-length': '6' })],
  ['a Content-Length that is no number', head('POST /healthz', { 'Content-Length': 'five' })],
  ['a negative Content-Length', head('POST /healthz', { 'Content-Length': '-5' })],
  ['a Content-Length beyond all numbers', head('POST /healthz', { 'Content-Length': '9'.repeat(40) })],
  [
    'a transfer encoding that does not end with chunked',
    head('POST /healthz', { 'Transfer-Encoding': 'chunked, gzip' }),
  ],
];

/** Targets, methods, header lines and bodies that a server could stumble over. `path` is one of the contract's. */
export function unusual(path: string, token: string): readonly RawText[] {
  const own = { Authorization: `Bearer ${token}` };
  const json = { ...own, 'Content-Type': 'application/json' };
  return [
    ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'M-SEARCH'].map(
      (method) => head(`${method} ${path}`, own),
    ),
    ...targets.map((target) => head(`GET ${target}`, own)),
    ...Object.entries(lines).flatMap(([name, values]) =>
      values.map((value) => head(`GET ${path}`, { ...own, [name]: value })),
    ),
    head(`GET ${path}`, { Authorization: `Basic ${btoa(`a:${token}`)}` }),
    head('CONNECT other.test:443'),
    head('OPTIONS *'),
    `GET ${path} HTTP/1.0\r\n\r\n`,
    `GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
    `${head(`POST ${path}`, { ...json, 'Content-Length': '2' })}{}`,
    `${head(`PUT ${path}`, { ...json, 'Transfer-Encoding': 'chunked' })}2;a=b\r\n{}\r\n0\r\nA: b\r\n\r\n`,
    `${head(`PUT ${path}`, { ...json, 'Transfer-Encoding': 'gzip, chunked' })}0\r\n\r\n`,
    `${head(`POST ${path}`, { ...own, 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '9' })}--b--\r\n\r\n`,
    `${head(`POST ${path}`, { ...json, 'Content-Length': '2', Expect: '100-continue' })}[]`,
  ];
}

const targets = [
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
  '/v2/organizations/%ED%A0%80',
];

const lines: Readonly<Record<string, readonly string[]>> = {
  Accept: ['', ' ', '*', 'a,b', 'a'.repeat(20_000)],
  Connection: ['close', 'upgrade', 'keep-alive, close'],
  Expect: ['100-continue', '200-ok'],
  Host: ['', 'a b', '[::1'],
  'If-Match': ['W/"x"', '"', '*'],
  'If-Modified-Since': ['0', '-1', '1e9'],
  'If-Range': ['"'],
  Range: ['bytes=0-', 'bytes=9-1,2-', 'bytes=--1'],
  Origin: ['null', '"'],
  'Access-Control-Request-Headers': ['a'.repeat(8000)],
  Upgrade: ['h2c', 'websocket'],
  Trailer: ['Host'],
  'X-Forwarded-Host': ['\u00e9'],
  'X-HTTP-Method-Override': ['DELETE'],
  ['__proto__']: ['x'],
  constructor: ['x'],
  ['n'.repeat(9000)]: ['1'],
};
