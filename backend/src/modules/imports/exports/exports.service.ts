import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ImportRowsRepository } from '../import-rows.repository.js';
import type { RowProblem } from '../import-target.js';
import { ImportTargets } from '../import-targets.js';
import { importNotFound } from '../imports.errors.js';
import { ImportsRepository, type ImportView } from '../imports.repository.js';
import { hiddenCells } from '../mapping/hidden-cells.js';
import type { Cell } from '../readers/table.js';
import { problemText } from './problem-texts.js';
import type { TableContent } from './table-file.js';

const PAGE = 1000;

/** Tables that leave: everything of a kind, and the rows of an import that could not be taken. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly targets: ImportTargets,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly audit: Audit,
  ) {}

  /** With the titles an import knows again. Who took everything with them is kept. */
  async everything(actor: Actor, kind: string): Promise<TableContent> {
    const target = this.targets.getFor(actor, kind);
    const columns = await target.columns(actor);
    await this.transactions.run(actor, (tx) =>
      this.audit.write(tx, {
        action: 'export.taken',
        entityType: 'organization',
        entityId: actor.organizationId,
        changes: { kind },
      }),
    );
    const rows = async function* (): AsyncIterable<Cell[]> {
      for await (const stretch of target.export(actor)) {
        for (const row of stretch) yield columns.map(({ key }) => row[key] ?? null);
      }
    };
    return { name: kind, titles: columns.map(({ title }) => title), rows: rows() };
  }

  /** The file's own columns and a last one that says what is wrong: put right, it can be imported again. */
  async faulty(actor: Actor, id: string): Promise<TableContent> {
    const view = await this.imports.find(actor, id);
    if (!view || !this.targets.kindsFor(actor).includes(view.kind)) throw importNotFound();
    const columns = await this.targets.get(view.kind).columns(actor);
    const hidden = hiddenCells(actor, view, columns);
    const head = await this.rows.readHead(actor, id, view.header_row ?? 1);
    const titles = head.find(({ number }) => number === view.header_row)?.cells.map((cell) => String(cell ?? '')) ?? [];
    const nameOf = (key: string | null) => columns.find((column) => column.key === key)?.title ?? null;
    const reasonOf = (problems: readonly RowProblem[]) =>
      problems.map((problem) => problemText(problem, nameOf(problem.column))).join('; ');
    return {
      name: 'faulty',
      titles: [...titles, 'Что не так'],
      rows: this.faultyRows(actor, view, ({ cells, problems }) => [
        ...titles.map((_, index) => (hidden.has(index) ? null : (cells[index] ?? null))),
        reasonOf(problems),
      ]),
    };
  }

  private async *faultyRows(
    actor: Actor,
    { id }: ImportView,
    toCells: (row: { cells: readonly Cell[]; problems: readonly RowProblem[] }) => Cell[],
  ): AsyncIterable<Cell[]> {
    for (let part = 0; ; part++) {
      const source = await this.rows.readPart(actor, id, part);
      const [first, last] = [source?.[0], source?.at(-1)];
      if (!source || !first || !last) return;
      const cells = new Map(source.map((row) => [row.number, row.cells]));
      for (let after = first.number - 1; ;) {
        const faulty = await this.rows.listRows(actor, { importId: id, action: 'faulty', after, limit: PAGE });
        const here = faulty.filter(({ rowNumber }) => rowNumber <= last.number);
        for (const { rowNumber, problems } of here) yield toCells({ cells: cells.get(rowNumber) ?? [], problems });
        const end = here.at(-1);
        if (!end || here.length < PAGE) break;
        after = end.rowNumber;
      }
    }
  }
}
