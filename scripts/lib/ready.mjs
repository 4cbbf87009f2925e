import http from 'node:http';
import { Refusal } from './fail.mjs';

function status(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(undefined));
  });
}

/**
 * Waits until an address answers 200.
 * @param {string} url address
 * @param {{ withinMs: number, stillWanted: () => boolean }} options stillWanted ends the wait early
 */
export async function waitUntilReady(url, { withinMs, stillWanted }) {
  const until = Date.now() + withinMs;
  while (stillWanted()) {
    if ((await status(url)) === 200) return;
    if (Date.now() > until) throw new Refusal(`${url} did not answer in ${withinMs / 1000} s: see the log files.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
