import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { ItemUseDto } from './dto/item-use.dto.js';

/** Where an item is named. */
export type ItemUse = ItemUseDto;

export interface NamedItem {
  readonly id: string;
  readonly code: string;
}

/** A module that names items, seen from here. */
export interface ItemUseSource {
  /** Its places that name the item, a few dozen at most, of the whole organization whoever asks. */
  itemUsesOf(source: Actor | Transaction, item: NamedItem): Promise<ItemUse[]>;
}

/**
 * Where modules that name items put themselves (in `onModuleInit`): what is used is archived instead of deleted and keeps
 * its code, without the nomenclature knowing who uses it.
 */
@Injectable()
export class ItemUses {
  private readonly sources: ItemUseSource[] = [];

  register(source: ItemUseSource): void {
    this.sources.push(source);
  }

  async of(source: Actor | Transaction, item: NamedItem): Promise<ItemUse[]> {
    const found: ItemUse[] = [];
    // One after another: within a transaction they share its connection.
    for (const one of this.sources) found.push(...(await one.itemUsesOf(source, item)));
    return found;
  }
}
