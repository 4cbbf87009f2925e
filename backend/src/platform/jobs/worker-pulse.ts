import type pg from 'pg';
import type { JobSettings } from '../config/index.js';
import type { SystemTables } from '../database/index.js';
import type { Log } from '../observability/index.js';

/**
 * Life signs of this worker, and the taking up again of what dead ones left locked: the library itself would wait four
 * hours for a job of a killed worker.
 */
export class WorkerPulse {
  private timers: NodeJS.Timeout[] = [];
  private readonly ids = new Set<string>();

  constructor(
    private readonly jobsPool: pg.Pool,
    private readonly tables: SystemTables,
    private readonly settings: JobSettings,
    private readonly log: Log,
  ) {}

  /** `id` is what the library writes into `locked_by`. */
  async add(id: string): Promise<void> {
    this.ids.add(id);
    await this.tables.beat(id);
  }

  start(): void {
    const guarded = (work: () => Promise<void>, what: string) => () =>
      void work().catch((error: unknown) => this.log.error(what, { error }));
    this.timers = [
      setInterval(
        guarded(() => this.beat(), 'the worker heartbeat failed'),
        this.settings.heartbeatMs,
      ),
      setInterval(
        guarded(() => this.sweep(), 'the sweep for dead workers failed'),
        this.settings.sweepMs,
      ),
    ];
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const id of this.ids) await this.tables.forgetWorker(id);
  }

  private async beat(): Promise<void> {
    for (const id of this.ids) await this.tables.beat(id);
  }

  private async sweep(): Promise<void> {
    // Only locks older than the limit: a worker that has just started may hold one before its first heartbeat is seen.
    const locked = await this.jobsPool.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs
        where locked_by is not null and locked_at < now() - $1 * interval '1 millisecond'`,
      [this.settings.staleWorkerMs],
    );
    const holders = locked.rows.map((row) => row.id).filter((id) => !this.ids.has(id));
    if (holders.length === 0) return;
    const dead = await this.tables.deadAmong(holders, this.settings.staleWorkerMs);
    if (dead.length === 0) return;
    await this.jobsPool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    for (const id of dead) await this.tables.forgetWorker(id);
    this.log.warn('jobs of dead workers were released', { workers: dead });
  }
}
