import { Injectable } from '@nestjs/common';
import type { ImportState } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { isoText, managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';

export type Mapping = Readonly<Record<string, string>>;
export type Options = Readonly<Record<string, unknown>>;

export interface ImportProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ImportRecord {
  readonly id: string;
  readonly kind: string;
  readonly file_id: string;
  readonly state: ImportState;
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly header_row: number | null;
  readonly mapping: Mapping | null;
  readonly options: Options;
  readonly total_rows: number;
  readonly done_rows: number;
  readonly new_rows: number;
  readonly changed_rows: number;
  readonly unchanged_rows: number;
  readonly faulty_rows: number;
  readonly applied_rows: number;
  readonly kept_rows: number;
  readonly checked_parts: number;
  readonly applied_to: number;
  readonly undone_from: number | null;
  readonly problem: ImportProblem | null;
  readonly acted_by: string;
  readonly version: number;
  readonly created_at: string;
  readonly applied_at: string | null;
}

/** With the names people know it by. */
export interface ImportView extends ImportRecord {
  readonly file_name: string;
  readonly created_by: string;
  readonly creator_name: string;
}

/** What a step changes; counters not named stay. */
export type ImportChange = Partial<
  Pick<
    ImportRecord,
    | 'state'
    | 'sheets'
    | 'sheet'
    | 'header_row'
    | 'mapping'
    | 'options'
    | 'total_rows'
    | 'done_rows'
    | 'new_rows'
    | 'changed_rows'
    | 'unchanged_rows'
    | 'faulty_rows'
    | 'applied_rows'
    | 'kept_rows'
    | 'checked_parts'
    | 'applied_to'
    | 'undone_from'
    | 'problem'
    | 'acted_by'
  >
>;

const COLUMNS = `i.id, i.kind, i.file_id, i.state, i.sheets, i.sheet, i.header_row, i.mapping, i.options, i.total_rows,
  i.done_rows, i.new_rows, i.changed_rows, i.unchanged_rows, i.faulty_rows, i.applied_rows, i.kept_rows, i.checked_parts,
  i.applied_to, i.undone_from, i.problem, i.acted_by, i.version, ${isoText('i.created_at')} as created_at,
  ${isoText('i.applied_at')} as applied_at`;

const VIEW = `select ${COLUMNS}, f.name as file_name, i.created_by, u.name as creator_name
  from imports i join files f on f.id = i.file_id join users u on u.id = i.created_by`;

const JSON_COLUMNS = new Set(['sheets', 'mapping', 'options', 'problem']);

@Injectable()
export class ImportsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(tx: Transaction, { id, kind, fileId }: { id: string; kind: string; fileId: string }): Promise<void> {
    await managerOf(tx).query(
      `insert into imports (id, organization_id, kind, file_id, state, sheets, options, created_by, acted_by)
       values ($1, $2, $3, $4, 'reading', '[]', '{}', $5, $5)`,
      [id, tx.actor.organizationId, kind, fileId, tx.actor.userId],
    );
  }

  async find(source: Actor | Transaction, id: string): Promise<ImportView | null> {
    const [row] = await this.transactions.query<ImportView>(source, `${VIEW} where i.id = $1`, [id]);
    return row ?? null;
  }

  /** The newest first, of the given kinds. */
  list(
    actor: Actor,
    { kinds, after, limit }: { kinds: readonly string[]; after: KeysetPosition | null; limit: number },
  ): Promise<ImportView[]> {
    const params: unknown[] = [kinds, limit + 1, ...(after ?? [])];
    const further = after === null ? '' : 'and (i.created_at, i.id) < ($3::timestamptz, $4::uuid)';
    const sql = `${VIEW} where i.kind = any($1::text[]) ${further} order by i.created_at desc, i.id desc limit $2`;
    return this.transactions.read<ImportView>(actor, sql, params);
  }

  /** Whoever moves an import on holds its row until the step is done. */
  async lock(tx: Transaction, id: string): Promise<ImportRecord | null> {
    const sql = `select ${COLUMNS} from imports i where i.id = $1 for update`;
    const [row] = await managerOf(tx).query<ImportRecord[]>(sql, [id]);
    return row ?? null;
  }

  /** Of a locked row. A change of state is a new version; progress is not. */
  async change(tx: Transaction, id: string, change: ImportChange): Promise<void> {
    const entries = Object.entries(change);
    const sets = entries.map(
      ([column], index) => `${column} = $${index + 2}${JSON_COLUMNS.has(column) ? '::jsonb' : ''}`,
    );
    const values = entries.map(([column, value]) =>
      JSON_COLUMNS.has(column) && value !== null ? JSON.stringify(value) : value,
    );
    const step = change.state === undefined ? [] : ['version = version + 1', 'updated_at = now()'];
    // Asked for again after a stop, it goes on with its first moment.
    const applied = change.state === 'applying' ? ['applied_at = coalesce(applied_at, now())'] : [];
    await managerOf(tx).query(`update imports set ${[...sets, ...step, ...applied].join(', ')} where id = $1`, [
      id,
      ...values,
    ]);
  }

  async findMapping(
    tx: Transaction,
    kind: string,
    source: string,
  ): Promise<{ mapping: Mapping; options: Options } | null> {
    const [row] = await managerOf(tx).query<{ mapping: Mapping; options: Options }[]>(
      `select mapping, options from import_mappings where kind = $1 and source = $2`,
      [kind, source],
    );
    return row ?? null;
  }

  async rememberMapping(
    tx: Transaction,
    { kind, source, mapping, options }: { kind: string; source: string; mapping: Mapping; options: Options },
  ): Promise<void> {
    await managerOf(tx).query(
      `insert into import_mappings (organization_id, kind, source, mapping, options) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, kind, source)
       do update set mapping = excluded.mapping, options = excluded.options, updated_at = now()`,
      [tx.actor.organizationId, kind, source, JSON.stringify(mapping), JSON.stringify(options)],
    );
  }
}
