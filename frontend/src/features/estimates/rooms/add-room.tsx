'use client';

import { Button, Menu } from '@mantine/core';
import { IconLetterL, IconPlus, IconPolygon, IconRectangle } from '@tabler/icons-react';
import type { RoomKind } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';

const KINDS: { kind: RoomKind; icon: ComponentType<{ size?: number }> }[] = [
  { kind: 'rectangle', icon: IconRectangle },
  { kind: 'right-angled', icon: IconLetterL },
  { kind: 'triangulated', icon: IconPolygon },
];

/** How a room was measured decides which lengths are asked. */
export function AddRoom({ onAdd, primary = false }: { onAdd: (kind: RoomKind) => void; primary?: boolean }) {
  const t = useTranslations('estimates.rooms');
  return (
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <Button variant={primary ? 'filled' : 'default'} fullWidth={!primary} leftSection={<IconPlus size={16} />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(({ kind, icon: Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={18} />} onClick={() => onAdd(kind)}>
            <div>{t(`kinds.${kind}.name`)}</div>
            <div style={{ fontSize: 12, color: 'var(--smet-muted)' }}>{t(`kinds.${kind}.hint`)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
