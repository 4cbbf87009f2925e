import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '../test-database.js';
import { environmentOf } from './api.js';

/** Built by every script before it runs tests. */
const PROGRAM = fileURLToPath(new URL('../../dist/worker.js', import.meta.url));

/** The background process as it is in production: one of its own, which can be killed. */
export class WorkerProcess {
  private readonly child;
  private readonly ended: Promise<unknown>;
  private readonly output: string[] = [];

  constructor(db: TestDatabase, env: Readonly<Record<string, string>> = {}) {
    this.child = fork(PROGRAM, {
      env: { PATH: process.env['PATH'], ...environmentOf(db, env) },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.ended = once(this.child, 'exit');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
    }
  }

  /** What it wrote to its log and its errors. */
  text(): string {
    return this.output.join('');
  }

  /** Ends it as a power cut does: nothing of its own runs any more. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop, and waits. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
