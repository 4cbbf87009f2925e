'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import type { Outline, RoomResult } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { formatFixed, formatMoney } from '../../../shared/formatting';
import { Thumbnail } from '../drawing/thumbnail';
import type { RoomForm } from '../model/types';
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
  onSelect: (roomId: string) => void;
  onCopy: (roomId: string) => void;
  onRemove: (roomId: string) => void;
}

export function RoomList({ items, selectedId, ...shared }: RoomListProps) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <RoomRow key={item.room.id} {...item} {...shared} selected={item.room.id === selectedId} />
      ))}
    </ul>
  );
}

type RoomRowProps = RoomItem & Omit<RoomListProps, 'items' | 'selectedId'> & { selected: boolean };

/** What a row shows of its result; the result itself is a new one after every keystroke anywhere. */
const shownOf = (result: RoomResult | undefined): string =>
  result && 'measures' in result ? `${result.measures.billedArea} ${result.subtotalMinor}` : '';

const RoomRow = memo(
  function RoomRow({ room, outline, result, currency, selected, readOnly, onSelect, onCopy, onRemove }: RoomRowProps) {
    const t = useTranslations('estimates.rooms');
    return (
      <li className={clsx(classes.item, selected && classes.selected)}>
        <button
          type="button"
          className={classes.open}
          aria-current={selected || undefined}
          onClick={() => onSelect(room.id)}
        >
          <Thumbnail outline={outline} />
          <span className={classes.words}>
            <span className={classes.name}>{room.name || t('unnamed')}</span>
            <RoomFigures result={result} currency={currency} />
          </span>
        </button>
        {!readOnly && (
          <Menu position="bottom-end" width={180}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name: room.name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onCopy(room.id)}>
                {t('copy')}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onRemove(room.id)}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </li>
    );
  },
  (before, after) =>
    before.room === after.room &&
    before.outline === after.outline &&
    before.selected === after.selected &&
    before.readOnly === after.readOnly &&
    before.currency === after.currency &&
    before.onSelect === after.onSelect &&
    before.onCopy === after.onCopy &&
    before.onRemove === after.onRemove &&
    shownOf(before.result) === shownOf(after.result),
);

function RoomFigures({ result, currency }: { result: RoomResult | undefined; currency: string }) {
  const t = useTranslations('estimates.rooms');
  if (!result || 'problems' in result) return <span className={classes.unfinished}>{t('unfinished')}</span>;
  return (
    <span className={`${classes.figures} tabular`}>
      <span>{t('area', { area: formatFixed(result.measures.billedArea, 2) })}</span>
      <span className={classes.sum}>{formatMoney(result.subtotalMinor, currency)}</span>
    </span>
  );
}
