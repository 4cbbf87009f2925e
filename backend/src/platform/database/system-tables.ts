import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface AttemptLimit {
  readonly key: string;
  /** Attempts within the window. */
  readonly limit: number;
}

/** The few tables that belong to no organization: heartbeats, schedule claims, slots and counters of shared limits. */
@Injectable()
export class SystemTables {
  constructor(private readonly dataSource: DataSource) {}

  /** Says that a worker lives. */
  async beat(workerId: string): Promise<void> {
    await this.dataSource.query(
      `insert into worker_heartbeats (worker_id, seen_at) values ($1, clock_timestamp())
       on conflict (worker_id) do update set seen_at = excluded.seen_at`,
      [workerId],
    );
  }

  /** Those of the given workers that showed no life for `staleMs`, by the database's clock. */
  async deadAmong(workerIds: readonly string[], staleMs: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select id from unnest($1::text[]) as id
        where not exists (
          select from worker_heartbeats
           where worker_id = id and seen_at > clock_timestamp() - $2 * interval '1 millisecond')`,
      [workerIds, staleMs],
    );
    return rows.map((row) => row.id);
  }

  async forgetWorker(workerId: string): Promise<void> {
    await this.dataSource.query(`delete from worker_heartbeats where worker_id = $1`, [workerId]);
  }

  /** True for exactly one caller per slot, whichever process it is in. Slots must only grow. */
  async claimSchedule(name: string, slot: Date): Promise<boolean> {
    const [row] = await this.dataSource.query<{ claimed: boolean }[]>(`select claim_schedule($1, $2) as claimed`, [
      name,
      slot,
    ]);
    return row?.claimed === true;
  }

  /** Takes the next free slot of a limit shared by all processes; how many milliseconds to wait for it. */
  async reserveRateSlot(key: string, intervalMs: number): Promise<number> {
    const [row] = await this.dataSource.query<{ wait_ms: number }[]>(`select reserve_rate_slot($1, $2) as wait_ms`, [
      key,
      intervalMs,
    ]);
    return row?.wait_ms ?? 0;
  }

  /** Counts an attempt on each key, shared by all processes; the seconds to wait, 0 when no limit is passed. */
  async spendAttempt(limits: readonly AttemptLimit[], windowSeconds: number): Promise<number> {
    const [row] = await this.dataSource.query<{ wait_seconds: number }[]>(
      `select spend_attempt($1, $2, $3) as wait_seconds`,
      [limits.map(({ key }) => key), limits.map(({ limit }) => limit), windowSeconds],
    );
    return row?.wait_seconds ?? 0;
  }

  /** Deletes at most `maxRows` of every kind of row that has served its time; how many went, by kind. */
  async deleteExpired(maxRows: number): Promise<Record<string, number>> {
    const [row] = await this.dataSource.query<{ deleted: Record<string, number> }[]>(
      `select delete_expired($1) as deleted`,
      [maxRows],
    );
    return row?.deleted ?? {};
  }
}
