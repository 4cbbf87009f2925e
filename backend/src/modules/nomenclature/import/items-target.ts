import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ItemKind } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import {
  ImportTargets,
  type Cell,
  type ImportRun,
  type ImportTarget,
  type MappedRow,
  type PlannedRow,
  type RowOutcome,
  type RowVerdict,
} from '../../imports/index.js';
import { CategoryPaths } from './category-paths.js';
import { ImportedCategories } from './imported-categories.js';
import { ITEM_COLUMNS, KIND_TITLES } from './item-columns.js';
import { judgeItem, type ItemValues, type ItemWas } from './item-verdict.js';
import { ItemsImportRepository, type ItemChange, type NewItem } from './items-import.repository.js';

const PAGE = 2000;

/** Items by their code. What a file has no column for, or leaves blank, stays as it is. */
@Injectable()
export class ItemsTarget implements ImportTarget, OnModuleInit {
  readonly kind = 'items';
  readonly permission = 'nomenclature:edit';

  constructor(
    private readonly targets: ImportTargets,
    private readonly repository: ItemsImportRepository,
    private readonly categories: ImportedCategories,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  columns(): Promise<typeof ITEM_COLUMNS> {
    return Promise.resolve(ITEM_COLUMNS);
  }

  optionsProblem(options: ImportRun['options']): string | null {
    return Object.keys(options).length === 0 ? null : 'UNKNOWN_OPTION';
  }

  async check(tx: Transaction, rows: readonly MappedRow[]): Promise<RowVerdict[]> {
    const paths = new CategoryPaths(await this.repository.listCategories(tx));
    const codes = rows.map(({ cells }) => String(cells['code'] ?? '').trim());
    const items = new Map((await this.repository.findByCodes(tx, codes)).map((item) => [item.code, item]));
    return rows.map((row) => judgeItem(row, items, paths));
  }

  async apply(tx: Transaction, rows: readonly PlannedRow[], { importId }: ImportRun): Promise<RowOutcome[]> {
    const placed = await this.categories.place(tx, rows);
    const made = await this.repository.insert(
      tx,
      rows.filter(isNew).map((row) => newItem(row, placed.idOf(row))),
    );
    const changed = await this.repository.update(
      tx,
      rows.filter(isChanged).map((row) => changeOf(row, placed.idOf(row))),
    );
    const isDone = ({ targetId }: PlannedRow) => made.has(targetId) || changed.has(targetId);
    await this.record(tx, rows.filter(isDone), { created: 'item.created', changed: 'item.updated', importId });
    return rows.flatMap((row): RowOutcome | [] => {
      const { rowNumber } = row;
      const categories = placed.madeFor(rowNumber);
      const trace = categories.length > 0 ? { trace: { categories } } : {};
      if (isDone(row)) return categories.length > 0 ? { rowNumber, ...trace } : [];
      const code = isNew(row) ? 'TAKEN_SINCE_CHECK' : 'CHANGED_SINCE_CHECK';
      return { rowNumber, problem: { column: null, code }, ...trace };
    });
  }

  async undo(tx: Transaction, rows: readonly PlannedRow[], { importId }: ImportRun): Promise<RowOutcome[]> {
    const deleted = await this.repository.deleteUntouched(
      tx,
      rows.filter(isNew).map(({ targetId }) => targetId),
    );
    const restored = await this.repository.update(tx, rows.filter(isChanged).map(restorationOf));
    const isBack = ({ targetId }: PlannedRow) => deleted.has(targetId) || restored.has(targetId);
    await this.record(tx, rows.filter(isBack), { created: 'item.deleted', changed: 'item.restored', importId });
    await this.categories.forgetEmpty(tx, rows);
    return rows
      .filter((row) => !isBack(row))
      .map(({ rowNumber, action }) => ({
        rowNumber,
        problem: { column: null, code: action === 'new' ? 'CHANGED_OR_USED_SINCE' : 'CHANGED_SINCE' },
      }));
  }

  async *export(actor: Actor): AsyncIterable<Record<string, Cell>[]> {
    const paths = new CategoryPaths(await this.repository.listCategories(actor));
    for (let after = ''; ;) {
      const items = await this.repository.listItems(actor, after, PAGE);
      const last = items.at(-1);
      if (!last) return;
      after = last.code;
      yield items.map(({ code, name, unit, kind, category_id, norm }) => ({
        code,
        name,
        unit,
        kind: KIND_TITLES[kind],
        category: paths.pathOf(category_id),
        norm,
      }));
    }
  }

  private record(
    tx: Transaction,
    rows: readonly PlannedRow[],
    { created, changed, importId }: { created: string; changed: string; importId: string },
  ): Promise<void> {
    return this.audit.writeMany(
      tx,
      rows.map(({ action, targetId, values, before }) => ({
        action: action === 'new' ? created : changed,
        entityType: 'item',
        entityId: targetId,
        changes: before === null ? { importId, after: values } : { importId, before, after: values },
      })),
    );
  }
}

const isNew = ({ action }: PlannedRow) => action === 'new';
const isChanged = ({ action }: PlannedRow) => action === 'changed';

/** As `judgeItem` wrote them. */
const valuesOf = (values: PlannedRow['values']) => values as unknown as ItemValues;

function newItem({ targetId: id, values }: PlannedRow, categoryId: string | null): NewItem {
  const { code, name, unit, kind, norm } = valuesOf(values);
  if (name === undefined || unit === undefined || categoryId === null)
    throw new Error('a new item lacks what it needs');
  return { id, code, name, unit, kind: kind ?? 'material', categoryId, norm: norm ?? null };
}

function changeOf({ targetId: id, targetVersion, values }: PlannedRow, categoryId: string | null): ItemChange {
  const { name, unit, kind, norm } = valuesOf(values);
  const said = { name: name ?? null, unit: unit ?? null, kind: kind ?? null, norm: norm ?? null };
  return { id, version: targetVersion ?? 0, ...said, categoryId, withNorm: false };
}

/** Applying has raised the version by one. */
function restorationOf({ targetId: id, targetVersion, before }: PlannedRow): ItemChange {
  const { name, unit, kind, norm, categoryId } = (before ?? {}) as Partial<ItemWas>;
  return {
    id,
    version: (targetVersion ?? 0) + 1,
    name: name ?? null,
    unit: unit ?? null,
    kind: (kind ?? null) satisfies ItemKind | null,
    categoryId: categoryId ?? null,
    norm: norm ?? null,
    withNorm: norm !== undefined,
  };
}
