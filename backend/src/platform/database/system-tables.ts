import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The few tables that belong to no organization: heartbeats, schedule claims, slots of shared rate limits. */
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
}
