import { Injectable } from '@nestjs/common';
import type { ImportAction } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import type { PlannedRow, RowOutcome, RowProblem, RowVerdict } from './import-target.js';
import type { Cell, TableRow } from './readers/table.js';

type StoredCells = readonly [number: number, cells: readonly Cell[]];

export interface CheckedRow {
  readonly rowNumber: number;
  readonly action: ImportAction;
  readonly key: string | null;
  readonly targetId: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly RowProblem[];
}

export type ActionCounts = Readonly<Record<ImportAction, number>>;

const PLANNED = `row_number as "rowNumber", action, target_id as "targetId", target_version as "targetVersion", values,
  before, trace`;

/** A stretch of a file's rows as it is kept. */
export interface PackedPart {
  readonly lastRow: number;
  /** UTF-8: half of what the same takes as a string. */
  readonly json: Buffer;
}

export function packPart(rows: readonly TableRow[]): PackedPart {
  const cells: StoredCells[] = rows.map((row) => [row.number, row.cells]);
  return { lastRow: rows.at(-1)?.number ?? 0, json: Buffer.from(JSON.stringify(cells)) };
}

/** The rows of files: as they were read, in parts, and what each of them will do. */
@Injectable()
export class ImportRowsRepository {
  constructor(private readonly transactions: Transactions) {}

  async addPart(tx: Transaction, importId: string, number: number, { lastRow, json }: PackedPart): Promise<void> {
    await managerOf(tx).query(
      `insert into import_parts (import_id, number, organization_id, last_row, rows) values ($1, $2, $3, $4, $5)`,
      [importId, number, tx.actor.organizationId, lastRow, json.toString('utf8')],
    );
  }

  /** How far the file is read: parts, and the last row in them. */
  async readSoFar(tx: Transaction, importId: string): Promise<{ parts: number; lastRow: number }> {
    const [row] = await managerOf(tx).query<{ parts: number; lastRow: number }[]>(
      `select number + 1 as parts, last_row as "lastRow" from import_parts where import_id = $1
        order by number desc limit 1`,
      [importId],
    );
    return row ?? { parts: 0, lastRow: 0 };
  }

  /** Null where there is no such part; `limit` keeps what is not asked for in the database. */
  async readPart(
    source: Actor | Transaction,
    importId: string,
    number: number,
    limit?: number,
  ): Promise<TableRow[] | null> {
    const rows = limit === undefined ? 'rows' : `jsonb_path_query_array(rows, '$[0 to $last]', $3) as rows`;
    const sql = `select ${rows} from import_parts where import_id = $1 and number = $2`;
    const params = limit === undefined ? [] : [JSON.stringify({ last: limit - 1 })];
    const [part] = await this.transactions.query<{ rows: StoredCells[] }>(source, sql, [importId, number, ...params]);
    return part?.rows.map(([row, cells]) => ({ number: row, cells })) ?? null;
  }

  /** The first rows of the file. Only the parts that hold them are unpacked: asked for at every look at an import. */
  async readHead(source: Actor | Transaction, importId: string, count: number): Promise<TableRow[]> {
    const head: TableRow[] = [];
    for (let part = 0; head.length < count; part++) {
      const rows = await this.readPart(source, importId, part, count - head.length);
      if (rows === null) break;
      head.push(...rows);
    }
    return head;
  }

  async forgetParts(tx: Transaction, importId: string): Promise<void> {
    await managerOf(tx).query(`delete from import_parts where import_id = $1`, [importId]);
  }

  async forgetVerdicts(tx: Transaction, importId: string): Promise<void> {
    await managerOf(tx).query(`delete from import_rows where import_id = $1`, [importId]);
  }

  async addVerdicts(tx: Transaction, importId: string, verdicts: readonly RowVerdict[]): Promise<void> {
    await managerOf(tx).query(
      `insert into import_rows (import_id, organization_id, row_number, action, key, target_id, target_version, values,
         before, problems)
       select $1, $2, r."rowNumber", r.action, r.key, r."targetId", r."targetVersion", r.values, r.before,
              case when r.problems <> '[]' then r.problems end
         from json_to_recordset($3) as r ("rowNumber" int, action text, key text, "targetId" uuid, "targetVersion" int,
           values jsonb, before jsonb, problems jsonb)`,
      [importId, tx.actor.organizationId, JSON.stringify(verdicts)],
    );
  }

