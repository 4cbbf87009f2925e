'use client';

import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RoomStart } from '../model/new-room';
import { StartPicture } from './start-picture';
import classes from './add-room.module.css';

const PRESETS: RoomStart[] = ['rectangle', 'gamma', 'pi', 'tau'];
const FREE: RoomStart[] = ['right-angled', 'triangulated'];

/** How a room is shaped and measured decides which lengths are asked. */
export function AddRoom({ onAdd, primary = false }: { onAdd: (start: RoomStart) => void; primary?: boolean }) {
  const t = useTranslations('estimates.rooms');
  const items = (starts: RoomStart[]) =>
    starts.map((start) => (
      <Menu.Item key={start} leftSection={<StartPicture start={start} />} onClick={() => onAdd(start)}>
        <div>{t(`kinds.${start}.name`)}</div>
        <div className={classes.hint}>{t(`kinds.${start}.hint`)}</div>
      </Menu.Item>
    ));
  return (
    <Menu width={300} position="bottom-start">
      <Menu.Target>
        <Button variant={primary ? 'filled' : 'default'} fullWidth={!primary} leftSection={<IconPlus size={16} />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items(PRESETS)}
        <Menu.Divider />
        {items(FREE)}
      </Menu.Dropdown>
    </Menu>
  );
}
