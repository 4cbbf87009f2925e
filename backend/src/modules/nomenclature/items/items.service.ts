import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, type Transaction } from '../../../platform/database/index.js';
import { encodeCursor, forbidden, pageOf } from '../../../platform/http/index.js';
import { decodeKeyset } from '../../../platform/http/keyset-cursor.js';
import { CustomFields } from '../../custom-fields/index.js';
import { itemNotFound } from '../nomenclature.errors.js';
import { EstimatePrices } from '../prices/estimate-prices.js';
import type { ItemDto, ItemPageDto } from './dto/item.dto.js';
import type { ItemUsageDto } from './dto/item-use.dto.js';
import type { ListItemsQueryDto } from './dto/list-items.query.dto.js';
import { ItemUses } from './item-uses.js';
import { ItemsRepository, type ItemPrices, type ItemRow } from './items.repository.js';

/** Reads items, each at the prices the person may see. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly repository: ItemsRepository,
    private readonly estimatePrices: EstimatePrices,
    private readonly customFields: CustomFields,
    private readonly uses: ItemUses,
  ) {}

  async list(actor: Actor, query: ListItemsQueryDto): Promise<ItemPageDto> {
    const { estimateId, sort = 'name', state = 'active' } = query;
    if (state === 'deleted' && !actor.permissions.has('nomenclature:edit')) throw forbidden('ACCESS.NOT_ALLOWED');
    const prices = pricesFor(actor);
    const rows = await this.repository.list(actor, {
      ...prices,
      text: query.query?.trim() || null,
      categoryId: query.categoryId ?? null,
      kind: query.kind ?? null,
      barcode: query.barcode || null,
      state,
      fields: await this.customFields.readFilters(actor, 'item', query.field),
      codes: query.codes ?? null,
      sort,
      after: decodeKeyset(sort, query.cursor, sort.endsWith('updatedAt') ? 'timestamp' : 'text'),
      limit: query.limit,
      terms: estimateId === undefined ? null : await this.estimatePrices.termsOf(actor, estimateId),
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(sort, [sortValue(sort, last), last.id]));
    return { items: page.items.map((row) => toItem(row, prices)), nextCursor: page.nextCursor };
  }

  /** Those in the trash exist for whoever may take them out. @throws AppError 404 */
  async get(source: Actor | Transaction, id: string): Promise<ItemDto> {
    const actor = actorOf(source);
    const prices = pricesFor(actor);
    const row = await this.repository.find(source, id, prices);
    if (!row || (row.state === 'deleted' && !actor.permissions.has('nomenclature:edit'))) throw itemNotFound();
    return toItem(row, prices);
  }

  /** What names the item. @throws AppError 404 */
  async usage(source: Actor | Transaction, id: string): Promise<ItemUsageDto> {
    const { code } = await this.get(source, id);
    const uses = await this.uses.of(source, { id, code });
    const lists = await this.repository.listPriceLists(source, id);
    const priced = lists.map((list) => ({ kind: 'price-list' as const, id: list.id, title: list.name, orderId: null }));
    return { inUse: uses.length > 0, uses: [...uses, ...priced] };
  }
}

function pricesFor(actor: Actor): ItemPrices {
  const { permissions } = actor;
  return { withCost: permissions.has('cost:read'), withDealer: permissions.has('dealer-price:read'), terms: null };
}

function sortValue(sort: string, row: ItemRow): string {
  if (sort.endsWith('name')) return row.name;
  return sort.endsWith('code') ? row.code : row.updatedAt;
}

function toItem(row: ItemRow, { withCost, withDealer }: ItemPrices): ItemDto {
  const { price_minor, dealer_minor, cost_minor, pay_minor, ...item } = row;
  return {
    ...item,
    priceMinor: amountOf(price_minor),
    ...(withDealer && { dealerMinor: amountOf(dealer_minor) }),
    ...(withCost && { costMinor: amountOf(cost_minor), payMinor: amountOf(pay_minor) }),
  };
}

function amountOf(minor: string | null): number | null {
  return minor === null ? null : Number(minor);
}
