'use client';

import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { formatDecimal } from '../../../shared/formatting';
import { manualIdOf } from './cell-edits';
import { CellField } from './cell-field';
import { amountText, shownText } from './cell-text';
import type { ColumnKey } from './columns';
import type { GridRow } from './grid-rows';
import type { Editing } from './use-grid-state';
import { WhyPopover } from './why-popover';
import classes from './lines.module.css';

/** What a row of the grid can ask for; the same functions all the time. */
export interface RowActions {
  type: (text: string) => void;
  finish: () => void;
  /** Takes the hand-made quantity back, or the hand-made line away. */
  clear: (rowKey: string) => void;
}

export interface LineRowProps {
  row: GridRow;
  /** Of a row that is no line. */
  adjustmentName: string;
  columns: readonly ColumnKey[];
  currency: string;
  readOnly: boolean;
  canDiscount: boolean;
  /** The column of the cell that is worked in, when it is in this row; the one Tab comes to when none is. */
  active: ColumnKey | null;
  /** First and last selected column, by index: two numbers, so that rows outside of a block are not painted. */
  from: number;
  to: number;
  editing: Editing | null;
  why: boolean;
  actions: RowActions;
}

/** On a phone, where columns have no heads, these say what they are. */
const INSIDE: ReadonlySet<ColumnKey> = new Set(['cost', 'margin', 'pay', 'dealer']);

/** Rows that did not change are not painted again: see steadyGroups. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, columns, active } = props;
  const words = useTranslations('estimates.lines.columns.full');
  return (
    <tr className={classes.row} data-line={row.kind === 'line' ? row.line.code : undefined} data-kind={row.kind}>
      {columns.map((column, index) => {
        const isSelected = index >= props.from && index <= props.to;
        const isEditable = isOpen(props, column);
        const cell = {
          className: classes.cell,
          'data-row': row.key,
          'data-column': column,
          'data-label': INSIDE.has(column) ? words(column) : undefined,
          'data-active': active === column || undefined,
          'data-selected': isSelected || undefined,
          'data-editable': isEditable || undefined,
          'aria-selected': isSelected,
          'aria-readonly': !isEditable,
          tabIndex: active === column ? 0 : -1,
          children: <Cell {...props} column={column} />,
        };
        return column === 'name' ? <th key={column} scope="row" {...cell} /> : <td key={column} {...cell} />;
      })}
    </tr>
  );
});

const isOpen = ({ row, readOnly, canDiscount }: LineRowProps, column: ColumnKey): boolean =>
  row.kind === 'line' && !readOnly && (column === 'quantity' || (column === 'discount' && canDiscount));

function Cell(props: LineRowProps & { column: ColumnKey }) {
  const { row, column, editing, actions, adjustmentName } = props;
  const t = useTranslations('estimates.lines');
  if (editing?.place.column === column && row.kind === 'line') {
    const isQuantity = column === 'quantity';
    const { name, unit } = row.line;
    return (
      <>
        <CellField
          label={isQuantity ? t('quantityOf', { name, unit }) : t('discountOf', { name })}
          text={editing.text}
          replace={editing.replace}
          problem={editing.invalid ? t(isQuantity ? 'quantityInvalid' : 'discountInvalid') : null}
          onType={actions.type}
          onLeave={actions.finish}
        />
        {isQuantity && props.why && <WhyPopover row={row} currency={props.currency} />}
      </>
    );
  }
  if (column === 'name') return <NameCell {...props} />;
  const text = shownText(row, column, adjustmentName);
  if (row.kind === 'adjustment') return <span>{text}</span>;
  if (column === 'quantity') return <QuantityCell {...props} text={text} />;
  if (column === 'discount') return <DiscountCell {...props} text={text} />;
  if (column === 'sum' && row.line.discount && row.line.discount.amountMinor !== 0) {
    return (
      <span>
        {text}
        <span className={classes.less}>−{amountText(row.line.discount.amountMinor)}</span>
      </span>
    );
  }
  return <span>{text}</span>;
}

function NameCell({ row, adjustmentName, readOnly, actions }: LineRowProps) {
  const t = useTranslations('estimates.lines');
  const isManual = manualIdOf(row) !== null;
  const name = row.kind === 'line' ? row.line.name : adjustmentName;
  return (
    <>
      <span className={classes.name}>
        {name}
        {row.place !== '' && <span className={classes.place}>{row.place}</span>}
        {row.kind === 'line' && row.line.overridden && <span className={classes.mark}>{t('changedByHand')}</span>}
        {isManual && <span className={classes.mark}>{t('addedByHand')}</span>}
      </span>
      {isManual && !readOnly && (
        <button
          type="button"
          className={classes.rowButton}
          tabIndex={-1}
          aria-label={t('removeLine', { name })}
          title={t('removeLine', { name })}
          onClick={() => actions.clear(row.key)}
        >
          <IconX size={15} aria-hidden />
        </button>
      )}
    </>
  );
}

function QuantityCell({ row, text, readOnly, why, currency, actions }: LineRowProps & { text: string }) {
  const t = useTranslations('estimates.lines');
  if (row.kind !== 'line') return null;
  const { overridden, computedQuantity, unit } = row.line;
  const reset = t('reset', { quantity: formatDecimal(computedQuantity ?? '0'), unit });
  return (
    <>
      {overridden && !readOnly && (
        <button
          type="button"
          className={classes.rowButton}
          tabIndex={-1}
          title={reset}
          aria-label={reset}
          onClick={() => actions.clear(row.key)}
        >
          <IconArrowBackUp size={15} aria-hidden />
        </button>
      )}
      <span data-overridden={overridden || undefined}>{text}</span>
      {why && <WhyPopover row={row} currency={currency} />}
    </>
  );
}

function DiscountCell({ row, text }: LineRowProps & { text: string }) {
  const t = useTranslations('estimates.lines');
  if (row.kind !== 'line') return null;
  const isOfCategory = row.line.discount?.by === 'category';
  return (
    <span data-inherited={isOfCategory || undefined} title={isOfCategory ? t('discountOfCategory') : undefined}>
      {text}
    </span>
  );
}
