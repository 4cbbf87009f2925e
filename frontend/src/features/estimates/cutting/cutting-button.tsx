'use client';

import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRulerMeasure } from '@tabler/icons-react';
import type { EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { CanvasContext } from '../canvas/types';
import type { BuiltForm } from '../drawing/built-form';
import type { RoomForm } from '../model/types';
import { CuttingList } from './cutting-list';
import classes from './cutting-list.module.css';

interface CuttingButtonProps {
  rooms: ({ room: RoomForm } & BuiltForm)[];
  result: EstimateResult;
  context: CanvasContext;
}

/** Opens the cutting list of all rooms together; it is worked out only while somebody looks at it. */
export function CuttingButton({ rooms, result, context }: CuttingButtonProps) {
  const t = useTranslations('cutting');
  const common = useTranslations('common');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" className={classes.opener} aria-label={t('open')} title={t('open')} onClick={open}>
        <IconRulerMeasure size={18} aria-hidden />
        <span className={classes.openerWords}>{t('open')}</span>
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {opened && <CuttingList rooms={rooms} result={result} context={context} />}
      </Drawer>
    </>
  );
}
