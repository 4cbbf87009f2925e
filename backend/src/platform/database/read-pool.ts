import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { poolConfig } from '@smet/database';
import pg from 'pg';
import { Config } from '../config/index.js';
import { Log } from '../observability/log.js';

const MAX_NAMED_STATEMENTS = 300;

/**
 * Connections for hot reads. The four statements of a read transaction are written to the socket together
 * (`pipeline`), so that it costs one round trip. Read-only by the connection's own default.
 */
@Injectable()
export class ReadPool implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly names = new Map<string, string>();

  constructor(config: Config, log: Log) {
    const options = poolConfig({
      url: config.databaseUrl,
      role: 'smet_app',
      poolSize: config.poolSize,
      pipeline: true,
      applicationName: 'smet-read',
    });
    this.pool = new pg.Pool({ ...options, options: `${options.options} -c default_transaction_read_only=on` });
    this.pool.on('error', (error) => log.warn('an idle read connection was lost', { error }));
  }

  async read<R>(organizationId: string, sql: string, params: readonly unknown[]): Promise<R[]> {
    const client = await this.pool.connect();
    // After a failed statement PostgreSQL skips the rest and turns `commit` into a rollback, each statement still
    // answers: all four are awaited so that the connection goes back idle.
    const settled = await Promise.allSettled([
      client.query('begin'),
      client.query({
        name: 'smet-organization',
        text: `select set_config('smet.organization_id', $1, true)`,
        values: [organizationId],
      }),
      client.query<pg.QueryResultRow>({ name: this.nameOf(sql), text: sql, values: [...params] }),
      client.query('commit'),
    ]);
    const [, , rows, commit] = settled;
    client.release(commit.status === 'rejected');
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    if (rows.status === 'rejected') throw rows.reason;
    return rows.value.rows as R[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Frequent statements are prepared once per connection; the number of names is bounded. */
  private nameOf(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= MAX_NAMED_STATEMENTS) return known;
    const name = createHash('sha1').update(sql).digest('base64url');
    this.names.set(sql, name);
    return name;
  }
}
