import { Injectable } from '@nestjs/common';
import { sharePercent } from '@smet/money';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { encodeCursor, pageOf, type PageQuery } from '../../../platform/http/index.js';
import { decodeKeyset } from '../../../platform/http/keyset-cursor.js';
import { ItemsService } from '../items/items.service.js';
import { itemNotFound, periodReversed } from '../nomenclature.errors.js';
import type {
  PriceChangeDto,
  PriceChangePageDto,
  PriceChangesQueryDto,
  PriceHistoryDto,
  PriceRowDto,
  PriceTableDto,
  PriceTableQueryDto,
} from './dto/price.dto.js';
import { PriceLists } from './price-lists.service.js';
import { PricesRepository, type PriceChangeRow, type PriceTableRow } from './prices.repository.js';

const BY_NAME = 'name';
const NEWEST_FIRST = '-validFrom';

/** Reads prices: the table of a list, the history of an item, what changed in a while. */
@Injectable()
export class PricesService {
  constructor(
    private readonly repository: PricesRepository,
    private readonly lists: PriceLists,
    private readonly items: ItemsService,
  ) {}

  /** @throws AppError 404 */
  async table(actor: Actor, listId: string, query: PriceTableQueryDto): Promise<PriceTableDto> {
    const list = await this.lists.get(actor, listId);
    const rows = await this.repository.table(actor, list.id, {
      text: query.query?.trim() || null,
      categoryId: query.categoryId ?? null,
      at: query.at ?? null,
      after: decodeKeyset(BY_NAME, query.cursor, 'text'),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(BY_NAME, [last.name, last.itemId]));
    return { items: page.items.map(toRow), nextCursor: page.nextCursor };
  }

  /** One row of the table. @throws AppError 404 */
  async row(source: Actor | Transaction, listId: string, itemId: string): Promise<PriceRowDto> {
    const row = await this.repository.findRow(source, listId, itemId);
    if (!row) throw itemNotFound();
    return toRow(row);
  }

  /** @throws AppError 404 */
  async history(actor: Actor, itemId: string, { limit, cursor }: PageQuery): Promise<PriceHistoryDto> {
    await this.items.get(actor, itemId);
    const after = decodeKeyset(NEWEST_FIRST, cursor, 'timestamp');
    const rows = await this.repository.history(actor, itemId, { after, limit });
    const page = pageOf(rows, limit, (last) => encodeCursor(NEWEST_FIRST, [last.validFrom, last.id]));
    const items = page.items.map(({ amount, ...price }) => ({ ...price, amountMinor: Number(amount) }));
    return { items, nextCursor: page.nextCursor };
  }

  /** @throws AppError 404, 422 PRICE.PERIOD */
  async changes(actor: Actor, listId: string, query: PriceChangesQueryDto): Promise<PriceChangePageDto> {
    const { from, to, limit } = query;
    if (Date.parse(to) <= Date.parse(from)) throw periodReversed();
    const list = await this.lists.get(actor, listId);
    const after = decodeKeyset(BY_NAME, query.cursor, 'text');
    const rows = await this.repository.changes(actor, list.id, { from, to }, { after, limit });
    const page = pageOf(rows, limit, (last) => encodeCursor(BY_NAME, [last.name, last.itemId]));
    return { items: page.items.map(toChange), nextCursor: page.nextCursor };
  }
}

function toRow({ amount, ...row }: PriceTableRow): PriceRowDto {
  return { ...row, amountMinor: amountOf(amount) };
}

function toChange({ before, after, ...item }: PriceChangeRow): PriceChangeDto {
  const [beforeMinor, afterMinor] = [amountOf(before), amountOf(after)];
  const both = beforeMinor !== null && afterMinor !== null;
  return {
    ...item,
    beforeMinor,
    afterMinor,
    percent: both ? sharePercent(afterMinor - beforeMinor, beforeMinor) : null,
  };
}

function amountOf(minor: string | null): number | null {
  return minor === null ? null : Number(minor);
}
