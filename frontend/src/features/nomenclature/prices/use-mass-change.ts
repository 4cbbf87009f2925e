'use client';

import type { ApplyMassChange, MassChange, PriceList } from '@smet/api-client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { useProblemText } from '../../../shared/ui/use-problem-text';
import { viewProblem } from '../../../shared/api/problems';
import { offerUndo } from '../offer-undo';

/** Looks at a change of many prices, makes it, and takes it back while its message stands. */
export function useMassChange({ id }: PriceList, onDone: () => void) {
  const t = useTranslations('nomenclature.mass');
  const queries = useQueryClient();
  const problemText = useProblemText();
  const params = { path: { id } };
  const refresh = () => queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
  const undo = useMutation({
    mutationFn: (batchId: string) =>
      unwrap(api.POST('/api/v1/price-batches/{id}/undo', { params: { path: { id: batchId } } })),
    onSuccess: ({ batch, keptChanges }) =>
      notifications.show({
        message: t('undone', { count: batch.count - keptChanges, kept: keptChanges }),
        color: 'gray',
      }),
    onError: (error) => notifications.show({ message: problemText(viewProblem(error)).text, color: 'red' }),
    onSettled: refresh,
  });
  const preview = useMutation({
    mutationFn: (body: MassChange) =>
      unwrap(api.POST('/api/v1/price-lists/{id}/mass-change/preview', { params, body })),
  });
  const apply = useMutation({
    mutationFn: (body: ApplyMassChange) => unwrap(api.POST('/api/v1/price-lists/{id}/mass-change', { params, body })),
    onSuccess: (batch) => {
      offerUndo(t('done', { count: batch.count }), () => undo.mutate(batch.id));
      onDone();
    },
    onSettled: refresh,
  });
  return { preview, apply };
}
