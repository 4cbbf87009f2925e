'use client';

import type { ClipboardEvent } from 'react';
import { inverseOf } from './cell-edits';
import { placeAround } from './cell-focus';
import { copiedText } from './cell-text';
import { parseTsv, toHtmlTable, toTsv } from './clipboard';
import type { GridRow } from './grid-rows';
import { pasteCells } from './paste-cells';
import type { RefusedValue } from './paste-cells';
import { placesOf } from './selection';
import type { GridState } from './use-grid-state';
import type { FormAction } from '../model/form-reducer';

/** What a paste did, for the message about it. */
export interface PasteOutcome {
  count: number;
  refused: RefusedValue[];
  /** Puts back what was there before. */
  inverse: Extract<FormAction, { type: 'together' }>;
}

interface ClipboardInput {
  state: GridState;
  nameOf: (row: GridRow) => string;
  onPasted: (outcome: PasteOutcome) => void;
  /** Text pasted where lines begin: rows that are to become lines. */
  onRows: (text: string, row: GridRow) => void;
}

/** Events of the clipboard come from the browser's own commands: no permission is needed and every layout has them. */
export function useGridClipboard({ state, nameOf, onPasted, onRows }: ClipboardInput) {
  const { shape, rows, block, selection, rights, variant, dispatch } = state;

  const onCopy = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || !block) return;
    const cells = placesOf(shape, block).map((places) =>
      places.map(({ row, column }) => {
        const found = rows.get(row);
        return found ? copiedText(found, column, nameOf(found)) : '';
      }),
    );
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(cells));
    event.clipboardData.setData('text/html', toHtmlTable(cells));
  };

  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || !selection || !placeAround(event.target)) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const cells = parseTsv(text);
    const row = rows.get(selection.active.row);
    if (cells.length === 0 || !row) return;
    if (selection.active.column === 'name') {
      onRows(text, row);
      return;
    }
    const { changes, refused, covered } = pasteCells({ shape, rows, selection, rights, block: cells });
    const inverse = changes.flatMap((change) => inverseOf(change, variant) ?? []);
    const variantId = variant.id;
    if (changes.length > 0) dispatch({ type: 'together', variantId, actions: changes });
    if (covered) state.select(covered);
    onPasted({
      count: changes.length,
      refused,
      inverse: { type: 'together', variantId, actions: inverse.toReversed() },
    });
  };

  return { onCopy, onPaste };
}
