import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Config } from '../../../platform/config/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Files } from '../../../platform/files/index.js';
import { ImportJournal } from '../import-journal.js';
import { ImportRowsRepository, packPart, type PackedPart } from '../import-rows.repository.js';
import { ImportTargets } from '../import-targets.js';
import { ImportsRepository, type ImportRecord } from '../imports.repository.js';
import { findHeaderRow, sourceOf, stillValid, suggestMapping } from '../mapping/source.js';
import { openTable } from '../readers/open-table.js';
import { UnreadableFile, type TableRow } from '../readers/table.js';
import { PartWriter } from './part-writer.js';

/** How many rows are looked through for the titles. */
const HEAD = 50;

/**
 * Takes a file's rows into the database, part by part, while it is being read. Read again after a kill, it begins at the
 * first row that is not there yet.
 */
@Injectable()
export class ReadFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: Files,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: ImportTargets,
    private readonly journal: ImportJournal,
    private readonly config: Config,
  ) {}

  /** @throws UnreadableFile */
  async run(actor: Actor, record: ImportRecord): Promise<void> {
    const file = await this.files.get(actor, record.file_id);
    const table = await openTable(await buffer(await this.files.read(file)));
    if (record.sheet >= table.sheets.length) throw new UnreadableFile('IMPORT.NO_SUCH_SHEET');
    const { parts, lastRow } = await this.transactions.run(actor, (tx) => this.rows.readSoFar(tx, record.id));
    const writer = new PartWriter(parts, (number, part) => this.keep(actor, record, number, part));
    for await (const rows of this.partsOf(table.rows(record.sheet), lastRow)) await writer.push(packPart(rows));
    if (!(await writer.end())) return;
    await this.transactions.run(actor, (tx) => this.close(tx, record.id, table.sheets));
  }

  private async *partsOf(rows: AsyncIterable<TableRow>, after: number): AsyncIterable<TableRow[]> {
    let part: TableRow[] = [];
    for await (const row of rows) {
      if (row.number <= after) continue;
      part.push(row);
      if (part.length < this.config.importChunkRows) continue;
      yield part;
      part = [];
    }
    if (part.length > 0) yield part;
  }

  /** False when somebody else reads it now, or nobody should any more. */
  private keep(actor: Actor, { id }: ImportRecord, number: number, part: PackedPart): Promise<boolean> {
    return this.transactions.run(actor, async (tx) => {
      const current = await this.imports.lock(tx, id);
      if (current?.state !== 'reading' || (await this.rows.readSoFar(tx, id)).parts !== number) return false;
      await this.rows.addPart(tx, id, number, part);
      await this.imports.change(tx, id, { done_rows: part.lastRow });
      await this.journal.moved(tx, id);
      return true;
    });
  }

  private async close(tx: Transaction, id: string, sheets: readonly string[]): Promise<void> {
    const record = await this.imports.lock(tx, id);
    if (record?.state !== 'reading') return;
    const head = await this.rows.readHead(tx, id, HEAD);
    if (head.length === 0) throw new UnreadableFile('IMPORT.EMPTY');
    const columns = await this.targets.get(record.kind).columns(tx.actor);
    const headerRow = findHeaderRow(head, columns);
    const titles = head.find(({ number }) => number === headerRow)?.cells ?? [];
    const remembered = await this.imports.findMapping(tx, record.kind, sourceOf(titles));
    const { lastRow } = await this.rows.readSoFar(tx, id);
    await this.imports.change(tx, id, {
      state: 'mapping',
      sheets,
      header_row: headerRow,
      total_rows: lastRow,
      done_rows: lastRow,
      mapping: remembered ? stillValid(remembered.mapping, columns) : suggestMapping(titles, columns),
      options: remembered?.options ?? {},
    });
    await this.journal.moved(tx, id);
  }
}
