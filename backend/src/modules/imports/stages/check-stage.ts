import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { ImportRowsRepository } from '../import-rows.repository.js';
import type { MappedRow } from '../import-target.js';
import { ImportTargets } from '../import-targets.js';
import { ImportsRepository, type ImportRecord, type Mapping } from '../imports.repository.js';
import type { Cell, TableRow } from '../readers/table.js';
import { runOf, type Stage } from './stage.js';

/** Judges every row below the titles, part by part; nothing but the import's own rows is written. */
@Injectable()
export class CheckStage implements Stage {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: ImportTargets,
    private readonly clock: Clock,
  ) {}

  async step(tx: Transaction, record: ImportRecord): Promise<boolean> {
    const part = await this.rows.readPart(tx, record.id, record.checked_parts);
    if (part === null) {
      await this.close(tx, record);
      return false;
    }
    const { mapping, header_row: headerRow, id: importId } = record;
    const mapped = part
      .filter(({ number }) => number > (headerRow ?? 0))
      .flatMap((row) => mappedRow(row, mapping ?? {}) ?? []);
    const target = this.targets.get(record.kind);
    await this.rows.addVerdicts(
      tx,
      importId,
      await target.check(tx, mapped, runOf(record, this.clock.now().toISOString())),
    );
    await this.imports.change(tx, importId, {
      checked_parts: record.checked_parts + 1,
      done_rows: part.at(-1)?.number ?? record.done_rows,
    });
    return true;
  }

  private async close(tx: Transaction, { id, total_rows }: ImportRecord): Promise<void> {
    await this.rows.refuseRepeated(tx, id);
    const counts = await this.rows.countActions(tx, id);
    await this.imports.change(tx, id, {
      state: 'checked',
      done_rows: total_rows,
      new_rows: counts.new,
      changed_rows: counts.changed,
      unchanged_rows: counts.unchanged,
      faulty_rows: counts.faulty,
    });
  }
}

/** Null where every mapped cell is blank: such a row says nothing. */
function mappedRow({ number, cells }: TableRow, mapping: Mapping): MappedRow | null {
  const named: Record<string, Cell> = {};
  let said = false;
  for (const [index, key] of Object.entries(mapping)) {
    const cell = cells[Number(index)] ?? null;
    named[key] = cell;
    said ||= cell !== null && cell !== '';
  }
  return said ? { rowNumber: number, cells: named } : null;
}
