/** Bare Express that answers every request with the bytes of a file that is read once. */
import { readFileSync } from 'node:fs';
import express from 'express';
import { listen } from './listen.ts';

const bytes = readFileSync(process.argv[2] ?? '');
const app = express().disable('x-powered-by').disable('etag');
app.get('/', (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes);
});
listen(app);
