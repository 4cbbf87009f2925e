'use client';

import { Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Notice } from '../../../shared/ui/notice';
import type { EstimateView } from '../model/types';
import { isOld, newestOf } from './newest';

/** Says that an older version is looked at, and where the newest is. */
export function OldVersion({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('versions');
  if (!isOld(estimate)) return null;
  return (
    <Notice tone="quiet" icon={<IconEye />}>
      <Group justify="space-between" gap="sm">
        <span>{t('old', { number: String(estimate.number) })}</span>
        <Link href={`/estimates/${estimate.id}`}>{t('toNewest', { number: String(newestOf(estimate).number) })}</Link>
      </Group>
    </Notice>
  );
}
