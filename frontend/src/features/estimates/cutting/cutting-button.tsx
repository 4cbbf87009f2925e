'use client';

import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRulerMeasure } from '@tabler/icons-react';
import type { RoomResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { BuiltForm } from '../drawing/built-form';
import type { EstimateView, RoomForm } from '../model/types';
import { CuttingList } from './cutting-list';
import classes from './cutting-list.module.css';

interface CuttingButtonProps {
  rooms: ({ room: RoomForm } & BuiltForm)[];
  results: readonly RoomResult[];
  ruleSet: EstimateView['ruleSet'];
}

/** Opens the cutting list of all rooms together; it is worked out only while somebody looks at it. */
export function CuttingButton({ rooms, results, ruleSet }: CuttingButtonProps) {
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
        {opened && <CuttingList rooms={rooms} results={results} ruleSet={ruleSet} />}
      </Drawer>
    </>
  );
}
