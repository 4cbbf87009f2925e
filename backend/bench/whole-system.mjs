// All of SMET, started for a benchmark as `npm start` does it, on ports and a data folder of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fromRoot } from '../../scripts/lib/paths.mjs';

const LOOK_MS = 200;

/**
 * Starts from nothing, with the demo's data.
 * @param {string} name of the folder below var/
 * @param {{ web: number, postgres: number }} ports the API and the stand-ins take those after the web's
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, url: string, dataDir: string }>}
 */
export async function startSystem(name, ports) {
  const dataDir = fromRoot(path.join('var', name));
  fs.rmSync(dataDir, { recursive: true, force: true });
  const numbers = ['PORT', 'API_PORT', 'SANDBOX_AMOCRM_PORT', 'SANDBOX_MAIL_PORT', 'SANDBOX_MAIL_SMTP_PORT'];
  const env = Object.fromEntries(numbers.map((key, index) => [key, String(ports.web + index)]));
  const child = spawn(process.execPath, [fromRoot('scripts/start.mjs')], {
    env: { ...process.env, ...env, PG_PORT: String(ports.postgres), SMTP_URL: '', SMET_DATA_DIR: dataDir },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  while (!output.includes('Ctrl+C')) {
    if (child.exitCode !== null) throw new Error(`the system did not start:\n${output}`);
    await delay(LOOK_MS);
  }
  return { child, url: `http://localhost:${ports.web}`, dataDir };
}

export async function stopSystem({ child }) {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}
