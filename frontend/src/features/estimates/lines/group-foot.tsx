'use client';

import type { Item } from '@smet/api-client';
import { memo, useCallback } from 'react';
import type { ClipboardEvent } from 'react';
import { AddLine } from './add-line';
import classes from './lines.module.css';

interface GroupFootProps {
  name: string;
  roomId: string | null;
  estimateId: string;
  currency: string;
  span: number;
  onAddItem: (item: Item, roomId: string | null) => void;
  onRows: (text: string, roomId: string | null) => void;
}

/** Below the lines of a room: one more from the nomenclature, or many pasted from a spreadsheet. */
export const GroupFoot = memo(function GroupFoot(props: GroupFootProps) {
  const { name, roomId, estimateId, currency, span, onAddItem, onRows } = props;
  const add = useCallback((item: Item) => onAddItem(item, roomId), [onAddItem, roomId]);
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    onRows(event.clipboardData.getData('text/plain'), roomId);
  };
  return (
    <tr className={classes.addRow} onPaste={onPaste}>
      <td colSpan={span}>
        <AddLine estimateId={estimateId} currency={currency} place={name} onAdd={add} />
      </td>
    </tr>
  );
});
