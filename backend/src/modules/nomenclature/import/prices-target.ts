import { Injectable, type OnModuleInit } from '@nestjs/common';
import { minorToDecimal } from '@smet/money';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import {
  ImportTargets,
  type Cell,
  type ImportColumn,
  type ImportRun,
  type ImportTarget,
  type MappedRow,
  type PlannedRow,
  type RowOutcome,
  type RowVerdict,
} from '../../imports/index.js';
import { listKey, listOf, openLists, priceColumns } from './price-columns.js';
import { judgePrices, Prices, type PriceValues } from './price-verdict.js';
import { PricesImportRepository, type NewPrice, type WrittenPrice } from './prices-import.repository.js';

const PAGE = 2000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Prices by the code of their item, a column for each list; a blank cell leaves the list as it is. */
@Injectable()
export class PricesTarget implements ImportTarget, OnModuleInit {
  readonly kind = 'prices';
  readonly permission = 'price:edit';

  constructor(
    private readonly targets: ImportTargets,
    private readonly repository: PricesImportRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async columns(actor: Actor): Promise<ImportColumn[]> {
    return priceColumns(openLists(actor, await this.repository.listPriceLists(actor)));
  }

  /** `validFrom`, a day: from when the prices are in force; without it from the moment they are applied. */
  optionsProblem({ validFrom, ...others }: ImportRun['options']): string | null {
    if (Object.keys(others).length > 0) return 'UNKNOWN_OPTION';
    if (validFrom === undefined) return null;
    return typeof validFrom === 'string' && DAY.test(validFrom) && !Number.isNaN(Date.parse(validFrom))
      ? null
      : 'IS_DATE';
  }

  async check(tx: Transaction, rows: readonly MappedRow[], run: ImportRun): Promise<RowVerdict[]> {
    const codes = rows.map(({ cells }) => String(cells['code'] ?? '').trim());
    const items = new Map((await this.repository.findItems(tx, codes)).map((item) => [item.code, item]));
    const listIds = Object.keys(rows[0]?.cells ?? {}).flatMap((key) => listOf(key) ?? []);
    const itemIds = [...items.values()].map(({ id }) => id);
    const prices = new Prices(await this.repository.pricesAt(tx, { itemIds, listIds, at: momentOf(run) }));
    return rows.map((row) => judgePrices(row, { items, listIds, prices }));
  }

  async apply(tx: Transaction, rows: readonly PlannedRow[], run: ImportRun): Promise<RowOutcome[]> {
    const placed = await this.repository.write(tx, rows.flatMap(newPricesOf), momentOf(run));
    const overwritten = new Map(placed.map((price) => [`${price.item_id} ${price.list_id}`, price.overwritten]));
    const written: PlannedRow[] = [];
    const outcomes = rows.flatMap((row): RowOutcome | [] => {
      const { rowNumber, targetId } = row;
      const keys = Object.keys(pricesOf(row));
      const missing = keys.find((key) => !overwritten.has(`${targetId} ${listOf(key)}`));
      if (missing === undefined) written.push(row);
      const trace = Object.fromEntries(
        keys.flatMap((key) => {
          const amount = overwritten.get(`${targetId} ${listOf(key)}`);
          return amount === undefined || amount === null ? [] : [[key, Number(amount)]];
        }),
      );
      const kept = Object.keys(trace).length > 0 ? { trace } : {};
      if (missing !== undefined)
        return { rowNumber, problem: { column: missing, code: 'CHANGED_SINCE_CHECK' }, ...kept };
      return Object.keys(trace).length > 0 ? { rowNumber, ...kept } : [];
    });
    await this.record(tx, written, 'item.prices-set', run);
    return outcomes;
  }

  async undo(tx: Transaction, rows: readonly PlannedRow[], run: ImportRun): Promise<RowOutcome[]> {
    const gone = await this.repository.takeBack(tx, rows.flatMap(writtenPricesOf), momentOf(run));
    const back = new Set(gone.map(({ item_id, list_id }) => `${item_id} ${list_id}`));
    const stuck = ({ targetId, ...row }: PlannedRow) =>
      Object.keys(pricesOf({ targetId, ...row })).find((key) => !back.has(`${targetId} ${listOf(key)}`));
    await this.record(
      tx,
      rows.filter((row) => stuck(row) === undefined),
      'item.prices-taken-back',
      run,
    );
    return rows.flatMap((row): RowOutcome | [] => {
      const column = stuck(row);
      return column === undefined ? [] : { rowNumber: row.rowNumber, problem: { column, code: 'CHANGED_SINCE' } };
    });
  }

  async *export(actor: Actor): AsyncIterable<Record<string, Cell>[]> {
    const lists = openLists(actor, await this.repository.listPriceLists(actor));
    const listIds = lists.map(({ id }) => id);
    const at = this.clock.now().toISOString();
    for (let after = ''; ;) {
      const items = await this.repository.listItems(actor, after, PAGE);
      const last = items.at(-1);
      if (!last) return;
      after = last.code;
      const itemIds = items.map(({ id }) => id);
      const prices = new Prices(await this.repository.pricesAt(actor, { itemIds, listIds, at }));
      yield items.map(({ id, code }) => {
        const amounts = listIds.map((listId) => [listKey(listId), amountCell(prices.of(id, listId))] as const);
        return { code, ...Object.fromEntries(amounts) };
      });
    }
  }

  private record(tx: Transaction, rows: readonly PlannedRow[], action: string, { importId }: ImportRun): Promise<void> {
    return this.audit.writeMany(
      tx,
      rows.map(({ targetId, values, before }) => ({
        action,
        entityType: 'item',
        entityId: targetId,
        changes: { importId, before, after: values },
      })),
    );
  }
}

/** From when the prices of an import are in force. */
const momentOf = ({ options, at }: ImportRun): string =>
  typeof options['validFrom'] === 'string' ? `${options['validFrom']}T00:00:00Z` : at;

/** The amounts a row changes, by the keys of the lists. */
function pricesOf({ values, before }: PlannedRow): PriceValues {
  return Object.fromEntries(Object.entries(values as PriceValues).filter(([key]) => before !== null && key in before));
}

function newPricesOf(row: PlannedRow): NewPrice[] {
  const before = row.before as Readonly<Record<string, number | null>>;
  return Object.entries(pricesOf(row)).map(([key, amountMinor]) => ({
    id: newId(),
    itemId: row.targetId,
    listId: listOf(key) ?? '',
    amountMinor,
    was: before[key] ?? null,
  }));
}

function writtenPricesOf(row: PlannedRow): WrittenPrice[] {
  const trace = (row.trace ?? {}) as Readonly<Record<string, number>>;
  return Object.entries(pricesOf(row)).map(([key, amountMinor]) => ({
    itemId: row.targetId,
    listId: listOf(key) ?? '',
    amountMinor,
    overwritten: trace[key] ?? null,
  }));
}

/** A number, as people calculate with it in tables. */
const amountCell = (minor: number | null): Cell => (minor === null ? null : Number(minorToDecimal(minor)));
