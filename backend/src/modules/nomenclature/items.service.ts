import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { encodeCursor, pageOf } from '../../platform/http/index.js';
import { decodeKeyset } from '../../platform/http/keyset-cursor.js';
import { EstimatePrices } from './estimate-prices.js';
import type { ItemDto, ItemPageDto } from './dto/item.dto.js';
import type { ListItemsQueryDto } from './dto/list-items.query.dto.js';
import { NomenclatureRepository, type ItemRow } from './nomenclature.repository.js';

const SORT = 'name';

@Injectable()
export class ItemsService {
  constructor(
    private readonly repository: NomenclatureRepository,
    private readonly estimatePrices: EstimatePrices,
  ) {}

  async list(actor: Actor, query: ListItemsQueryDto): Promise<ItemPageDto> {
    const withCost = actor.permissions.has('cost:read');
    const { estimateId } = query;
    const rows = await this.repository.listItems(actor, {
      text: query.query?.trim() || null,
      categoryId: query.categoryId ?? null,
      codes: query.codes ?? null,
      after: decodeKeyset(SORT, query.cursor, 'text'),
      limit: query.limit,
      withCost,
      terms: estimateId === undefined ? null : await this.estimatePrices.termsOf(actor, estimateId),
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(SORT, [last.name, last.id]));
    return { items: page.items.map((row) => toItem(row, withCost)), nextCursor: page.nextCursor };
  }
}

function toItem(row: ItemRow, withCost: boolean): ItemDto {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    kind: row.kind,
    category: { id: row.category_id, name: row.category_name },
    priceMinor: amountOf(row.price_minor),
    ...(withCost && { costMinor: amountOf(row.cost_minor), payMinor: amountOf(row.pay_minor) }),
  };
}

function amountOf(minor: string | null): number | null {
  return minor === null ? null : Number(minor);
}
