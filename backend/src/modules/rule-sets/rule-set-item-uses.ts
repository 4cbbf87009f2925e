import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requiredItemCodes } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ItemUses, type ItemUse, type ItemUseSource, type NamedItem } from '../nomenclature/index.js';
import { RuleSets } from './rule-sets.service.js';

/** Tells the nomenclature which items the rules in force ask for. */
@Injectable()
export class RuleSetItemUses implements ItemUseSource, OnModuleInit {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly itemUses: ItemUses,
  ) {}

  onModuleInit(): void {
    this.itemUses.register(this);
  }

  async itemUsesOf(source: Actor | Transaction, item: NamedItem): Promise<ItemUse[]> {
    const rules = await this.ruleSets.current(source);
    if (!requiredItemCodes(rules).includes(item.code)) return [];
    return [{ kind: 'rules', id: rules.id, title: rules.title, orderId: null }];
  }
}
