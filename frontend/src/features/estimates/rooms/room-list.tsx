'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import type { RoomResult } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { formatFixed, formatMoney } from '../../../shared/formatting';
import type { Outline } from '../drawing/outline';
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

export function RoomList({ items, currency, selectedId, readOnly, onSelect, onCopy, onRemove }: RoomListProps) {
  const t = useTranslations('estimates.rooms');
  return (
    <ul className={classes.list}>
      {items.map(({ room, outline, result }) => (
        <li key={room.id} className={clsx(classes.item, room.id === selectedId && classes.selected)}>
          <button
            type="button"
            className={classes.open}
            aria-current={room.id === selectedId || undefined}
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
      ))}
    </ul>
  );
}

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
