'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { VariantChange } from '../model/form-reducer';
import { offerUndo } from '../../../shared/ui/offer-undo';
import { clearOf, inverseOf } from './cell-edits';
import { focusCell } from './cell-focus';
import { placeFrom, placesOf } from './selection';
import type { GridState } from './use-grid-state';

interface ClearingInput {
  grid: RefObject<HTMLElement | null>;
  state: GridState;
}

const idOf = (change: VariantChange): string => JSON.stringify(change);

/** What Delete does: hand-made values and lines go; lines that went can be fetched back by a message. */
export function useClearing({ grid, state }: ClearingInput) {
  const t = useTranslations('estimates.lines');
  const { shape, rows, variant, rights, dispatch } = state;

  const apply = (wanted: readonly VariantChange[]): void => {
    const changes = [...new Map(wanted.map((change) => [idOf(change), change])).values()];
    if (changes.length === 0) return;
    const removed = changes.filter(({ type }) => type === 'remove-line').length;
    // Lines go back to where they were, the first one first.
    const inverse = changes
      .flatMap((change) => inverseOf(change, variant) ?? [])
      .toSorted((a, b) => (a.type === 'restore-line' && b.type === 'restore-line' ? a.index - b.index : 0));
    const variantId = variant.id;
    dispatch({ type: 'together', variantId, actions: changes });
    if (removed === 0) return;
    offerUndo(removed === 1 ? t('removed') : t('removedMany', { count: removed }), () =>
      dispatch({ type: 'together', variantId, actions: inverse }),
    );
  };

  const clearBlock = (): void => {
    const { block, selection } = state;
    if (rights.readOnly || !block || !selection) return;
    const places = placesOf(shape, block).flat();
    const changes = places.flatMap(({ row, column }) => {
      const found = rows.get(row);
      if (!found || (column === 'discount' && !rights.canDiscount)) return [];
      return clearOf(found, column, variant) ?? [];
    });
    apply(changes);
    if (!changes.some(({ type }) => type === 'remove-line')) return;
    // The focus would be lost with the row it is in.
    const { active } = selection;
    const below = placeFrom(shape, { row: shape.rows[block.bottom] ?? active.row, column: active.column }, { rows: 1 });
    const above = placeFrom(shape, { row: shape.rows[block.top] ?? active.row, column: active.column }, { rows: -1 });
    focusCell(grid.current, block.bottom + 1 < shape.rows.length ? below : above);
  };

  const clearRow = (rowKey: string): void => {
    const row = rows.get(rowKey);
    const change = row && clearOf(row, 'quantity', variant);
    if (change) apply([change]);
  };

  return { clearBlock, clearRow };
}
