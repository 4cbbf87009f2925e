'use client';

import type { Item } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { CSSProperties, FocusEvent } from 'react';
import { currencySign } from '../../../shared/formatting';
import type { FormAction } from '../model/form-reducer';
import type { VariantForm } from '../model/types';
import type { Rights } from './cell-edits';
import { placeOf } from './cell-focus';
import { layoutOf } from './columns';
import type { ColumnKey } from './columns';
import type { GridRow, RowGroup } from './grid-rows';
import { LineGroup } from './line-group';
import type { RowActions } from './line-row';
import { NOWHERE, placeInGroup } from './place-in-group';
import type { PlaceInGroup } from './place-in-group';
import { at } from './selection';
import { useAdjustmentName } from './use-adjustment-name';
import { useClearing } from './use-clearing';
import { useGridClipboard } from './use-grid-clipboard';
import type { PasteOutcome } from './use-grid-clipboard';
import { useGridKeys } from './use-grid-keys';
import { useGridPointer } from './use-grid-pointer';
import { useGridState } from './use-grid-state';
import classes from './lines.module.css';

export interface LineGridProps {
  estimateId: string;
  groups: RowGroup[];
  collapsed: ReadonlySet<string>;
  columns: readonly ColumnKey[];
  variant: VariantForm;
  currency: string;
  rights: Rights;
  dispatch: (action: FormAction) => void;
  onCollapse: (key: string) => void;
  onAddItem: (item: Item, roomId: string | null) => void;
  onOpenRoom: (roomId: string) => void;
  onPasted: (outcome: PasteOutcome) => void;
  /** Rows that are to become lines of a room. */
  onRows: (text: string, roomId: string | null) => void;
}

const roomOf = (row: GridRow): string | null => (row.kind === 'line' ? row.line.roomId : row.adjustment.roomId);

/** Lines as a spreadsheet: one cell is worked in, the keyboard goes everywhere, blocks are copied and pasted. */
export function LineGrid(props: LineGridProps) {
  const { groups, collapsed, columns, variant, currency, rights, dispatch } = props;
  const t = useTranslations('estimates.lines');
  const grid = useRef<HTMLTableElement>(null);
  const nameOf = useAdjustmentName();
  const open = groups.filter(({ key }) => !collapsed.has(key)).flatMap((group) => group.rows);
  const shape = { rows: open.map(({ key }) => key), columns };
  const rows = useMemo(() => new Map(groups.flatMap((group) => group.rows.map((row) => [row.key, row]))), [groups]);
  const state = useGridState({ shape, rows, variant, rights, dispatch });
  const { selection, block, editing } = state;
  const clearing = useClearing({ grid, state });
  const onKeyDown = useGridKeys({ grid, state, onClear: clearing.clearBlock });
  const pointer = useGridPointer(state);
  const clipboard = useGridClipboard({
    state,
    nameOf,
    onPasted: props.onPasted,
    onRows: (text, row) => props.onRows(text, roomOf(row)),
  });

  const latest = useRef({ state, clearing });
  useEffect(() => {
    latest.current = { state, clearing };
  });
  const actions = useMemo<RowActions>(
    () => ({
      type: (text) => latest.current.state.type(text),
      finish: () => latest.current.state.finish(),
      clear: (rowKey) => latest.current.clearing.clearRow(rowKey),
    }),
    [],
  );
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place) state.select(at(place));
  };

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) state.setWhy(null);
  };

  // Tab comes to the first quantity while no cell was worked in.
  const isShown = selection !== null && rows.has(selection.active.row);
  const active = isShown ? selection.active : { row: shape.rows[0], column: 'quantity' as const };
  const { template, leastWidth } = layoutOf(columns);
  const place = { active, block, editing, why: state.why };
  const indexOf = new Map(shape.rows.map((key, index) => [key, index]));
  const placeIn = ({ key, rows: own }: RowGroup): PlaceInGroup => {
    const first = collapsed.has(key) ? undefined : indexOf.get(own[0]?.key ?? '');
    return first === undefined ? NOWHERE : placeInGroup(place, own, first);
  };

  return (
    <table
      ref={grid}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table is what a grid is made of
      role="grid"
      aria-label={t('title')}
      aria-multiselectable
      className={classes.grid}
      style={{ '--columns': template, '--least-width': `${leastWidth}px` } as CSSProperties}
      {...{ onKeyDown, onFocus, onBlur, ...pointer, ...clipboard }}
    >
      <Head columns={columns} currency={currency} />
      {groups.map((group) => (
        <LineGroup
          key={group.key}
          group={group}
          isOpen={!collapsed.has(group.key)}
          {...placeIn(group)}
          {...{ columns, currency, nameOf, actions }}
          readOnly={rights.readOnly}
          canDiscount={rights.canDiscount}
          estimateId={props.estimateId}
          onCollapse={props.onCollapse}
          onOpenRoom={props.onOpenRoom}
          onAddItem={props.onAddItem}
          onRows={props.onRows}
        />
      ))}
    </table>
  );
}

function Head({ columns, currency }: Pick<LineGridProps, 'columns' | 'currency'>) {
  const t = useTranslations('estimates.lines.columns');
  const sign = currencySign(currency);
  return (
    <thead className={classes.head}>
      <tr className={classes.row}>
        {columns.map((column) => (
          <th key={column} scope="col" className={classes.cell} data-column={column} title={t(`hint.${column}`)}>
            {t(column, { currency: sign })}
          </th>
        ))}
      </tr>
    </thead>
  );
}
