import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { Files } from '../../platform/files/index.js';
import { encodeCursor, pageOf } from '../../platform/http/index.js';
import { decodeKeyset } from '../../platform/http/keyset-cursor.js';
import type { ImportDto, ImportPageDto, ImportRowPageDto } from './dto/import.dto.js';
import type { CreateImportDto, ListImportsQueryDto, ListRowsQueryDto, MapImportDto } from './dto/import-input.dto.js';
import { ImportJournal } from './import-journal.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { isPossible, stoppedState, type ImportStep } from './import-steps.js';
import { ImportTargets } from './import-targets.js';
import { toDetail, toImport, toRow } from './import-view.js';
import { fileOfOtherPurpose, importChanged, importNotFound, stepNotPossible } from './imports.errors.js';
import { ImportsRepository, type ImportChange, type ImportRecord, type ImportView } from './imports.repository.js';
import { checkMapping } from './mapping/check-mapping.js';
import { hiddenCells } from './mapping/hidden-cells.js';
import { sourceOf } from './mapping/source.js';
import { ImportWork } from './stages/import-work.js';

const SORT = 'createdAt';
const ROWS_SORT = 'row';
/** Rows shown beside the columns, so that people see what they map. */
const PREVIEW = 20;

/** What people do with imports; the rows themselves are the background's work. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: ImportTargets,
    private readonly files: Files,
    private readonly work: ImportWork,
    private readonly journal: ImportJournal,
  ) {}

  async create(actor: Actor, input: CreateImportDto, idempotency: IdempotencyRequest | null): Promise<ImportDto> {
    const { kind, fileId } = input;
    this.targets.getFor(actor, kind);
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const file = await this.files.get(tx, fileId);
      if (file.purpose !== 'import') throw fileOfOtherPurpose();
      const id = newId();
      await this.imports.insert(tx, { id, kind, fileId });
      await this.journal.begun(tx, { id, kind, fileId });
      await this.work.enqueue(tx, id);
      return this.detail(actor, tx, id);
    });
  }

  async list(actor: Actor, query: ListImportsQueryDto): Promise<ImportPageDto> {
    const kinds = this.targets.kindsFor(actor).filter((kind) => query.kind === undefined || kind === query.kind);
    const after = decodeKeyset(SORT, query.cursor, 'timestamp');
    const rows = await this.imports.list(actor, { kinds, after, limit: query.limit });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.created_at, last.id]));
    return { items: page.items.map(toImport), nextCursor: page.nextCursor };
  }

  get(actor: Actor, id: string): Promise<ImportDto> {
    return this.detail(actor, actor, id);
  }

  async listRows(actor: Actor, id: string, query: ListRowsQueryDto): Promise<ImportRowPageDto> {
    const record = await this.visible(actor, actor, id);
    const columns = await this.targets.get(record.kind).columns(actor);
    const after = decodeRowCursor(query.cursor, id);
    const action = query.action ?? null;
    const rows = await this.rows.listRows(actor, { importId: id, action, after, limit: query.limit });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(ROWS_SORT, [last.rowNumber, id]));
    const shown = new Set(columns.map(({ key }) => key));
    return { items: page.items.map((row) => toRow(row, shown)), nextCursor: page.nextCursor };
  }

  /** Says which column is what and has every row judged; another sheet is read first. */
  async map(actor: Actor, id: string, input: MapImportDto): Promise<ImportDto> {
    const { sheet, headerRow, columns: mapping, options = {} } = input;
    return this.step(actor, { id, step: 'map', version: input.version }, async (tx, record) => {
      if (sheet !== record.sheet) return this.readSheet(tx, record, sheet);
      const head = await this.rows.readHead(tx, id, headerRow);
      const titles = head.find(({ number }) => number === headerRow)?.cells ?? [];
      const target = this.targets.getFor(actor, record.kind);
      checkMapping(input, record, { titles, target, columns: await target.columns(actor) });
      await this.rows.forgetVerdicts(tx, id);
      await this.imports.rememberMapping(tx, { kind: record.kind, source: sourceOf(titles), mapping, options });
      return { state: 'checking', header_row: headerRow, mapping, options, ...NOTHING_CHECKED };
    });
  }

  apply(actor: Actor, id: string, version: number): Promise<ImportDto> {
    return this.step(actor, { id, step: 'apply', version }, async (_tx, record) => ({
      state: 'applying',
      problem: null,
      done_rows: record.applied_to === 0 ? 0 : record.done_rows,
    }));
  }

  undo(actor: Actor, id: string, version: number): Promise<ImportDto> {
    return this.step(actor, { id, step: 'undo', version }, async (_tx, record) => ({
      state: 'undoing',
      problem: null,
      done_rows: record.undone_from === null ? 0 : record.done_rows,
    }));
  }

  /** At once, wherever the work is: the stretch under way is finished, no other is begun. */
  async stop(actor: Actor, id: string): Promise<ImportDto> {
    return this.transactions.run(actor, async (tx) => {
      const record = await this.lock(actor, tx, id);
      assertPossible('stop', record);
      await this.imports.change(tx, id, { state: stoppedState(record.state) });
      await this.journal.moved(tx, id);
      return this.detail(actor, tx, id);
    });
  }

  /** Moves an import on under its lock and has the background do the rest. */
  private step(
    actor: Actor,
    { id, step, version }: { id: string; step: ImportStep; version: number },
    change: (tx: Transaction, record: ImportRecord) => Promise<ImportChange>,
  ): Promise<ImportDto> {
    return this.transactions.run(actor, async (tx) => {
      const record = await this.lock(actor, tx, id);
      if (record.version !== version) throw importChanged(await this.detail(actor, tx, id));
      assertPossible(step, record);
      this.targets.getFor(actor, record.kind);
      await this.imports.change(tx, id, {
        ...(await change(tx, record)),
        ...(actor.userId && { acted_by: actor.userId }),
      });
      await this.work.enqueue(tx, id);
      await this.journal.moved(tx, id);
      return this.detail(actor, tx, id);
    });
  }

  private async readSheet(tx: Transaction, { id, sheets }: ImportRecord, sheet: number): Promise<ImportChange> {
    if (sheet >= sheets.length) throw stepNotPossible('no such sheet');
    await this.rows.forgetVerdicts(tx, id);
    await this.rows.forgetParts(tx, id);
    return { state: 'reading', sheet, header_row: null, mapping: null, total_rows: 0, ...NOTHING_CHECKED };
  }

  private async lock(actor: Actor, tx: Transaction, id: string): Promise<ImportRecord> {
    const record = await this.imports.lock(tx, id);
    if (!record || !this.targets.kindsFor(actor).includes(record.kind)) throw importNotFound();
    return record;
  }

  private async visible(actor: Actor, source: Actor | Transaction, id: string): Promise<ImportView> {
    const view = await this.imports.find(source, id);
    if (!view || !this.targets.kindsFor(actor).includes(view.kind)) throw importNotFound();
    return view;
  }

  private async detail(actor: Actor, source: Actor | Transaction, id: string): Promise<ImportDto> {
    const view = await this.visible(actor, source, id);
    const columns = await this.targets.get(view.kind).columns(actor);
    const preview = await this.rows.readHead(source, id, PREVIEW);
    return toDetail(view, { columns, preview, hidden: hiddenCells(actor, view, columns) });
  }
}

const NOTHING_CHECKED = {
  checked_parts: 0,
  done_rows: 0,
  new_rows: 0,
  changed_rows: 0,
  unchanged_rows: 0,
  faulty_rows: 0,
  problem: null,
} satisfies ImportChange;

function assertPossible(step: ImportStep, record: ImportRecord): void {
  if (!isPossible(step, record)) throw stepNotPossible(record.state);
}

/** The number of the row is what a page begins after; the import's id only makes the cursor its own. */
function decodeRowCursor(cursor: string | undefined, importId: string): number {
  const position = decodeKeyset(ROWS_SORT, cursor, 'integer');
  return position === null || position[1] !== importId ? 0 : Number(position[0]);
}
