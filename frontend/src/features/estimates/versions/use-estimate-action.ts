'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { ApiProblem } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { estimateApi } from '../estimate-api';
import type { EstimateApi } from '../estimate-api';
import type { EstimateView } from '../model/types';

const HTTP_CONFLICT = 409;

/** Something done with an estimate as a whole, whose answer is the estimate as it is then. */
export function useEstimateAction<Input>(
  id: string,
  act: (estimate: EstimateApi, input: Input) => Promise<EstimateView>,
) {
  const queries = useQueryClient();
  const key = queryKeys.estimates.detail(id);
  return useMutation({
    mutationFn: (input: Input) => act(estimateApi(api, id), input),
    onSuccess: (estimate) => {
      queries.setQueryData(key, estimate);
      void queries.invalidateQueries({ queryKey: queryKeys.estimates.freshPrices(id) });
      void queries.invalidateQueries({ queryKey: queryKeys.orders.all });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === HTTP_CONFLICT) {
        void queries.invalidateQueries({ queryKey: key });
      }
    },
  });
}
