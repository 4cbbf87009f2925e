import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { categoryChanged, categoryNotFound, categoryPlaceRefused } from '../nomenclature.errors.js';
import { categoryEvent } from '../nomenclature.events.js';
import { CategoriesRepository, type CategoryRow } from './categories.repository.js';
import { inTreeOrder, placeProblem, siblingsWith, type CategoryPlace } from './category-tree.js';
import type { CategoryDto, CreateCategoryDto, UpdateCategoryDto } from './dto/category.dto.js';

/** More than this nobody drags about; every list of them is whole. */
const MOST = 1000;

/** What the items of an organization are sorted into: a tree. */
@Injectable()
export class Categories {
  constructor(
    private readonly repository: CategoriesRepository,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** All of them as the tree is read from above, in the organization's own order. */
  async list(source: Actor | Transaction): Promise<{ id: string; name: string }[]> {
    return (await this.tree(source)).map(({ id, name }) => ({ id, name }));
  }

  /** The same with their places. */
  async tree(source: Actor | Transaction): Promise<CategoryDto[]> {
    return inTreeOrder(await this.repository.list(source)).map(toCategory);
  }

  /** @throws AppError 409 CATEGORY.NAME_TAKEN, 422 CATEGORY.PLACE_REFUSED */
  create(actor: Actor, input: CreateCategoryDto, idempotency: IdempotencyRequest | null): Promise<CategoryDto> {
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      const tree = await this.repository.lockTree(tx);
      if (tree.length >= MOST) throw categoryPlaceRefused('parentId', 'TOO_MANY');
      const place = { parentId: input.parentId ?? null, beforeId: input.beforeId ?? null };
      checkPlace(tree, null, place);
      const id = await this.repository.insert(tx, { name: input.name, parentId: place.parentId });
      await this.repository.arrange(tx, siblingsWith(tree, id, place));
      await this.journal(tx, 'created', id, { name: input.name });
      return { id, name: input.name, parentId: place.parentId, version: 1 };
    });
  }

  /**
   * Renames it, moves it with all below it, or both.
   * @throws AppError 404, 409 CATEGORY.CHANGED, CATEGORY.NAME_TAKEN, 422 CATEGORY.PLACE_REFUSED
   */
  update(actor: Actor, id: string, input: UpdateCategoryDto): Promise<CategoryDto> {
    return this.transactions.run(actor, async (tx) => {
      const tree = await this.repository.lockTree(tx);
      const before = this.current(tree, id, input.version);
      const moved = input.parentId !== undefined || input.beforeId !== undefined;
      const parentId = input.parentId === undefined ? before.parentId : input.parentId;
      const place = { parentId, beforeId: input.beforeId ?? null };
      if (moved) checkPlace(tree, id, place);
      const name = input.name ?? before.name;
      if (!(await this.repository.update(tx, before, { name, parentId }))) throw categoryChanged(before.version);
      if (moved) await this.repository.arrange(tx, siblingsWith(tree, id, place));
      await this.journal(tx, 'updated', id, {
        ...(name !== before.name && { name: { before: before.name, after: name } }),
        ...(moved && { place: { before: before.parentId, after: parentId, beforeId: place.beforeId } }),
      });
      return { id, name, parentId, version: before.version + 1 };
    });
  }

  /** Only an empty one. @throws AppError 404, 409 CATEGORY.CHANGED, CATEGORY.NOT_EMPTY */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const category = this.current(await this.repository.lockTree(tx), id, version);
      if (!(await this.repository.remove(tx, category))) throw categoryChanged(category.version);
      await this.journal(tx, 'deleted', id, { name: category.name });
    });
  }

  private current(tree: readonly CategoryRow[], id: string, version: number): CategoryRow {
    const category = tree.find((one) => one.id === id);
    if (!category) throw categoryNotFound();
    if (category.version !== version) throw categoryChanged(category.version);
    return category;
  }

  private async journal(
    tx: Transaction,
    what: 'created' | 'updated' | 'deleted',
    id: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.events.record(tx, categoryEvent(what, id));
    await this.audit.write(tx, { action: `category.${what}`, entityType: 'category', entityId: id, changes });
  }
}

function checkPlace(tree: readonly CategoryRow[], id: string | null, place: CategoryPlace): void {
  const problem = placeProblem(tree, id, place);
  if (problem) throw categoryPlaceRefused(problem.path, problem.code);
}

const toCategory = ({ id, name, parentId, version }: CategoryRow): CategoryDto => ({ id, name, parentId, version });
