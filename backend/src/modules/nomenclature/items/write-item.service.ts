import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { CustomFields } from '../../custom-fields/index.js';
import {
  barcodeTaken,
  itemChanged,
  itemCodeInUse,
  itemCodeTaken,
  itemInUse,
  itemNotFound,
  itemPictureUnknown,
} from '../nomenclature.errors.js';
import { itemEvent } from '../nomenclature.events.js';
import type { ItemDto } from './dto/item.dto.js';
import type { CreateItemDto, UpdateItemDto } from './dto/item-input.dto.js';
import { itemChanges } from './item-changes.js';
import { ItemRowsRepository, type LockedItem, type StateStep } from './item-rows.repository.js';
import { ItemUses } from './item-uses.js';
import { ItemsService } from './items.service.js';

const DONE: Readonly<Record<StateStep, Parameters<typeof itemEvent>[0]>> = {
  archive: 'archived',
  unarchive: 'unarchived',
  delete: 'deleted',
  undelete: 'restored',
};

type ItemParts = Pick<UpdateItemDto, 'barcodes' | 'pictures'>;

/** Makes, changes, archives, throws away and brings back items, each in one transaction on the version the person saw. */
@Injectable()
export class WriteItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: ItemRowsRepository,
    private readonly reading: ItemsService,
    private readonly uses: ItemUses,
    private readonly customFields: CustomFields,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 409 ITEM.CODE_TAKEN, ITEM.BARCODE_TAKEN, 422 */
  create(actor: Actor, input: CreateItemDto, idempotency: IdempotencyRequest | null): Promise<ItemDto> {
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const { fields: sent = {}, ...columns } = input;
      const fields = await this.customFields.check(tx, 'item', sent);
      const id = await this.rows.insert(tx, { ...columns, fields });
      await this.writeParts(tx, id, input);
      await this.journal(tx, id, 'created', { code: input.code, name: input.name });
      return this.reading.get(tx, id);
    });
  }

  /** @throws AppError 404, 409 ITEM.CHANGED, ITEM.CODE_IN_USE, ITEM.CODE_TAKEN, ITEM.BARCODE_TAKEN, 422 */
  update(actor: Actor, id: string, input: UpdateItemDto): Promise<ItemDto> {
    return this.transactions.run(actor, async (tx) => {
      const item = await this.lockCurrent(tx, id, input.version);
      if (item.state === 'deleted') throw itemNotFound();
      const before = await this.reading.get(tx, id);
      const { fields: sent, ...columns } = input;
      const fields = sent && (await this.customFields.check(tx, 'item', sent));
      if (input.code !== undefined && input.code !== item.code) await this.checkNewCode(tx, item, input.code);
      if (!(await this.rows.update(tx, item, { ...columns, fields }))) throw itemChanged(item.version);
      await this.writeParts(tx, id, input);
      const after = await this.reading.get(tx, id);
      const changes = itemChanges(before, after);
      if (Object.keys(changes).length > 0) await this.journal(tx, id, 'updated', changes);
      return after;
    });
  }

  /** Offers it no more; what uses it goes on with it. @throws AppError 404, 409 ITEM.CHANGED */
  archive(actor: Actor, id: string, version: number): Promise<ItemDto> {
    return this.step(actor, { id, version }, (_tx, item) => {
      if (item.state !== 'active') throw itemNotFound();
      return Promise.resolve('archive');
    });
  }

  /** Out of the archive or out of the trash. @throws AppError 404, 409 ITEM.CHANGED */
  restore(actor: Actor, id: string, version: number): Promise<ItemDto> {
    return this.step(actor, { id, version }, (_tx, item) => {
      if (item.state === 'active') throw itemNotFound();
      return Promise.resolve(item.state === 'deleted' ? 'undelete' : 'unarchive');
    });
  }

  /** Into the trash: only what nothing uses. @throws AppError 404, 409 ITEM.CHANGED, ITEM.IN_USE */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.step(actor, { id, version }, async (tx, item) => {
      if (item.state === 'deleted') throw itemNotFound();
      if ((await this.uses.of(tx, item)).length > 0) throw itemInUse();
      return 'delete';
    });
  }

  private step(
    actor: Actor,
    { id, version }: { id: string; version: number },
    decide: (tx: Transaction, item: LockedItem) => Promise<StateStep>,
  ): Promise<ItemDto> {
    return this.transactions.run(actor, async (tx) => {
      const item = await this.lockCurrent(tx, id, version);
      const step = await decide(tx, item);
      if (!(await this.rows.setState(tx, item, step))) throw itemChanged(item.version);
      await this.journal(tx, id, DONE[step]);
      return this.reading.get(tx, id);
    });
  }

  private async lockCurrent(tx: Transaction, id: string, version: number): Promise<LockedItem> {
    const item = await this.rows.lock(tx, id);
    if (!item) throw itemNotFound();
    if (item.version !== version) throw itemChanged(item.version);
    return item;
  }

  private async checkNewCode(tx: Transaction, item: LockedItem, code: string): Promise<void> {
    if ((await this.uses.of(tx, item)).length > 0) throw itemCodeInUse();
    const holder = await this.rows.findByCode(tx, code);
    if (holder) throw itemCodeTaken(holder);
  }

  private async writeParts(tx: Transaction, id: string, { barcodes, pictures }: ItemParts): Promise<void> {
    if (barcodes) await this.writeBarcodes(tx, id, barcodes);
    if (!pictures) return;
    const [unknown] = await this.rows.replacePictures(tx, id, pictures);
    if (unknown !== undefined) throw itemPictureUnknown(pictures.indexOf(unknown));
  }

  private async writeBarcodes(tx: Transaction, id: string, barcodes: readonly string[]): Promise<void> {
    const [taken] = await this.rows.replaceBarcodes(tx, id, barcodes);
    if (taken === undefined) return;
    const holder = await this.rows.findByBarcode(tx, taken);
    if (!holder) throw new Error(`barcode ${taken} is neither free nor taken`);
    throw barcodeTaken(taken, holder);
  }

  private async journal(
    tx: Transaction,
    id: string,
    what: Parameters<typeof itemEvent>[0],
    changes?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.events.record(tx, itemEvent(what, id));
    await this.audit.write(tx, {
      action: `item.${what}`,
      entityType: 'item',
      entityId: id,
      ...(changes && { changes }),
    });
  }
}
