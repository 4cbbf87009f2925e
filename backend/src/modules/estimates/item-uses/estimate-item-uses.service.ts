import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { ItemUses, type ItemUse, type ItemUseSource, type NamedItem } from '../../nomenclature/index.js';
import { EstimateItemUsesRepository } from './estimate-item-uses.repository.js';

/** Tells the nomenclature which estimates and templates name an item. */
@Injectable()
export class EstimateItemUses implements ItemUseSource, OnModuleInit {
  constructor(
    private readonly repository: EstimateItemUsesRepository,
    private readonly itemUses: ItemUses,
  ) {}

  onModuleInit(): void {
    this.itemUses.register(this);
  }

  async itemUsesOf(source: Actor | Transaction, item: NamedItem): Promise<ItemUse[]> {
    const templates = await this.repository.listTemplates(source, item.code);
    return [...templates, ...(await this.repository.listEstimates(source, item.id))];
  }
}
