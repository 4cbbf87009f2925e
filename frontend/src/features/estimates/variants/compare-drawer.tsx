'use client';

import { Drawer, Group, Select, Stack } from '@mantine/core';
import { compareEstimates } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { DifferenceView } from '../difference/difference-view';
import { useVariantName } from './use-variant-name';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { VariantResult } from '../model/use-estimate-result';

interface CompareDrawerProps {
  editing: EstimateEditing;
  results: VariantResult[];
  onClose: () => void;
}

/** What one variant costs more than another, line by line. It begins with the shown one against the first. */
export function CompareDrawer({ editing: { form, variant, base }, results, onClose }: CompareDrawerProps) {
  const t = useTranslations('variants');
  const common = useTranslations('common');
  const nameOf = useVariantName(form);
  const [first, second] = results;
  const isFirst = variant.id === first?.variant.id;
  const [before, setBefore] = useState(first?.variant.id ?? null);
  const [after, setAfter] = useState((isFirst ? second?.variant.id : variant.id) ?? null);
  const was = results.find((known) => known.variant.id === before);
  const is = results.find((known) => known.variant.id === after);
  const difference = useMemo(() => (was && is ? compareEstimates(was.result, is.result) : null), [was, is]);
  const rooms = new Map(form.rooms.map(({ id, name }) => [id, name]));
  const data = results.map(({ variant: { id } }) => ({ value: id, label: nameOf(id) }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t('compare')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Group grow>
          <Select label={t('difference.from')} data={data} value={before} allowDeselect={false} onChange={setBefore} />
          <Select label={t('difference.to')} data={data} value={after} allowDeselect={false} onChange={setAfter} />
        </Group>
        {difference && was && is && (
          <DifferenceView
            difference={difference}
            currency={base.currency}
            before={nameOf(was.variant.id)}
            after={nameOf(is.variant.id)}
            rooms={rooms}
          />
        )}
      </Stack>
    </Drawer>
  );
}
