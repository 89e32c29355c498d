/** Bare Express that sends the same replies: `/json…` with `res.json`, `/bytes…` with `writeHead` and `end`. */
import express, { type RequestHandler } from 'express';
import { exampleList, examplePackage, linkHeader, secret } from './example-replies.ts';
import { listen } from './listen.ts';

const registry = '/v2/packages/organizations/:organization/registries/:registry';
const app = express().disable('x-powered-by').disable('etag');

const checkToken: RequestHandler = (request, response, next) => {
  const { authorization = '' } = request.headers;
  if (authorization.startsWith('Bearer ') && authorization.slice(7) === secret) next();
  else response.status(401).json({ message: 'Authentication required.' });
};

app.get(`/json${registry}/packages/:package`, checkToken, (_, response) => void response.json(examplePackage));
app.get(`/json${registry}/packages`, checkToken, (_, response) => {
  response.setHeader('Link', linkHeader);
  response.json(exampleList);
});
app.get(`/bytes${registry}/packages/:package`, checkToken, (_, response) => {
  const bytes = Buffer.from(JSON.stringify(examplePackage));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes);
});
app.get(`/bytes${registry}/packages`, checkToken, (_, response) => {
  const bytes = Buffer.from(JSON.stringify(exampleList));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, Link: linkHeader };
  response.writeHead(200, headers).end(bytes);
});
listen(app);
