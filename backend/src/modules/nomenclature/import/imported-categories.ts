import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Transaction } from '../../../platform/database/index.js';
import type { PlannedRow } from '../../imports/index.js';
import { CategoryPaths, splitPath, type CategoryNode } from './category-paths.js';
import { ItemsImportRepository } from './items-import.repository.js';

/** Where the rows of a stretch belong, and which categories were made for them. */
export class PlacedRows {
  constructor(
    private readonly paths: CategoryPaths,
    private readonly made: ReadonlyMap<number, readonly string[]>,
  ) {}

  /** Null when the row says nothing about its category. */
  idOf({ values }: PlannedRow): string | null {
    const path = values['category'];
    return typeof path === 'string' ? this.paths.find(path) : null;
  }

  /** The categories made because of a row, from the root down. */
  madeFor(rowNumber: number): readonly string[] {
    return this.made.get(rowNumber) ?? [];
  }
}

/** The categories that rows name: made where they are missing, taken away again with the rows that made them. */
@Injectable()
export class ImportedCategories {
  constructor(private readonly repository: ItemsImportRepository) {}

  async place(tx: Transaction, rows: readonly PlannedRow[]): Promise<PlacedRows> {
    const paths = new CategoryPaths(await this.repository.listCategories(tx));
    const made = new Map<number, string[]>();
    for (const { rowNumber, values } of rows) {
      const path = values['category'];
      if (typeof path !== 'string' || paths.find(path) !== null) continue;
      made.set(rowNumber, await this.make(tx, paths, splitPath(path)));
    }
    return new PlacedRows(paths, made);
  }

  /** Rows come last first, and so do their categories: a child before its parent. What holds something by now stays. */
  async forgetEmpty(tx: Transaction, rows: readonly PlannedRow[]): Promise<void> {
    for (const { trace } of rows) {
      const categories: unknown = trace?.['categories'];
      if (!Array.isArray(categories)) continue;
      for (const id of categories.toReversed()) await this.repository.deleteEmptyCategory(tx, String(id));
    }
  }

  private async make(tx: Transaction, paths: CategoryPaths, names: readonly string[]): Promise<string[]> {
    const made: string[] = [];
    let parentId: string | null = null;
    for (const [depth, name] of names.entries()) {
      const known = paths.findWhole(names.slice(0, depth + 1));
      const node: CategoryNode = { id: known ?? newId(), parent_id: parentId, name };
      parentId = node.id;
      if (known !== null) continue;
      await this.repository.insertCategory(tx, node);
      paths.add(node);
      made.push(node.id);
    }
    return made;
  }
}
