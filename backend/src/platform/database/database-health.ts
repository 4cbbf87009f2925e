import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class DatabaseHealth {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when requests can be served; otherwise the code of what is missing. */
  async problem(): Promise<'HEALTH.DATABASE_UNREACHABLE' | 'HEALTH.MIGRATIONS_PENDING' | null> {
    try {
      const known = this.dataSource.migrations.map((migration) => migration.name ?? '');
      const [row] = await this.dataSource.query<{ pending: boolean }[]>(
        `select exists (select from unnest($1::text[]) as name
           where name not in (select m.name from migrations m)) as pending`,
        [known],
      );
      return row?.pending === false ? null : 'HEALTH.MIGRATIONS_PENDING';
    } catch {
      return 'HEALTH.DATABASE_UNREACHABLE'; // the answer itself tells; a lost pool connection is logged by the pool
    }
  }
}
