import http from 'node:http';

/**
 * One keep-alive HTTP client. Bodies are JSON; any status but the expected one ends the benchmark: a fast error is not a result.
 * @param {string} baseUrl address without a trailing slash
 * @param {Record<string, string>} headers sent with every request
 */
export function createClient(baseUrl, headers) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const send = (method, path, body, expected) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const request = http.request(`${baseUrl}${path}`, {
        method,
        agent,
        headers: {
          ...headers,
          ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
        },
      });
      request.once('error', reject);
      request.once('response', (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode !== expected)
            reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 500)}`));
          else resolve(text === '' ? null : JSON.parse(text));
        });
      });
      request.end(payload);
    });
  return {
    get: (path) => send('GET', path, undefined, 200),
    post: (path, body, expected = 201) => send('POST', path, body, expected),
    put: (path, body) => send('PUT', path, body, 200),
    close: () => agent.destroy(),
  };
}

/**
 * Runs `flow` until `total` are done, `concurrency` at a time.
 * @returns {Promise<number>} flows per second
 */
export async function throughput(flow, { total, concurrency }) {
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < total) await flow(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (total * 1000) / (performance.now() - started);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Measures two flows in turn (A B A B …) after a warm-up of both, so that a drift of the machine meets both.
 * @returns {Promise<{ ours: number, bare: number, ratio: number, ratios: number[] }>} medians; ratio of ours to bare, pair by pair
 */
export async function compare(ours, bare, { total, concurrency, rounds = 5 }) {
  const options = { total, concurrency };
  await throughput(ours, { total: Math.ceil(total / 2), concurrency });
  await throughput(bare, { total: Math.ceil(total / 2), concurrency });
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({ ours: await throughput(ours, options), bare: await throughput(bare, options) });
  }
  const ratios = pairs.map((pair) => pair.ours / pair.bare);
  return {
    ours: median(pairs.map((p) => p.ours)),
    bare: median(pairs.map((p) => p.bare)),
    ratio: median(ratios),
    ratios,
  };
}
