'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { FormAction } from '../model/form-reducer';
import type { VariantForm } from '../model/types';
import { changeOf, inverseOf, isEditable } from './cell-edits';
import type { Rights } from './cell-edits';
import { copiedText } from './cell-text';
import type { GridRow } from './grid-rows';
import { at, blockOf } from './selection';
import type { Block, GridShape, Place, Selection } from './selection';

/** The cell that is typed in. */
export interface Editing {
  place: Place;
  /** What stands in the field at first, and whether typing replaces it. */
  text: string;
  replace: boolean;
  /** What stands in the field is no value: leaving it there puts back what was before. */
  invalid: boolean;
}

export interface GridInput {
  shape: GridShape;
  rows: ReadonlyMap<string, GridRow>;
  variant: VariantForm;
  rights: Rights;
  dispatch: (action: FormAction) => void;
}

export interface GridState extends GridInput {
  selection: Selection | null;
  block: Block | null;
  editing: Editing | null;
  /** The row whose quantity explains itself. */
  why: string | null;
  setWhy: Dispatch<SetStateAction<string | null>>;
  select: (selection: Selection) => void;
  edit: (place: Place, typed?: string) => boolean;
  /** Every keystroke that makes a value changes the estimate at once. */
  type: (text: string) => void;
  /** Puts back what was there before, when the field is left. */
  cancel: () => void;
  /** The field was left. */
  finish: () => void;
  canEdit: (place: Place) => boolean;
}

/** Which cell is worked in, what is selected, and the cell that is being typed in. */
export function useGridState(input: GridInput): GridState {
  const { shape, rows, variant, rights, dispatch } = input;
  const [selection, setSelection] = useState<Selection | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  // Taken away while it was typed in, by a colleague or with its closed group: its field is not to open again with it.
  if (editing && !shape.rows.includes(editing.place.row)) setEditing(null);
  const before = useRef<FormAction | null>(null);
  const cancelled = useRef(false);

  const canEdit = ({ row, column }: Place): boolean => {
    const found = rows.get(row);
    return found !== undefined && isEditable(found, column, rights);
  };
  const select = useCallback((next: Selection) => {
    setSelection(next);
    setWhy((open) => (open === next.active.row && next.active.column === 'quantity' ? open : null));
  }, []);

  /** Escape puts back what was there when typing began, not one keystroke ago. */
  const change = (row: GridRow, { column }: Place, text: string): boolean => {
    const next = changeOf(row, column, text);
    if (!next) return false;
    before.current ??= inverseOf(next, variant);
    dispatch(next);
    return true;
  };
  const edit = (place: Place, typed?: string): boolean => {
    const row = rows.get(place.row);
    if (!row || !canEdit(place)) return false;
    before.current = null;
    setSelection(at(place));
    const invalid = typed !== undefined && !change(row, place, typed);
    const text = typed ?? copiedText(row, place.column, '');
    setEditing({ place, text, replace: typed === undefined, invalid });
    if (typed !== undefined) setWhy(null);
    return true;
  };

  const type = (text: string): void => {
    const row = editing && rows.get(editing.place.row);
    setWhy(null);
    const isValue = row ? change(row, editing.place, text) : false;
    setEditing((known) => known && { ...known, invalid: !isValue });
  };
  const cancel = (): void => {
    setWhy(null);
    cancelled.current = true;
  };
  const finish = (): void => {
    if ((cancelled.current || editing?.invalid) && before.current) dispatch(before.current);
    cancelled.current = false;
    before.current = null;
    setEditing(null);
  };

  const block = useMemo(() => blockOf(shape, selection), [shape, selection]);
  return { ...input, selection, block, editing, why, setWhy, select, edit, type, cancel, finish, canEdit };
}
