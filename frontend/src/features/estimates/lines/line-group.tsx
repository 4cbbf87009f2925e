'use client';

import type { Item } from '@smet/api-client';
import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { ColumnKey } from './columns';
import { GroupFoot } from './group-foot';
import { GroupHead } from './group-head';
import type { GridRow, RowGroup } from './grid-rows';
import { LineRow } from './line-row';
import type { RowActions } from './line-row';
import type { PlaceInGroup } from './place-in-group';
import classes from './lines.module.css';

interface LineGroupProps extends PlaceInGroup {
  group: RowGroup;
  isOpen: boolean;
  columns: readonly ColumnKey[];
  currency: string;
  readOnly: boolean;
  canDiscount: boolean;
  estimateId: string;
  nameOf: (row: GridRow) => string;
  actions: RowActions;
  onCollapse: (key: string) => void;
  onOpenRoom: (roomId: string) => void;
  onAddItem: (item: Item, roomId: string | null) => void;
  onRows: (text: string, roomId: string | null) => void;
}

/** Where the lines of a room begin. */
export const linesAnchor = (roomId: string): string => `lines-${roomId}`;

/** The height of a line of one row of text; what is not on the screen is thought to be as high. */
const ROW_HEIGHT = 34;
const NO_COLUMN = -1;

/** The lines of a room or a category. Groups in which nothing changed are not painted again. */
export const LineGroup = memo(function LineGroup(props: LineGroupProps) {
  const { group, isOpen, columns, currency, readOnly, canDiscount, active, editing } = props;
  const { roomId, rows } = group;
  const range = (index: number) =>
    props.top !== null && index >= props.top && index <= props.bottom
      ? { from: props.left, to: props.right }
      : { from: NO_COLUMN, to: NO_COLUMN - 1 };
  return (
    <tbody
      id={roomId === null ? undefined : linesAnchor(roomId)}
      className={classes.group}
      style={{ '--guessed-height': `${(isOpen ? rows.length + 2 : 1) * ROW_HEIGHT}px` } as CSSProperties}
    >
      <GroupHead
        {...{ group, currency, isOpen }}
        span={columns.length}
        onToggle={props.onCollapse}
        onOpenRoom={props.onOpenRoom}
      />
      {isOpen &&
        rows.map((row, index) => (
          <LineRow
            key={row.key}
            {...{ row, columns, currency, readOnly, canDiscount }}
            adjustmentName={props.nameOf(row)}
            active={active?.row === row.key ? active.column : null}
            {...range(index)}
            editing={editing?.place.row === row.key ? editing : null}
            why={props.why === row.key}
            actions={props.actions}
          />
        ))}
      {isOpen && group.takesLines && !readOnly && (
        <GroupFoot
          {...{ roomId, currency }}
          name={group.name}
          estimateId={props.estimateId}
          span={columns.length}
          onAddItem={props.onAddItem}
          onRows={props.onRows}
        />
      )}
    </tbody>
  );
});
