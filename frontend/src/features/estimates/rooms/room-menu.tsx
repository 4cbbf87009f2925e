'use client';

import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconCopyPlus,
  IconDots,
  IconFlipHorizontal,
  IconStairs,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RoomForm } from '../model/types';
import type { EditorActions } from '../model/use-editor-actions';

interface RoomMenuProps {
  room: RoomForm;
  index: number;
  count: number;
  actions: EditorActions;
}

/** What can be done with a room as a whole. */
export function RoomMenu({ room, index, count, actions }: RoomMenuProps) {
  const t = useTranslations('estimates.rooms');
  const { id } = room;
  const items = [
    { key: 'copy', icon: IconCopy, act: () => actions.copyRoom(id) },
    { key: 'copyMirrored', icon: IconCopyPlus, act: () => actions.copyRoom(id, { mirrored: true }) },
    { key: 'mirror', icon: IconFlipHorizontal, act: () => actions.mirrorRoom(id) },
    { key: 'addLevel', icon: IconStairs, act: () => actions.addLevel(id), off: room.plan.inset !== undefined },
    { key: 'moveUp', icon: IconArrowUp, act: () => actions.moveRoom(id, index - 1), off: index === 0 },
    { key: 'moveDown', icon: IconArrowDown, act: () => actions.moveRoom(id, index + 1), off: index === count - 1 },
  ] as const;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('actions', { name: room.name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, icon: Icon, act, ...item }) => (
          <Menu.Item key={key} leftSection={<Icon size={16} />} disabled={'off' in item && item.off} onClick={act}>
            {t(key)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => actions.removeRoom(id)}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
