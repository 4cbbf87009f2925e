'use client';

import { Button, Group, Modal, Stack, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { compareEstimates, computeEstimate } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { DifferenceView, formatDelta } from '../difference/difference-view';
import type { FreshPrices } from '../estimate-api';
import { toVariantInput } from '../model/estimate-form';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { VariantResult } from '../model/use-estimate-result';
import type { Saving } from '../model/use-saving';
import { freshPricesQuery } from '../queries';
import { useVariantName } from '../variants/use-variant-name';
import { useEstimateAction } from './use-estimate-action';
import classes from './versions.module.css';

interface PricesChangedProps {
  editing: EstimateEditing;
  saving: Saving;
  results: VariantResult[];
}

/** Prices or rules have changed since this draft was priced: what that would change is seen before it is done. */
export function PricesChanged(props: PricesChangedProps) {
  const t = useTranslations('versions.prices');
  const { timezone } = useMe().organization;
  const [opened, { open, close }] = useDisclosure(false);
  const { base } = props.editing;
  if (!base.pricesChanged || !base.canEdit) return null;
  return (
    <>
      <Notice tone="quiet" icon={<IconRefresh />}>
        <Group justify="space-between" gap="sm">
          <span>{t('changed', { date: formatDay(base.pricedAt, timezone) })}</span>
          <Button size="compact-sm" variant="default" onClick={open}>
            {t('recalculate')}
          </Button>
        </Group>
      </Notice>
      {opened && <Recalculation {...props} onClose={close} />}
    </>
  );
}

/** Every variant as it is and as it would be. */
function useRecalculated({ editing, results }: Pick<PricesChangedProps, 'editing' | 'results'>, fresh?: FreshPrices) {
  const { form, base } = editing;
  return useMemo(() => {
    if (!fresh) return null;
    const { ruleSet, terms, priceBook } = fresh;
    const pricing = {
      ruleSet,
      terms,
      tolerances: base.tolerances,
      priceBook: new Map(priceBook.map((item) => [item.code, item])),
    };
    return results.map(({ variant, result }) => ({
      variant,
      difference: compareEstimates(result, computeEstimate(toVariantInput(form.rooms, variant), pricing)),
    }));
  }, [fresh, base.tolerances, results, form.rooms]);
}

function Recalculation({ editing, saving, results, onClose }: PricesChangedProps & { onClose: () => void }) {
  const t = useTranslations('versions.prices');
  const common = useTranslations('common');
  const { base, form, variant: shown } = editing;
  const fresh = useQuery({ ...freshPricesQuery(api, base.id), staleTime: 0 });
  const recalculated = useRecalculated({ editing, results }, fresh.data);
  const reprice = useEstimateAction(base.id, (estimate, { pricedAt, digest }: FreshPrices) =>
    estimate.reprice({ version: base.version, pricedAt, digest }),
  );
  const nameOf = useVariantName(form);
  const rooms = new Map(form.rooms.map(({ id, name }) => [id, name]));
  return (
    <Modal opened size="xl" onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <Stack gap="md">
        {fresh.isError && <ProblemAlert problem={viewProblem(fresh.error)} onRetry={() => void fresh.refetch()} />}
        {fresh.isPending && <SkeletonRows />}
        {recalculated && (
          <Tabs defaultValue={shown.id}>
            {recalculated.length > 1 && (
              <Tabs.List mb="md">
                {recalculated.map(({ variant, difference }) => (
                  <Tabs.Tab key={variant.id} value={variant.id} className={classes.variantTab}>
                    {nameOf(variant.id)} {formatDelta(difference.differenceMinor, base.currency)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            )}
            {recalculated.map(({ variant, difference }) => (
              <Tabs.Panel key={variant.id} value={variant.id}>
                <DifferenceView
                  difference={difference}
                  currency={base.currency}
                  before={t('before')}
                  after={t('after')}
                  rooms={rooms}
                />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
        {reprice.isError && <ProblemAlert problem={viewProblem(reprice.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button
            loading={reprice.isPending}
            disabled={!fresh.data || saving.state !== 'saved'}
            onClick={() => fresh.data && reprice.mutate(fresh.data, { onSuccess: onClose })}
          >
            {t('apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
