import { EventEmitter } from 'node:events';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  Logger,
  run,
  type JobHelpers,
  type LogLevel,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import { systemActor } from '../access/index.js';
import { Config } from '../config/index.js';
import { SystemTables } from '../database/index.js';
import { Log, runInContext } from '../observability/index.js';
import { JobHandlers, type JobHandler, type JobPayload } from './job-handlers.js';
import { Periodic } from './periodic.js';
import { WorkerPulse } from './worker-pulse.js';

/** Runs the registered job handlers and schedules; only the worker process starts it. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private running: { runner: Runner; pool: pg.Pool; pulse: WorkerPulse } | null = null;

  constructor(
    private readonly config: Config,
    private readonly handlers: JobHandlers,
    private readonly periodic: Periodic,
    private readonly tables: SystemTables,
    private readonly log: Log,
  ) {}

  /** Starts taking jobs. The promise inside resolves when the runner has ended, and rejects when it broke down. */
  async start(): Promise<{ ended: Promise<void> }> {
    const pool = this.createPool();
    const pulse = new WorkerPulse(pool, this.tables, this.config.jobs, this.log);
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => {
      pulse.add(workerPool.id).catch((error: unknown) => this.log.error('the first heartbeat failed', { error }));
    });
    const runner = await run({
      pgPool: pool,
      concurrency: this.config.jobs.concurrency,
      noHandleSignals: true,
      pollInterval: 2000,
      events,
      taskList: this.taskList(),
      logger: new Logger(() => (level, message) => this.forward(level, message)),
    });
    pulse.start();
    this.periodic.start();
    this.running = { runner, pool, pulse };
    this.log.info('worker started', { tasks: [...this.handlers.entries().keys()] });
    return { ended: runner.promise };
  }

  /** Stops taking jobs and waits for those in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.running) return;
    const { runner, pool, pulse } = this.running;
    this.running = null;
    this.periodic.stop();
    await runner.stop();
    await pulse.stop();
    await pool.end();
  }

  private createPool(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.config.databaseUrl,
      options: '-c role=smet_jobs',
      application_name: 'smet-jobs',
      max: this.config.jobs.concurrency + 3,
    });
    const lost = (error: Error) => this.log.warn('a connection of the job pool was lost', { error });
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  }

  private taskList(): TaskList {
    const tasks = [...this.handlers.entries()].map(([task, handler]) => [task, this.taskOf(task, handler)] as const);
    return Object.fromEntries(tasks);
  }

  private taskOf(task: string, handler: JobHandler) {
    return async (payload: unknown, { job }: JobHelpers): Promise<void> => {
      if (!isJobPayload(payload)) throw new Error(`the payload of the job ${task} names no organization`);
      const { organizationId, requestId } = payload;
      await runInContext({ requestId }, async () => {
        const started = performance.now();
        await handler(payload, {
          actor: systemActor(organizationId, requestId),
          jobId: job.id,
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
        });
        this.log.info('job done', {
          task,
          jobId: job.id,
          attempt: job.attempts,
          ms: Math.round(performance.now() - started),
        });
      });
    };
  }

  /** The library's "info" tells of every job and worker; ours do that with less noise. */
  private forward(level: LogLevel | `${LogLevel}`, message: string): void {
    if (level === 'error') this.log.error('job library', { text: message });
    else if (level === 'warning') this.log.warn('job library', { text: message });
    else this.log.debug('job library', { text: message });
  }
}

function isJobPayload(payload: unknown): payload is JobPayload {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    typeof Reflect.get(payload, 'organizationId') === 'string' &&
    typeof Reflect.get(payload, 'requestId') === 'string'
  );
}
