import pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;

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
