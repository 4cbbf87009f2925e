import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { priceChanged, priceNotFound } from '../nomenclature.errors.js';
import { pricesChanged } from '../nomenclature.events.js';
import type { PriceRowDto, PutPriceDto } from './dto/price.dto.js';
import { PriceLists } from './price-lists.service.js';
import { PriceRowsRepository } from './price-rows.repository.js';
import { PricesRepository } from './prices.repository.js';
import { PricesService } from './prices.service.js';

/**
 * Puts and takes back single prices. The journal names the price, not its amount: who reads the journal may not be one who
 * reads what the firm pays; the amounts are in the history of prices.
 */
@Injectable()
export class WritePriceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lists: PriceLists,
    private readonly rows: PriceRowsRepository,
    private readonly repository: PricesRepository,
    private readonly reading: PricesService,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 404, 409 PRICE.CHANGED, PRICE_LIST.ARCHIVED, 422 PRICE.IN_THE_PAST */
  put(actor: Actor, place: { listId: string; itemId: string }, input: PutPriceDto): Promise<PriceRowDto> {
    const { listId, itemId } = place;
    return this.transactions.run(actor, async (tx) => {
      await this.lists.lockForPrices(tx, listId);
      await this.reading.row(tx, listId, itemId);
      const validFrom = await this.rows.momentOf(tx, input.validFrom);
      const current = await this.rows.amountAt(tx, listId, itemId, validFrom);
      if (current !== input.seenMinor) throw priceChanged(current);
      if (current !== input.amountMinor) {
        await this.rows.put(tx, { listId, validFrom, batchId: null }, [{ itemId, amountMinor: input.amountMinor }]);
        await this.events.record(tx, pricesChanged(listId, 1));
        const changes = { priceListId: listId, validFrom };
        await this.audit.write(tx, { action: 'price.put', entityType: 'item', entityId: itemId, changes });
      }
      return this.reading.row(tx, listId, itemId);
    });
  }

  /** A price that was a mistake: the one before it holds again. @throws AppError 404, 409 PRICE_LIST.ARCHIVED */
  withdraw(actor: Actor, priceId: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const place = await this.repository.findPlace(tx, priceId);
      if (!place) throw priceNotFound();
      const { listId, itemId } = place;
      await this.lists.lockForPrices(tx, listId);
      if (!(await this.rows.withdraw(tx, priceId))) throw priceNotFound();
      await this.events.record(tx, pricesChanged(listId, 1));
      const changes = { priceListId: listId, priceId };
      await this.audit.write(tx, { action: 'price.withdrawn', entityType: 'item', entityId: itemId, changes });
    });
  }
}