  /** Of the rows with one key the first is taken; the others are told which one that was. */
  async refuseRepeated(tx: Transaction, importId: string): Promise<void> {
    await managerOf(tx).query(
      `with keyed as (
         select row_number, row_number() over (partition by key order by row_number) as place,
                min(row_number) over (partition by key) as first
           from import_rows where import_id = $1 and key is not null and action <> 'faulty'
       )
       update import_rows r set action = 'faulty', problems = jsonb_build_array(jsonb_build_object(
                'column', null, 'code', 'REPEATED', 'params', jsonb_build_object('row', keyed.first)))
         from keyed where r.import_id = $1 and r.row_number = keyed.row_number and keyed.place > 1`,
      [importId],
    );
  }

  async countActions(tx: Transaction, importId: string): Promise<ActionCounts> {
    const rows = await managerOf(tx).query<{ action: ImportAction; count: number }[]>(
      `select action, count(*)::int as count from import_rows where import_id = $1 group by action`,
      [importId],
    );
    const of = (action: ImportAction) => rows.find((row) => row.action === action)?.count ?? 0;
    return { new: of('new'), changed: of('changed'), unchanged: of('unchanged'), faulty: of('faulty') };
  }

  listRows(
    actor: Actor,
    { importId, action, after, limit }: { importId: string; action: ImportAction | null; after: number; limit: number },
  ): Promise<CheckedRow[]> {
    const sql = `
      select row_number as "rowNumber", action, key, target_id as "targetId", values, before,
             coalesce(problems, '[]') as problems
        from import_rows
       where import_id = $1 and row_number > $2 and ($3::text is null or action = $3)
       order by row_number limit $4`;
    return this.transactions.read<CheckedRow>(actor, sql, [importId, after, action, limit + 1]);
  }

  /**
   * Rows that change something between two rows of the file, the first excluded, in its order. A range and not a limit: the
   * index alone finds them, however little the database knows about a table that has just been filled.
   */
  plannedBetween(tx: Transaction, importId: string, after: number, to: number): Promise<PlannedRow[]> {
    return managerOf(tx).query<PlannedRow[]>(
      `select ${PLANNED} from import_rows
        where import_id = $1 and row_number > $2 and row_number <= $3 and action in ('new', 'changed')
        order by row_number`,
      [importId, after, to],
    );
  }

  /** Rows refused when they were applied are faulty from then on; traces are kept for the undoing. */
  async writeApplied(tx: Transaction, importId: string, outcomes: readonly RowOutcome[]): Promise<void> {
    await this.writeOutcomes(
      tx,
      importId,
      outcomes,
      `action = case when o.problem is null then r.action else 'faulty' end,`,
    );
  }

  /** Rows that stay as they are keep their action and tell why. */
  async writeUndone(tx: Transaction, importId: string, outcomes: readonly RowOutcome[]): Promise<void> {
    await this.writeOutcomes(tx, importId, outcomes, '');
  }

  private async writeOutcomes(
    tx: Transaction,
    importId: string,
    outcomes: readonly RowOutcome[],
    action: string,
  ): Promise<void> {
    if (outcomes.length === 0) return;
    await managerOf(tx).query(
      `update import_rows r
          set ${action} trace = coalesce(o.trace, r.trace),
              problems = case when o.problem is null then r.problems else jsonb_build_array(o.problem) end
         from unnest($2::int[], $3::jsonb[], $4::jsonb[]) as o (row_number, problem, trace)
        where r.import_id = $1 and r.row_number = o.row_number`,
      [
        importId,
        outcomes.map(({ rowNumber }) => rowNumber),
        outcomes.map(({ problem }) => (problem ? JSON.stringify(problem) : null)),
        outcomes.map(({ trace }) => (trace ? JSON.stringify(trace) : null)),
      ],
    );
  }
}
