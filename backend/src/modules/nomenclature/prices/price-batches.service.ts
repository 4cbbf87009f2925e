import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { encodeCursor, pageOf, type PageQuery } from '../../../platform/http/index.js';
import { decodeKeyset } from '../../../platform/http/keyset-cursor.js';
import { batchNotFound, batchUndone } from '../nomenclature.errors.js';
import { pricesChanged } from '../nomenclature.events.js';
import type { PriceBatchDto, PriceBatchPageDto, UndonePriceBatchDto } from './dto/price-batch.dto.js';
import { PriceBatchesRepository } from './price-batches.repository.js';
import { PriceLists } from './price-lists.service.js';
import { PriceRowsRepository } from './price-rows.repository.js';

const NEWEST_FIRST = '-createdAt';

/** Prices that were put together, and taking them back together. */
@Injectable()
export class PriceBatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: PriceBatchesRepository,
    private readonly lists: PriceLists,
    private readonly rows: PriceRowsRepository,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 404 */
  async get(source: Actor | Transaction, id: string): Promise<PriceBatchDto> {
    const batch = await this.repository.find(source, id);
    if (!batch) throw batchNotFound();
    return batch;
  }

  /** @throws AppError 404 */
  async list(actor: Actor, listId: string, { limit, cursor }: PageQuery): Promise<PriceBatchPageDto> {
    const list = await this.lists.get(actor, listId);
    const after = decodeKeyset(NEWEST_FIRST, cursor, 'timestamp');
    const rows = await this.repository.list(actor, list.id, after, limit + 1);
    return pageOf(rows, limit, (last) => encodeCursor(NEWEST_FIRST, [last.createdAt, last.id]));
  }

  /**
   * Every price is what it would be without the batch; what was put over its prices since stays.
   * @throws AppError 404, 409 PRICE_BATCH.UNDONE, PRICE_LIST.ARCHIVED
   */
  undo(actor: Actor, id: string): Promise<UndonePriceBatchDto> {
    return this.transactions.run(actor, async (tx) => {
      const { priceListId, count } = await this.get(tx, id);
      await this.lists.lockForPrices(tx, priceListId);
      const keptChanges = await this.rows.undoBatch(tx, id);
      if (keptChanges === null) throw batchUndone();
      await this.events.record(tx, pricesChanged(priceListId, count));
      const changes = { batchId: id, count, keptChanges };
      await this.audit.write(tx, { action: 'prices.undone', entityType: 'price_list', entityId: priceListId, changes });
      return { batch: await this.get(tx, id), keptChanges };
    });
  }
}
