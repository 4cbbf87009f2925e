import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NomenclatureRepository, type CategoryRow } from './nomenclature.repository.js';

/** What the items of an organization are sorted into. */
@Injectable()
export class Categories {
  constructor(private readonly repository: NomenclatureRepository) {}

  /** All of them, in the organization's own order. */
  list(source: Actor | Transaction): Promise<CategoryRow[]> {
    return this.repository.listCategories(source);
  }
}
