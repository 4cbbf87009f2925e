import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { forbidden } from '../../../platform/http/index.js';
import {
  priceListArchived,
  priceListChanged,
  priceListInvalid,
  priceListIsDefault,
  priceListNotFound,
} from '../nomenclature.errors.js';
import { priceListEvent } from '../nomenclature.events.js';
import type { CreatePriceListDto, PriceListDto, UpdatePriceListDto } from './dto/price-list.dto.js';
import { PriceListsRepository } from './price-lists.repository.js';
import { readableKinds } from './price-rights.js';

/** More than these cannot be told apart; every list of them is whole. */
const MOST = 500;

/** The lists an organization has its prices in. */
@Injectable()
export class PriceLists {
  constructor(
    private readonly repository: PriceListsRepository,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, withArchived: boolean): Promise<PriceListDto[]> {
    return this.repository.list(actor, withArchived);
  }

  /** @throws AppError 404 */
  async get(source: Actor | Transaction, id: string): Promise<PriceListDto> {
    const list = await this.repository.find(source, id);
    if (!list) throw priceListNotFound();
    return list;
  }

  /**
   * The list, whose prices nobody else writes until the transaction is over.
   * @throws AppError 404, 409 PRICE_LIST.ARCHIVED
   */
  async lockForPrices(tx: Transaction, id: string): Promise<PriceListDto> {
    const list = await this.repository.lock(tx, id);
    if (!list) throw priceListNotFound();
    if (list.archived) throw priceListArchived();
    return list;
  }

  /** @throws AppError 403 for a kind the person may not read, 409 PRICE_LIST.NAME_TAKEN, 422 PRICE_LIST.INVALID */
  create(actor: Actor, input: CreatePriceListDto, idempotency: IdempotencyRequest | null): Promise<PriceListDto> {
    const { name, kind, currency = null, validFrom = null, validUntil = null } = input;
    if (!readableKinds(actor).includes(kind)) throw forbidden('ACCESS.NOT_ALLOWED');
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      if ((await this.repository.count(tx)) >= MOST) throw priceListInvalid('kind', 'TOO_MANY');
      const id = await this.repository.insert(tx, { name, kind, currency, validFrom, validUntil });
      await this.journal(tx, id, 'created', { name, kind });
      return this.get(tx, id);
    });
  }

  /**
   * @throws AppError 404, 409 PRICE_LIST.CHANGED, PRICE_LIST.IS_DEFAULT, PRICE_LIST.NAME_TAKEN, 422 PRICE_LIST.INVALID
   */
  update(actor: Actor, id: string, input: UpdatePriceListDto): Promise<PriceListDto> {
    return this.transactions.run(actor, async (tx) => {
      const list = await this.lockCurrent(tx, id, input.version);
      const { version: _, ...patch } = input;
      const { archived = list.archived, validFrom = list.validFrom, validUntil = list.validUntil } = patch;
      const always = !archived && validFrom === null && validUntil === null;
      if (list.isDefault && !always) throw priceListIsDefault();
      if (patch.isDefault && !always) throw priceListInvalid('isDefault', 'HOLDS_NOT_ALWAYS');
      if (patch.isDefault && list.currency !== (await this.repository.organizationCurrency(tx))) {
        throw priceListInvalid('isDefault', 'OTHER_CURRENCY');
      }
      if (!(await this.repository.update(tx, list, patch))) throw priceListChanged(list.version);
      await this.journal(tx, id, 'updated', patch);
      return this.get(tx, id);
    });
  }

  /** Only one without any prices, that no estimate was priced by. @throws AppError 404, 409 */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const list = await this.lockCurrent(tx, id, version);
      if (list.isDefault) throw priceListIsDefault();
      if (!(await this.repository.remove(tx, list))) throw priceListChanged(list.version);
      await this.journal(tx, id, 'deleted', { name: list.name });
    });
  }

  private async lockCurrent(tx: Transaction, id: string, version: number): Promise<PriceListDto> {
    const list = await this.repository.lock(tx, id);
    if (!list) throw priceListNotFound();
    if (list.version !== version) throw priceListChanged(list.version);
    return list;
  }

  private async journal(
    tx: Transaction,
    id: string,
    what: 'created' | 'updated' | 'deleted',
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.events.record(tx, priceListEvent(what, id));
    await this.audit.write(tx, { action: `price-list.${what}`, entityType: 'price_list', entityId: id, changes });
  }
}
