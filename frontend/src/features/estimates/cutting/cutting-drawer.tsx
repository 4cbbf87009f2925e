'use client';

import { Drawer } from '@mantine/core';
import type { EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { CanvasContext } from '../canvas/types';
import type { BuiltForm } from '../drawing/built-form';
import type { RoomForm } from '../model/types';
import { CuttingList } from './cutting-list';

export interface CuttingProps {
  rooms: ({ room: RoomForm } & BuiltForm)[];
  result: EstimateResult;
  context: CanvasContext;
}

/** The cutting list of all rooms together; it is worked out only while somebody looks at it. */
export function CuttingDrawer({ opened, onClose, ...props }: CuttingProps & { opened: boolean; onClose: () => void }) {
  const t = useTranslations('cutting');
  const common = useTranslations('common');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {opened && <CuttingList {...props} />}
    </Drawer>
  );
}
