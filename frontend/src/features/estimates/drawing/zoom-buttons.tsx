'use client';

import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './drawing.module.css';

interface ZoomButtonsProps {
  isFit: boolean;
  onIn: () => void;
  onOut: () => void;
  onFit: () => void;
}

export function ZoomButtons({ isFit, onIn, onOut, onFit }: ZoomButtonsProps) {
  const t = useTranslations('plan.drawing');
  return (
    <ActionIcon.Group className={classes.zoom}>
      <ActionIcon variant="default" size={30} aria-label={t('zoomOut')} onClick={onOut}>
        <IconMinus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label={t('fit')} title={t('fit')} disabled={isFit} onClick={onFit}>
        <IconMaximize size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label={t('zoomIn')} onClick={onIn}>
        <IconPlus size={16} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
