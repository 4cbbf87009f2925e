import { Injectable } from '@nestjs/common';
import type { PricedItem } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NomenclatureRepository, type DefaultPriceLists, type PriceBookFilter } from './nomenclature.repository.js';

/** Prices as other modules need them: of chosen lists, at a chosen moment. */
@Injectable()
export class PriceBooks {
  constructor(private readonly repository: NomenclatureRepository) {}

  /**
   * The items with these codes that have a sale price in the list at that moment, in one query, ordered by code.
   * `costMinor` (minor units) is there when the cost list has one: strip it before it leaves for people
   * without `cost:read`.
   */
  async load(source: Actor | Transaction, filter: PriceBookFilter): Promise<PricedItem[]> {
    const rows = await this.repository.readPriceBook(source, filter);
    return rows.map((row) => ({
      itemId: row.item_id,
      code: row.code,
      name: row.name,
      unit: row.unit,
      priceMinor: Number(row.price_minor),
      ...(row.cost_minor !== null && { costMinor: Number(row.cost_minor) }),
    }));
  }

  /** The lists new estimates are priced by; null where the organization has set none. */
  defaultLists(tx: Transaction): Promise<DefaultPriceLists> {
    return this.repository.findDefaultPriceLists(tx);
  }
}
