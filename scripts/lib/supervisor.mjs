import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from './paths.mjs';

const STOP_WITHIN_MS = 15_000;
const RESTARTS_PER_MINUTE = 8;
/** A process that cannot start yet (its database is coming back) is not started over and over at once. */
const PAUSE_MS = 1_000;
const PRELOAD = pathToFileURL(fromRoot('scripts/lib/end-with-parent.mjs')).href;

/**
 * Keeps the processes of one SMET running: each writes to its own log file, one that dies unexpectedly is started
 * again, and one that keeps dying ends the whole with the tail of its log.
 */
export class Supervisor {
  #children = new Map();
  #stopping = false;
  #onGiveUp;
  #logDir;

  /** @param {{ logDir: string, onGiveUp: (message: string) => void }} options */
  constructor({ logDir, onGiveUp }) {
    this.#logDir = logDir;
    this.#onGiveUp = onGiveUp;
    fs.mkdirSync(logDir, { recursive: true });
  }

  /** @param {{ name: string, entry: string, flags?: string[], args?: string[], env?: Record<string, string>, cwd?: string }} spec */
  start(spec) {
    const file = path.join(this.#logDir, `${spec.name}.log`);
    if (!this.#children.has(spec.name) && fs.existsSync(file)) fs.renameSync(file, `${file}.previous`);
    const log = fs.openSync(file, 'a');
    const child = spawn(
      process.execPath,
      [...(spec.flags ?? []), '--import', PRELOAD, spec.entry, ...(spec.args ?? [])],
      {
        cwd: spec.cwd ?? fromRoot(),
        stdio: ['ignore', log, log, 'ipc'],
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...spec.env },
      },
    );
    fs.closeSync(log);
    const known = this.#children.get(spec.name) ?? { spec, ends: [] };
    this.#children.set(spec.name, { ...known, child });
    child.once('exit', (code, signal) => this.#ended(spec.name, code, signal));
  }

  /** @returns {Record<string, number>} process id by name */
  pids() {
    return Object.fromEntries([...this.#children].map(([name, { child }]) => [name, child.pid]));
  }

  /** @returns {boolean} whether every started process is alive */
  allAlive() {
    return [...this.#children.values()].every(({ child }) => child.exitCode === null && child.signalCode === null);
  }

  #ended(name, code, signal) {
    if (this.#stopping) return;
    const known = this.#children.get(name);
    const minuteAgo = Date.now() - 60_000;
    known.ends = [...known.ends.filter((at) => at > minuteAgo), Date.now()];
    if (known.ends.length > RESTARTS_PER_MINUTE) {
      this.#onGiveUp(`${name} keeps ending (${signal ?? `code ${code}`}). The end of its log:\n${this.#tail(name)}`);
      return;
    }
    console.log(`• ${name} ended (${signal ?? `code ${code}`}), starting it again`);
    setTimeout(() => !this.#stopping && this.start(known.spec), PAUSE_MS * (known.ends.length - 1));
  }

  #tail(name) {
    const text = fs.readFileSync(path.join(this.#logDir, `${name}.log`), 'utf8');
    return text.trimEnd().split('\n').slice(-15).join('\n');
  }

  /** Asks every process to end, in the reverse order of starting, and kills the ones that do not. */
  async stop() {
    this.#stopping = true;
    const running = [...this.#children.values()]
      .toReversed()
      .filter(({ child }) => child.exitCode === null && child.signalCode === null);
    await Promise.all(running.map(({ child }) => endOf(child)));
  }
}

function endOf(child) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
