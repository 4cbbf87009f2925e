import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class DatabaseHealth {
  private schemaKnown = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Null when requests can be served; otherwise the code of what is missing. */
  async problem(): Promise<'HEALTH.DATABASE_UNREACHABLE' | 'HEALTH.MIGRATIONS_PENDING' | null> {
    try {
      if (this.schemaKnown) await this.dataSource.query('select 1');
      else this.schemaKnown = await this.hasEveryColumn();
      return this.schemaKnown ? null : 'HEALTH.MIGRATIONS_PENDING';
    } catch {
      return 'HEALTH.DATABASE_UNREACHABLE'; // the answer itself tells; a lost connection is logged by its pool
    }
  }

  /**
   * Whether the schema has every column this code works with. Asked instead of the list of migrations: the application
   * role may not read that, and a schema that is ahead of the code (expanded first) is fine.
   */
  private async hasEveryColumn(): Promise<boolean> {
    const columns = this.dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({ table: entity.tableName, column: column.databaseName })),
    );
    const [row] = await this.dataSource.query<{ missing: boolean }[]>(
      `select exists (
         select from unnest($1::text[], $2::text[]) as wanted (relation, name)
          where not exists (
            select from pg_attribute a
             where a.attrelid = to_regclass(quote_ident(wanted.relation)) and a.attname = wanted.name
               and not a.attisdropped)) as missing`,
      [columns.map(({ table }) => table), columns.map(({ column }) => column)],
    );
    return row?.missing === false;
  }
}
