import pg from 'pg';
import type { Random } from './random.js';

export type Row = Readonly<Record<string, unknown>>;
/** In the order the foreign keys ask for. */
export type Tables = readonly (readonly [table: string, rows: readonly Row[]])[];

/** What every row of an organization is made from. */
export interface RowScope {
  readonly random: Pick<Random, 'id'>;
  /** Before the first order. */
  readonly since: Date;
  readonly organizationId: string;
}

/** The demo organization is made of chance as well, always the same. */
export interface DemoScope extends RowScope {
  readonly random: Random;
}

/** A row of the organization, with an id unless it brings its own. */
export function owned({ random, since, organizationId }: RowScope, row: Row): Row {
  return { id: random.id(since), organization_id: organizationId, ...row };
}

/** Inserts rows of the same columns in one statement; PostgreSQL converts them by the table's own types. */
export async function insertRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((column) => pg.escapeIdentifier(column));
  const into = pg.escapeIdentifier(table);
  await client.query(
    `insert into ${into} (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::${into}, $1::json)`,
    [JSON.stringify(rows)],
  );
}
