'use client';

import { Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { compareEstimates } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { DifferenceView } from '../difference/difference-view';
import type { EstimateView } from '../model/types';
import { estimateVersionQuery } from '../queries';
import { newestOf, resultOf } from './newest';
import classes from './versions.module.css';

/** The difference in money between any two versions, the last two to begin with. */
export function CompareVersions({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('versions');
  const last = newestOf(estimate).number;
  const [before, setBefore] = useState(estimate.versions.at(-2)?.number ?? last);
  const [after, setAfter] = useState(last);
  const was = useVersion(estimate, before);
  const is = useVersion(estimate, after);
  const difference = useMemo(
    () => (was.data && is.data ? compareEstimates(resultOf(was.data), resultOf(is.data)) : null),
    [was.data, is.data],
  );
  const rooms = new Map(
    [was.data, is.data].flatMap((known) => known?.draft.rooms ?? []).map((room) => [room.id, room.name]),
  );
  const data = estimate.versions.map(({ number }) => ({
    value: String(number),
    label: t('version', { number: String(number) }),
  }));
  const failed = was.isError ? was : is.isError ? is : null;
  return (
    <section>
      <h3 className={classes.heading}>{t('compare')}</h3>
      <Stack gap="md">
        <Group grow>
          <Select
            label={t('from')}
            data={data}
            value={String(before)}
            allowDeselect={false}
            onChange={(number) => setBefore(Number(number))}
          />
          <Select
            label={t('to')}
            data={data}
            value={String(after)}
            allowDeselect={false}
            onChange={(number) => setAfter(Number(number))}
          />
        </Group>
        {failed && <ProblemAlert problem={viewProblem(failed.error)} onRetry={() => void failed.refetch()} />}
        {!failed && !difference && <SkeletonRows />}
        {difference && (
          <DifferenceView
            difference={difference}
            currency={estimate.currency}
            before={t('version', { number: String(before) })}
            after={t('version', { number: String(after) })}
            rooms={rooms}
          />
        )}
      </Stack>
    </section>
  );
}

/** The shown one is here already; a draft among the others is read anew, what was sent never changes. */
function useVersion(estimate: EstimateView, number: number) {
  const isShown = number === estimate.number;
  const query = useQuery({ ...estimateVersionQuery(api, estimate.id, number), enabled: !isShown });
  return isShown ? { ...query, data: estimate, isError: false } : query;
}
