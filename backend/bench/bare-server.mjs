// The reference: node:http and pg, no framework, no checks, no mapping. Its flows come over IPC, recorded from the API.
import http from 'node:http';
import pg from 'pg';
import { replay } from './replay.mjs';

const connection = { connectionString: process.env.DATABASE_URL, options: '-c role=smet_app' };
const pools = {
  plain: new pg.Pool({ ...connection, max: 10 }),
  pipelined: new pg.Pool({ ...connection, max: 10, pipeline: true }),
};
let flows = {};
let version = 0;

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
}

const handlers = {
  '/list': () => replay(pools, flows.list),
  '/create': () => replay(pools, flows.create),
  '/recompute': () => replay(pools, flows.recompute, { version: version++ }),
};

async function answer(request, response) {
  try {
    await body(request);
    const rows = await handlers[request.url]();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: rows }));
  } catch (error) {
    response.writeHead(500).end(String(error.stack));
  }
}

const server = http.createServer((request, response) => void answer(request, response));

process.on('message', (message) => {
  flows = message.flows;
  version = message.version;
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.on('disconnect', () => process.exit(0));
