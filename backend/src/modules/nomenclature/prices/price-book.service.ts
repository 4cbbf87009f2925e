import { Injectable } from '@nestjs/common';
import type { PricedItem } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { PriceBooksRepository, type DefaultPriceLists, type PriceBookFilter } from './price-books.repository.js';

/** Prices as other modules need them: of chosen lists, at a chosen moment. */
@Injectable()
export class PriceBooks {
  constructor(private readonly repository: PriceBooksRepository) {}

  /**
   * The items with these codes that have a sale price in the list at that moment, in one query, ordered by code.
   * `costMinor` (minor units) is there when it is known: of a material its purchase has to be. Strip it and `payMinor` before
   * they leave for people without `cost:read`.
   */
  async load(source: Actor | Transaction, filter: PriceBookFilter): Promise<PricedItem[]> {
    const rows = await this.repository.readPriceBook(source, filter);
    return rows.map((row) => ({
      itemId: row.item_id,
      code: row.code,
      name: row.name,
      unit: row.unit,
      categoryId: row.category_id,
      kind: row.kind,
      priceMinor: Number(row.price_minor),
      ...(row.cost_minor !== null && { costMinor: Number(row.cost_minor) }),
      ...(row.pay_minor !== null && { payMinor: Number(row.pay_minor) }),
      ...(row.dealer_minor !== null && { dealerMinor: Number(row.dealer_minor) }),
    }));
  }

  /** The lists new estimates are priced by; null where the organization has set none. */
  defaultLists(source: Actor | Transaction): Promise<DefaultPriceLists> {
    return this.repository.findDefaultPriceLists(source);
  }
}
