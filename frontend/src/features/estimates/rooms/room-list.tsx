'use client';

import { VisuallyHidden } from '@mantine/core';
import { IconGripVertical, IconStairs } from '@tabler/icons-react';
import type { Outline, RoomResult } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { formatFixed, formatMoney } from '../../../shared/formatting';
import { Thumbnail } from '../drawing/thumbnail';
import type { RoomForm } from '../model/types';
import type { EditorActions } from '../model/use-editor-actions';
import { lackOf } from './room-lack';
import { RoomMenu } from './room-menu';
import { useReorder } from './use-reorder';
import type { Drag } from './use-reorder';
import classes from './room-list.module.css';

export interface RoomItem {
  room: RoomForm;
  outline: Outline;
  result: RoomResult | undefined;
}

interface RoomListProps {
  items: RoomItem[];
  currency: string;
  selectedId: string | null;
  readOnly: boolean;
  actions: EditorActions;
  onSelect: (roomId: string) => void;
}

/** Where a row would be put: above it when it comes from below, under it when it comes from above. */
function dropMark(drag: Drag | null, index: number): 'before' | 'after' | undefined {
  if (!drag || drag.to !== index || drag.from === index) return undefined;
  return drag.from > index ? 'before' : 'after';
}

export function RoomList({ items, selectedId, readOnly, actions, ...shared }: RoomListProps) {
  const t = useTranslations('estimates.rooms');
  const [spoken, setSpoken] = useState('');
  const { drag, handle, listRef } = useReorder((from, to) => {
    const moved = items[from];
    if (!moved) return;
    actions.moveRoom(moved.room.id, to);
    setSpoken(t('movedTo', { name: moved.room.name || t('unnamed'), place: to + 1, count: items.length }));
  });
  return (
    <>
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
      <ul className={classes.list} ref={listRef}>
        {items.map((item, index) => (
          <li
            key={item.room.id}
            className={clsx(classes.item, item.room.id === selectedId && classes.selected)}
            data-dragged={drag?.from === index || undefined}
            data-drop={dropMark(drag, index)}
          >
            {!readOnly && items.length > 1 && (
              <button
                type="button"
                className={classes.handle}
                aria-label={t('move', { name: item.room.name })}
                {...handle(index)}
              >
                <IconGripVertical size={16} aria-hidden />
              </button>
            )}
            <RoomButton {...item} {...shared} selected={item.room.id === selectedId} />
            {!readOnly && <RoomMenu room={item.room} index={index} count={items.length} actions={actions} />}
          </li>
        ))}
      </ul>
    </>
  );
}

interface RoomButtonProps extends RoomItem {
  currency: string;
  selected: boolean;
  onSelect: (roomId: string) => void;
}

/** What a row shows of its result; the result itself is a new one after every keystroke anywhere. */
const shownOf = (result: RoomResult | undefined): string =>
  result && 'measures' in result ? `${result.measures.billedArea} ${result.subtotalMinor}` : lackOf(result);

const RoomButton = memo(
  function RoomButton({ room, outline, result, currency, selected, onSelect }: RoomButtonProps) {
    const t = useTranslations('estimates.rooms');
    return (
      <button
        type="button"
        className={classes.open}
        aria-current={selected || undefined}
        onClick={() => onSelect(room.id)}
      >
        <Thumbnail outline={outline} />
        <span className={classes.words}>
          <span className={classes.name}>
            {room.plan.inset && <IconStairs size={14} className={classes.level} aria-label={t('level')} />}
            {room.name || t('unnamed')}
          </span>
          <RoomFigures result={result} currency={currency} />
        </span>
      </button>
    );
  },
  (before, after) =>
    before.room === after.room &&
    before.outline === after.outline &&
    before.selected === after.selected &&
    before.currency === after.currency &&
    before.onSelect === after.onSelect &&
    shownOf(before.result) === shownOf(after.result),
);

function RoomFigures({ result, currency }: { result: RoomResult | undefined; currency: string }) {
  const t = useTranslations('estimates.rooms');
  if (!result || 'problems' in result) return <span className={classes.unfinished}>{t(lackOf(result))}</span>;
  return (
    <span className={`${classes.figures} tabular`}>
      <span>{t('area', { area: formatFixed(result.measures.billedArea, 2) })}</span>
      <span className={classes.sum}>{formatMoney(result.subtotalMinor, currency)}</span>
    </span>
  );
}
